import PortalCore
import Testing

/// Every set of days of a week, asked of activities that take whole weeks, whole sessions, or a minimum of days. Autumn 2026 in zone C.
struct WholeSpanTableTests {
    private static let week = ["2026-10-19", "2026-10-20", "2026-10-21", "2026-10-22", "2026-10-23"]
    private static let subsets = (0..<32).map { bits in Set(week.enumerated().filter { bits >> $0.offset & 1 == 1 }.map(\.element)) }

    @Test func `of a week that is booked whole, all of its open days or none`() throws {
        for closed in [nil, "2026-10-19", "2026-10-21", "2026-10-23"] {
            let centre = try WholeCentre(BookingTerms(bookedBy: .week), closed: closed)
            let open = Set(Self.week).subtracting([closed].compactMap(\.self))
            for asked in Self.subsets {
                #expect(try centre.days(asking: asked, of: []) == (asked.isSuperset(of: open) ? open : []), "\(asked.sorted())")
                let left = try centre.days(asking: [], cancelling: asked, of: open)
                #expect(left == (asked.isDisjoint(with: open) ? open : []), "without \(asked.sorted())")
            }
        }
    }

    @Test func `of a session that is booked whole, all of its open days or none`() throws {
        let centre = try WholeCentre(BookingTerms(bookedBy: .session), sessions: .perHoliday)
        let both = Set(Self.week + ["2026-10-26", "2026-10-27", "2026-10-28", "2026-10-29", "2026-10-30"])
        #expect(try centre.days(asking: both, of: []) == both)
        #expect(try centre.days(asking: Set(Self.week), of: []).isEmpty)
        for missing in both {
            #expect(try centre.days(asking: both.subtracting([missing]), of: []).isEmpty, "\(missing)")
            #expect(try centre.days(asking: [], cancelling: [missing], of: both).isEmpty, "\(missing)")
        }
    }

    @Test func `a week has its minimum of days, as many as are open, or none, from any set to any other`() throws {
        for (minimum, closed) in [(2, nil), (3, nil), (5, nil), (3, "2026-10-21"), (5, "2026-10-20")] as [(Int, String?)] {
            let centre = try WholeCentre(BookingTerms(minimumPerWeek: minimum), closed: closed)
            let open = Set(Self.week).subtracting([closed].compactMap(\.self))
            let least = min(minimum, open.count)
            func isRight(_ days: Set<String>) -> Bool { days.isEmpty || days.count >= least }
            for before in Self.subsets where before.isSubset(of: open) && isRight(before) {
                for after in Self.subsets where after.isSubset(of: open) {
                    let days = try centre.days(asking: after.subtracting(before), cancelling: before.subtracting(after), of: before)
                    #expect(isRight(days), "\(minimum): \(before.sorted()) to \(after.sorted()) became \(days.sorted())")
                    if isRight(after) { #expect(days == after, "\(minimum): \(before.sorted()) to \(after.sorted())") }
                }
            }
        }
    }

    @Test func `a whole week may mix its units, and waits whole or not at all`() throws {
        let centre = try WholeCentre(BookingTerms(bookedBy: .week), units: 2)
        #expect(try centre.days(asking: Set(Self.week.prefix(3)), second: Set(Self.week.suffix(2)), of: []) == Set(Self.week))
        #expect(try centre.days(asking: Set(Self.week.prefix(3)), second: [Self.week[4]], of: []).isEmpty)
        let lined = try WholeCentre(BookingTerms(bookedBy: .week), waitingList: .given)
        let rulings = try lined.rulings(asking: Set(Self.week), full: [Self.week[2]])
        let wednesday = try day(Self.week[2])
        #expect(rulings == Array(repeating: .refuse(.wholeIsFull(.week, [wednesday])), count: 5))
        let waits = try lined.rulings(asking: Set(Self.week), full: Set(Self.week))
        #expect(waits.allSatisfy { if case .wait = $0 { true } else { false } })
        let part = try lined.rulings(asking: [Self.week[2]], full: Set(Self.week))
        #expect(part.allSatisfy { if case .refuse(.incomplete) = $0 { true } else { false } })
    }
}

/// A holiday centre and one child of it, judged without a database.
private struct WholeCentre {
    let catalogue: PortalCatalogue
    private let child = Identifier<Child>(1)
    private let household = Identifier<Household>(1)
    private let group = Identifier<ActivityGroup>(1)

    init(
        _ terms: BookingTerms,
        closed: String? = nil,
        sessions: SessionPlan = .perHolidayWeek,
        units: Int = 1,
        waitingList: WaitingListMode = .noLine
    ) throws {
        let closures = try closed.map { [TownClosure(firstDay: try day($0), lastDay: try day($0), reason: "travaux")] } ?? []
        let (starts, ends) = (try #require(CivilTime(clock: "08:00")), try #require(CivilTime(clock: "18:00")))
        let counter = PlaceCounter(id: Identifier(1), code: "journee")
        let activity = Activity(
            id: Identifier(1),
            code: "vacances",
            name: "Vacances",
            kind: .leisureCentre,
            place: "",
            description: "",
            opening: OpeningPattern(weekdays: [.monday, .tuesday, .wednesday, .thursday, .friday], period: .holidays, sessions: sessions),
            rules: BookingRules(adding: .none, cancellingOverride: nil, lateAdding: .refuse, lateCancelling: .refuse, source: ""),
            terms: terms,
            units: (1...units).map { number in
                let id = Identifier<BookableUnit>(Int64(number))
                return BookableUnit(id: id, code: "u\(number)", name: "U\(number)", startsAt: starts, endsAt: ends, price: .zero, counters: [counter])
            },
            groups: [ActivityGroup(id: group, code: "tous", name: "Tous", ages: 3...11, capacity: 1)],
            writtenSessions: [],
            waitingList: waitingList
        )
        catalogue = PortalCatalogue(settings: try PortalCatalogue.bookingTown().settings, closures: closures, activities: [activity])
    }

    /// The days that are booked in the end.
    func days(asking add: Set<String>, second: Set<String> = [], cancelling cancel: Set<String> = [], of before: Set<String>) throws -> Set<String> {
        let changes =
            try cancel.map { BookingChange(.cancel, try slot($0)) } + add.map { BookingChange(.add, try slot($0)) }
            + second.map { BookingChange(.add, try slot($0, unit: 2)) }
        return try facts(before, full: []).judgement(of: changes).answers.reduce(into: before) { days, answer in
            switch answer.ruling {
            case .add: days.insert(answer.change.slot.date.iso)
            case .cancel: days.remove(answer.change.slot.date.iso)
            default: break
            }
        }
    }

    func rulings(asking add: Set<String>, full: Set<String>) throws -> [BookingRuling] {
        try facts([], full: full).judgement(of: add.map { BookingChange(.add, try slot($0)) }).answers.map(\.ruling)
    }

    private func slot(_ date: String, unit: Int64 = 1) throws -> BookingSlot {
        BookingSlot(child: child, unit: Identifier(unit), date: try day(date))
    }

    private func facts(_ booked: Set<String>, full: Set<String>) throws -> BookingFacts {
        let bookings = try booked.map {
            Booking(slot: try slot($0), group: group, household: household, state: .reserved, price: .zero, surcharge: .zero)
        }
        let counts = try booked.union(full).map { (Place(counter: Identifier(1), group: group, date: try day($0)), PlaceCount(taken: 1)) }
        let (first, last) = (try day("2026-09-01"), try day("2027-08-31"))
        return BookingFacts(
            catalogue: catalogue,
            children: [Child(id: child, firstName: "Léa", lastName: "Dupont", birthDay: try day("2018-05-04"), schooling: Schooling())],
            payers: [child: household],
            households: [household],
            bookable: [child],
            custody: [:],
            enrolments: [Enrolment(child: child, activity: Identifier(1), group: group, firstDay: first, lastDay: last)],
            bookings: Dictionary(uniqueKeysWithValues: bookings.map { ($0.slot, $0) }),
            counts: Dictionary(uniqueKeysWithValues: counts),
            now: try #require(Instant(rfc3339: "2026-09-01T10:00:00+02:00"))
        )
    }
}
