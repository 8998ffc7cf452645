import PortalCore
import Testing

/// A town whose Wednesdays are waited for in an order of its own, with families of the kinds that it tells apart.
struct OrderedTown {
    static let now = "2026-10-01T10:00:00+02:00"
    static let date = "2026-11-04"

    /// What a family is, besides its name.
    enum Trait: Hashable {
        case resident, working, returning
        /// Another child of the family is booked that day.
        case sibling
    }

    let town: BookingTown
    private(set) var families: [String: HouseholdAccess] = [:]

    init(_ order: [String], _ mode: WaitingListMode = .given, places: Int = 1, on database: (any Database)? = nil) async throws {
        let catalogue = try PortalCatalogue.ordered(order, mode, places: places)
        town = try await BookingTown.open(on: database ?? temporaryDatabase(), with: catalogue)
    }

    var service: WaitingListService { get throws { WaitingListService(try town.portal(at: OrderedTown.now), town.catalogue) } }

    func child(_ name: String) throws -> Identifier<Child> { try #require(families[name]?.children.first?.id) }

    func household(_ name: String) throws -> Identifier<Household> { try #require(families[name]?.families.first?.household.id) }

    /// A family whose first child waits, or will.
    mutating func add(_ name: String, _ traits: Set<Trait> = []) async throws {
        let family = try await town.family(name, children: ["Léa", "Tom"])
        families[name] = family
        let (household, child) = (try household(name), try child(name))
        let (first, last) = (try day("2025-09-01"), try day("2026-08-31"))
        let wednesdays = town.catalogue.activities[0]
        try await town.database.write { transaction in
            if !traits.contains(.resident) {
                try transaction.execute("UPDATE households SET city = 'Ailleurs', postal_code = '91000' WHERE id = $1", household)
            }
            if traits.contains(.working) { try transaction.note(.workingParents, of: household) }
            guard traits.contains(.returning) else { return }
            let group = wednesdays.groups[0].id
            try EnrolmentStore(transaction).insert(
                Enrolment(child: child, activity: wednesdays.id, group: group, firstDay: first, lastDay: last)
            )
        }
        if traits.contains(.sibling) { try await book(1, of: name) }
    }

    @discardableResult
    func book(_ index: Int = 0, of name: String, on date: String = OrderedTown.date) async throws -> BookingOutcome? {
        let family = try #require(families[name])
        let request = try await town.bookings(at: Self.now)
            .confirm([PortalCoreTests.add(family.children[index].id, 1, date)], key: Self.newKey(), by: family)
        return request.lines.first?.outcome.plain
    }

    func cancel(_ index: Int = 0, of name: String, on date: String = OrderedTown.date) async throws {
        let family = try #require(families[name])
        let change = PortalCoreTests.cancel(family.children[index].id, 1, date)
        try await town.bookings(at: Self.now).confirm([change], key: Self.newKey(), by: family)
    }

    /// The rank that a family reads on its page; nil when it does not wait.
    func rank(_ name: String) throws -> Int? {
        let family = try #require(families[name])
        return try service.places(of: family).first { $0.slot.date.iso == Self.date && $0.state == .waiting }?.rank
    }

    func isBooked(_ name: String, on date: String = OrderedTown.date) throws -> Bool {
        let slot = BookingSlot(child: try child(name), unit: Identifier(1), date: try day(date))
        return try town.database.read { transaction in
            try transaction.first(
                "SELECT 1 FROM bookings WHERE child_id = $1 AND unit_id = $2 AND day = $3",
                slot.child,
                slot.unit,
                slot.date,
                decode: { try $0[0] as Int }
            ) != nil
        }
    }

    func mails() throws -> [String] {
        try town.database.read { try $0.query("SELECT body FROM outbox ORDER BY id") { try $0[0] as String } }.map(plainSpaces)
    }

    static func newKey() throws -> IdempotencyKey {
        var random = SystemRandomNumberGenerator()
        return try #require(IdempotencyKey("cle-de-demonstration-\(random.next())"))
    }
}

extension Transaction {
    /// Notes a mark that holds for a year and more.
    func note(_ mark: HouseholdMark, of household: Identifier<Household>, from first: String = "2026-09-01", through last: String? = nil) throws {
        let days = MarkDays(from: try day(first), through: try last.map(day))
        try HouseholdMarkStore(self).insert(mark, of: household, on: days, document: "attestation", by: nil, at: Instant(seconds: 0))
    }
}

extension PortalCatalogue {
    /// The booking town with an order for its Wednesdays; who lives in "Ville" is a resident.
    static func ordered(_ order: [String], _ mode: WaitingListMode, places: Int) throws -> PortalCatalogue {
        let plain = try PortalCatalogue.bookingTown(waitingList: mode, places: places)
        let settings = PortalSettings(
            slug: "ville",
            name: "Ville",
            shortName: "Ville",
            portalName: "Espace famille",
            tagline: "",
            accent: plain.settings.accent,
            schoolZone: .c,
            alsaceMoselle: false,
            website: nil,
            texts: [],
            contacts: [],
            news: [],
            residents: ["Ville"]
        )
        let activities = plain.activities.map { activity in
            var activity = activity
            if activity.waitingList != .noLine { activity.waitingOrder = WaitingOrder(order.map(WaitingCriterion.init)) }
            return activity
        }
        return PortalCatalogue(settings: settings, closures: plain.closures, activities: activities)
    }
}
