import PortalCore
import Testing

extension PortalCatalogue {
    /// One centre on Wednesdays whose units share counters, in zone C: see `Activity.sharedCentre`.
    static func sharedTown(capacity: Int = 10, staffing: GroupStaffing? = nil, rule: String = "J-7") throws -> PortalCatalogue {
        let town = try PortalCatalogue.bookingTown()
        let centre = try Activity.sharedCentre(capacity: capacity, staffing: staffing, rule: rule)
        return PortalCatalogue(settings: town.settings, closures: town.closures, activities: [centre])
    }
}

extension Activity {
    /// Units 1 (day: counters 1 and 2), 2 (morning: counter 1), 3 (afternoon: counter 2), 4 (meal: counter 3, with the day or the morning) and
    /// 5 (bus: counter 4, never with the afternoon), in group 1.
    static func sharedCentre(capacity: Int, staffing: GroupStaffing?, rule: String) throws -> Activity {
        let counters = ["matin", "apres-midi", "repas", "car"].enumerated().map { PlaceCounter(id: Identifier(Int64($0 + 1)), code: $1) }
        func unit(_ id: Int64, _ code: String, _ times: (String, String), _ places: [PlaceCounter], not: [Int64] = [], with: [Int64] = []) throws
            -> BookableUnit
        {
            BookableUnit(
                id: Identifier(id),
                code: code,
                name: code.prefix(1).uppercased() + code.dropFirst(),
                startsAt: try #require(CivilTime(clock: times.0)),
                endsAt: try #require(CivilTime(clock: times.1)),
                price: Cents(100 * id),
                counters: places,
                writtenExclusions: not.map { Identifier($0) },
                demanded: with.map { Identifier($0) }
            )
        }
        return Activity(
            id: Identifier(1),
            code: "centre",
            name: "Centre",
            kind: .wednesday,
            place: "Centre",
            description: "",
            opening: OpeningPattern(weekdays: [.wednesday], period: .school, sessions: .none),
            rules: BookingRules(
                adding: try BookingDeadline(notation: rule),
                cancellingOverride: nil,
                lateAdding: .refuse,
                lateCancelling: .becomesAbsence,
                source: ""
            ),
            datedRules: [],
            units: [
                try unit(1, "journée", ("08:00", "18:00"), [counters[0], counters[1]]),
                try unit(2, "matin", ("08:00", "12:00"), [counters[0]]),
                try unit(3, "après-midi", ("14:00", "18:00"), [counters[1]]),
                try unit(4, "repas", ("12:00", "14:00"), [counters[2]], with: [1, 2]),
                try unit(5, "car", ("07:30", "08:00"), [counters[3]], not: [3]),
            ],
            groups: [ActivityGroup(id: Identifier(1), code: "tous", name: "Tous", ages: 3...11, capacity: capacity, staffing: staffing)],
            writtenSessions: []
        )
    }
}
