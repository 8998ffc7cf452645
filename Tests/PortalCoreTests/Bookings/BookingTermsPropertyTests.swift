import PortalCore
import Testing

/// What holds for any activity, calendar and family, whatever is asked and in what order; drawn from seeds.
struct BookingTermsPropertyTests {
    private let now = "2026-09-01T10:00:00+02:00"
    private let firstDay = CivilDate(year: 2026, month: 10, dayAtMost: 1)

    @Test(arguments: 1...6) func `units that exclude or need each other, and the counters that they share, stay right`(_ seed: UInt64) async throws {
        var random = RuleDraw(seed: seed)
        let capacity = random.number(1...3)
        let town = try await BookingTown.open(with: .sharedTown(capacity: capacity, rule: "J"))
        let families = [try await town.family("Dupont", children: ["Léa", "Tom"]), try await town.family("Martin", children: ["Zoé", "Max"])]
        let bookings = try town.bookings(at: now)
        let wednesdays = [7, 14, 21, 28].map { firstDay.adding(days: $0 - 1) }
        for round in 1...25 {
            let family = families[random.number(0...1)]
            let asked = random.changes(of: family.children.map(\.id), units: [1, 2, 3, 4, 5], on: wednesdays, atMost: 10)
            let review = try bookings.review(asked, by: family)
            let request = try await bookings.confirm(asked, key: key(round), by: family)
            #expect(request.lines.map(\.outcome) == review.lines.map(\.outcome), "the recap promised something else in round \(round)")
            try checkCentre(town, capacity: capacity)
        }
    }

    /// A day with neither its morning nor its afternoon, no bus with an afternoon, no meal alone; counters that say what is booked.
    private func checkCentre(_ town: BookingTown, capacity: Int) throws {
        let slots = try town.bookedSlots()
        var taken: [Int: [Int: Int]] = [:]
        for units in Dictionary(grouping: slots, by: { "\($0.child) \($0.date)" }).values.map({ $0.map(\.unit.rawValue) }) {
            #expect(!(units.contains(1) && (units.contains(2) || units.contains(3))), "\(units)")
            #expect(!(units.contains(3) && units.contains(5)), "\(units)")
            #expect(!units.contains(4) || units.contains(1) || units.contains(2), "\(units)")
        }
        for slot in slots {
            for counter in [1: [1, 2], 2: [1], 3: [2], 4: [3], 5: [4]][Int(slot.unit.rawValue)] ?? [] {
                taken[counter, default: [:]][slot.date.dayNumber, default: 0] += 1
            }
        }
        let expected = taken.sorted { $0.key < $1.key }.flatMap { counter, days in
            days.sorted { $0.key < $1.key }.map { [counter, $0.key, $0.value] }
        }
        #expect(try town.takenPlaces() == expected)
        #expect(expected.allSatisfy { (1...capacity).contains($0[2]) })
    }

    @Test(arguments: 1...8) func `weeks that are booked whole stay whole, through holidays, bridges and closures`(_ seed: UInt64) async throws {
        var random = RuleDraw(seed: seed)
        let catalogue = try random.centre(BookingTerms(bookedBy: random.chance() ? .week : .session), capacity: 2)
        let opening = OpeningDays(of: catalogue.activities[0], in: catalogue.calendar)
        let town = try await BookingTown.open(with: catalogue)
        let family = try await town.family("Dupont", children: ["Léa", "Tom", "Zoé"])
        let bookings = try town.bookings(at: now)
        let days = (0..<120).map { firstDay.adding(days: $0) }
        for round in 1...20 {
            let child = family.children[random.number(0...2)].id
            let day = days[random.number(0...days.count - 1)]
            let whole =
                random.chance()
                ? opening.openDays(bookedWith: day).map { BookingChange(.add, BookingSlot(child: child, unit: Identifier(4), date: $0)) } : []
            let asked = whole + random.changes(of: family.children.map(\.id), units: [4], on: days, atMost: 3)
            try await bookings.confirm(asked, key: key(round), by: family)
            let slots = try town.bookedSlots()
            for slot in slots {
                let missing = opening.openDays(bookedWith: slot.date).filter {
                    !slots.contains(BookingSlot(child: slot.child, unit: slot.unit, date: $0))
                }
                #expect(missing.isEmpty, "\(slot.date.iso) without \(missing.map(\.iso))")
            }
            #expect(try town.takenPlaces().reduce(0) { $0 + $1[2] } == slots.count)
            #expect(try town.takenPlaces().allSatisfy { (1...2).contains($0[2]) })
        }
    }

    @Test(arguments: 1...6) func `a week has its minimum of days or none at all`(_ seed: UInt64) async throws {
        var random = RuleDraw(seed: 100 + seed)
        let minimum = random.number(2...4)
        let town = try await BookingTown.open(with: random.centre(BookingTerms(minimumPerWeek: minimum), capacity: 5))
        let family = try await town.family("Dupont", children: ["Léa", "Tom"])
        let bookings = try town.bookings(at: now)
        let days = (0..<40).map { firstDay.adding(days: 14 + $0) }
        for round in 1...25 {
            try await bookings.confirm(random.changes(of: family.children.map(\.id), units: [4], on: days, atMost: 14), key: key(round), by: family)
            let weeks = Dictionary(grouping: try town.bookedSlots()) { "\($0.child) \($0.date.mondayOfWeek.iso)" }
            #expect(weeks.values.allSatisfy { $0.count >= minimum }, "\(minimum): \(weeks.mapValues(\.count))")
        }
    }

    @Test func `a horizon opens before its day, never later for an earlier day, and the service opens with it`() async throws {
        var random = RuleDraw(seed: 7)
        for _ in 0..<1000 {
            let horizon = BookingHorizon(days: random.number(1...400), countsFromSession: random.chance(), time: random.time())
            let later = random.day()
            let earlier = later.adding(days: -random.number(0...60))
            let calendar = random.calendar()
            let openings = [earlier, later].map { horizon.opening(of: $0, sessionFirstDay: calendar.schoolHoliday(on: $0)?.firstDay) }
            if openings[0] > openings[1] { Issue.record("\(horizon.notation): \(earlier) opens after \(later)") }
            if openings[1] >= ParisTime.instant(later, at: .endOfDay) { Issue.record("\(horizon.notation) opens after \(later)") }
        }
        for seed in 1...4 {
            var random = RuleDraw(seed: UInt64(seed))
            let horizon = BookingHorizon(days: random.number(1...60), time: CivilTime(minutes: random.number(0...1439)) ?? .noon)
            let catalogue = try random.centre(BookingTerms(horizon: horizon), capacity: 5)
            let opening = OpeningDays(of: catalogue.activities[0], in: catalogue.calendar)
            let town = try await BookingTown.open(with: catalogue)
            let family = try await town.family("Dupont", children: ["Léa"])
            let day = try #require((30...250).lazy.map { firstDay.adding(days: $0) }.first { opening.isOpen(on: $0) })
            let opensAt = horizon.opening(of: day, sessionFirstDay: nil)
            for (seconds, isOpen) in [(Int64(-1), false), (0, true)] {
                let review = try town.bookings(at: opensAt.adding(seconds: seconds).rfc3339)
                    .review([add(family.children[0].id, 4, day.iso)], by: family)
                #expect(review.refused.isEmpty == isOpen, "\(horizon.notation) of \(day.iso), \(seconds)")
            }
        }
    }

    @Test func `even and odd weeks share every week between them, across the ends of years`() throws {
        var random = RuleDraw(seed: 8)
        for _ in 0..<60 {
            let catalogue = try random.centre(BookingTerms(), capacity: 1)
            let first = firstDay.adding(days: random.number(0...200))
            let span = first...first.adding(days: random.number(0...160))
            let choices = Set(
                (0..<random.number(1...6)).map { _ in
                    WeeklyPattern.Choice(child: Identifier(Int64(random.number(1...3))), unit: Identifier(4), weekday: random.weekday())
                }
            )
            func slots(_ weeks: WeekChoice) -> Set<BookingSlot> {
                Set(WeeklyPattern(.add, choices, weeks: weeks, days: span).changes(in: catalogue).map(\.slot))
            }
            let (every, even, odd) = (slots(.every), slots(.even), slots(.odd))
            #expect(even.union(odd) == every && even.isDisjoint(with: odd))
            #expect(
                every.allSatisfy { slot in span.contains(slot.date) && choices.contains { $0.child == slot.child && $0.weekday == slot.date.weekday }
                }
            )
            #expect(even.allSatisfy { $0.date.isoWeek.isMultiple(of: 2) } && odd.allSatisfy { !$0.date.isoWeek.isMultiple(of: 2) })
        }
        // From one week to the next the choice changes, but for week 53, which week 1 follows.
        for number in 0..<1500 {
            let monday = CivilDate(year: 2024, month: 9, dayAtMost: 2).adding(days: 7 * (number % 200))
            let next = monday.adding(days: 7)
            #expect((WeekChoice.even.includes(monday) != WeekChoice.even.includes(next)) == (monday.isoWeek != 53))
        }
    }
}

extension OpeningDays {
    /// The open days that are booked as one with a day; none when it is closed itself.
    fileprivate func openDays(bookedWith date: CivilDate) -> [CivilDate] {
        guard isOpen(on: date) else { return [] }
        return daysBooked(with: date).filter(isOpen)
    }
}
