import PortalCore
import Testing

/// A centre on Wednesdays whose units are those that towns offer on one day, and one child of it, judged without a database.
///
/// | unit | counters | booked with one of | never with |
/// |---|---|---|---|
/// | matin | morning | | |
/// | apres-midi | afternoon | | |
/// | journee (with its meal) | morning, meal, afternoon | | |
/// | journee-sans-repas | morning, afternoon | | |
/// | matin-repas (half a day with its meal) | morning, meal | | |
/// | repas | meal | matin, apres-midi, journee-sans-repas | |
/// | soir | evening | apres-midi, journee, journee-sans-repas | |
/// | car | bus | | soir |
struct CombinedCentre {
    enum Unit: Int64, CaseIterable, Hashable, Comparable {
        case morning = 1
        case meal, afternoon, day, dayWithoutMeal, morningWithMeal, evening, bus

        static func < (left: Unit, right: Unit) -> Bool { left.rawValue < right.rawValue }

        /// What a booking takes a place in.
        var counters: [String] {
            switch self {
            case .morning: ["matin"]
            case .meal: ["repas"]
            case .afternoon: ["apres-midi"]
            case .day: ["matin", "repas", "apres-midi"]
            case .dayWithoutMeal: ["matin", "apres-midi"]
            case .morningWithMeal: ["matin", "repas"]
            case .evening: ["soir"]
            case .bus: ["car"]
            }
        }

        var demands: [Unit] {
            switch self {
            case .meal: [.morning, .afternoon, .dayWithoutMeal]
            case .evening: [.afternoon, .day, .dayWithoutMeal]
            default: []
            }
        }

        func excludes(_ other: Unit) -> Bool {
            self != other && (!Set(counters).isDisjoint(with: other.counters) || Set([self, other]) == [.evening, .bus])
        }
    }

    /// Whether a child may have exactly these units on one day, as the table above says it.
    static func goesTogether(_ units: Set<Unit>) -> Bool {
        units.allSatisfy { unit in
            !units.contains(where: unit.excludes) && (unit.demands.isEmpty || unit.demands.contains(where: units.contains))
        }
    }

    static let combinations = subsets.filter(goesTogether)
    static let subsets: [Set<Unit>] = (0..<256).map { bits in Set(Unit.allCases.enumerated().filter { bits >> $0.offset & 1 == 1 }.map(\.element)) }

    let child = Identifier<Child>(1)
    let date: CivilDate
    let catalogue: PortalCatalogue
    private let capacity: Int

    init(capacity: Int = 10) throws {
        date = try day("2026-11-18")
        self.capacity = capacity
        let town = try PortalCatalogue.bookingTown()
        catalogue = PortalCatalogue(settings: town.settings, closures: [], activities: [try .combined(capacity: capacity)])
    }

    /// What becomes of a day on which some units are booked, and some of its places are taken by others.
    func judgement(
        _ booked: Set<Unit>,
        add: Set<Unit> = [],
        cancel: Set<Unit> = [],
        others: Set<Unit> = [],
        at now: String = "2026-10-01T10:00:00+02:00"
    ) throws -> BookingJudgement {
        let changes = cancel.map { BookingChange(.cancel, slot($0)) } + add.map { BookingChange(.add, slot($0)) }
        return try facts(booked, others: others, at: now).judgement(of: changes)
    }

    /// The units that are booked after a judgement.
    func units(after judgement: BookingJudgement, from booked: Set<Unit>) -> Set<Unit> {
        judgement.answers.reduce(into: booked) { units, answer in
            guard let unit = Unit(rawValue: answer.change.slot.unit.rawValue) else { return }
            switch answer.ruling {
            case .add: units.insert(unit)
            case .cancel, .recordAbsence: units.remove(unit)
            default: break
            }
        }
    }

    private func slot(_ unit: Unit) -> BookingSlot { BookingSlot(child: child, unit: Identifier(unit.rawValue), date: date) }

    private func facts(_ booked: Set<Unit>, others: Set<Unit>, at now: String) throws -> BookingFacts {
        let (household, group) = (Identifier<Household>(1), Identifier<ActivityGroup>(1))
        let bookings = booked.map { Booking(slot: slot($0), group: group, household: household, state: .reserved, price: .zero, surcharge: .zero) }
        var counts: [Place: PlaceCount] = [:]
        for unit in Array(booked) + Array(others) {
            for place in try #require(catalogue.unit(Identifier(unit.rawValue))).unit.places(in: group, on: date) {
                counts[place, default: PlaceCount(taken: 0)].taken += 1
            }
        }
        return BookingFacts(
            catalogue: catalogue,
            children: [
                Child(id: child, firstName: "Léa", lastName: "Dupont", birthDay: try day("2018-05-04"), schooling: Schooling())
            ],
            payers: [child: household],
            households: [household],
            bookable: [child],
            custody: [:],
            enrolments: [Enrolment(child: child, activity: Identifier(1), group: group, firstDay: date, lastDay: date)],
            bookings: Dictionary(uniqueKeysWithValues: bookings.map { ($0.slot, $0) }),
            counts: counts,
            now: try #require(Instant(rfc3339: now))
        )
    }
}

extension Activity {
    fileprivate static func combined(capacity: Int) throws -> Activity {
        let codes = ["matin", "repas", "apres-midi", "soir", "car"]
        let counters = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, PlaceCounter(id: Identifier(Int64($0 + 1)), code: $1)) })
        let (starts, ends) = (try #require(CivilTime(clock: "08:00")), try #require(CivilTime(clock: "18:00")))
        return Activity(
            id: Identifier(1),
            code: "centre",
            name: "Centre",
            kind: .wednesday,
            place: "Centre",
            description: "",
            opening: OpeningPattern(weekdays: [.wednesday], period: .school, sessions: .none),
            rules: BookingRules(
                adding: try BookingDeadline(notation: "J-7"),
                cancellingOverride: nil,
                lateAdding: .refuse,
                lateCancelling: .becomesAbsence,
                source: ""
            ),
            units: CombinedCentre.Unit.allCases.map { unit in
                BookableUnit(
                    id: Identifier(unit.rawValue),
                    code: "\(unit)",
                    name: "\(unit)",
                    startsAt: starts,
                    endsAt: ends,
                    price: Cents(100),
                    counters: unit.counters.compactMap { counters[$0] },
                    writtenExclusions: unit == .bus ? [Identifier(CombinedCentre.Unit.evening.rawValue)] : [],
                    demanded: unit.demands.map { Identifier($0.rawValue) }
                )
            },
            groups: [ActivityGroup(id: Identifier(1), code: "tous", name: "Tous", ages: 3...11, capacity: capacity)],
            writtenSessions: []
        )
    }
}
