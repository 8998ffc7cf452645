import Testing

@testable import PortalCore

/// Two families and a Wednesday: the day asks when children come and leave, every quarter of an hour between 8:00 and 18:00.
struct TimedTown {
    static let now = "2026-11-02T09:00:00+01:00"
    static let wednesday = "2026-11-04"

    let town: BookingTown
    let catalogue: PortalCatalogue
    let family: HouseholdAccess
    let other: HouseholdAccess
    let date: CivilDate

    /// Tom and Léa, and a stranger's Zoé, are booked for the day.
    init(custodyView: CustodyView = .whole) async throws {
        town = try await BookingTown.open(custodyView: custodyView)
        catalogue = try TimedTown.asking(town.catalogue)
        family = try await town.family("Dupont", children: ["Tom", "Léa"])
        other = try await town.family("Martin", children: ["Zoé"])
        date = try day(Self.wednesday)
        let early = try town.bookings(at: "2026-10-01T10:00:00+02:00")
        try await early.confirm(family.children.flatMap { [add($0.id, 1, Self.wednesday), add($0.id, 1, "2026-11-18")] }, key: key(1), by: family)
        try await early.confirm([add(other.children[0].id, 1, Self.wednesday)], key: key(2), by: other)
    }

    private static func asking(_ catalogue: PortalCatalogue) throws -> PortalCatalogue {
        let activities = catalogue.activities.map { activity in
            guard activity.code == "mercredis" else { return activity }
            var units = activity.units
            units[0].askedTimes = AskedTimes(arrival: .quarter, departure: .quarter)
            return activity.with(units: units)
        }
        return PortalCatalogue(settings: catalogue.settings, closures: catalogue.closures, activities: activities)
    }

    var tom: Child { family.children[0] }

    func slot(_ child: Child, _ date: String = TimedTown.wednesday) throws -> BookingSlot {
        BookingSlot(child: child.id, unit: Identifier(1), date: try day(date))
    }

    func times(at now: String = TimedTown.now) throws -> ExpectedTimeService { ExpectedTimeService(try town.portal(at: now), catalogue) }

    func household(_ access: HouseholdAccess) throws -> Identifier<Household> { try #require(access.families.first?.household.id) }

    /// What a parent says of a child's Wednesdays.
    func say(_ arrival: String, _ departure: String, of child: Child, by parent: HouseholdAccess) async throws {
        try await times().set(Self.form(arrival, departure), of: child.id, at: "mercredis", by: .parent(parent.account))
    }

    /// What a parent says of one day.
    func say(_ arrival: String, _ departure: String, on slot: BookingSlot, by parent: HouseholdAccess, at now: String = TimedTown.now) async throws {
        try await times(at: now).set(Self.form(arrival, departure), on: slot, by: .parent(parent.account))
    }

    static func form(_ arrival: String, _ departure: String) -> ExpectedTimeForm {
        ExpectedTimeForm { ["arrivee-journée avec repas": arrival, "depart-journée avec repas": departure][$0] ?? "" }
    }

    var agent: StaffMember {
        StaffMember(
            id: Identifier(1),
            login: "agent",
            firstName: "Nadia",
            lastName: "Benali",
            role: .serviceDesk,
            scope: .everywhere,
            previousLoginAt: nil
        )
    }
}

extension Activity {
    /// The same with other units.
    fileprivate func with(units: [BookableUnit]) -> Activity {
        Activity(
            id: id,
            code: code,
            name: name,
            kind: kind,
            place: place,
            description: description,
            opening: opening,
            rules: rules,
            units: units,
            groups: groups,
            writtenSessions: writtenSessions
        )
    }
}

func times(_ arrival: String?, _ departure: String?) throws -> ExpectedTimes {
    ExpectedTimes(
        arrival: try arrival.map { try #require(CivilTime(clock: $0)) },
        departure: try departure.map { try #require(CivilTime(clock: $0)) }
    )
}
