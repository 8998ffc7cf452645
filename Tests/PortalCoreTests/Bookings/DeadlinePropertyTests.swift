import PortalCore
import Testing

/// What holds for every rule, calendar and day; checked on some thousands drawn from a seed.
struct DeadlinePropertyTests {
    @Test func `a rule's notation reads back as the same rule`() throws {
        var random = RuleDraw(seed: 1)
        for _ in 0..<3000 {
            let rule = random.rule()
            let notation = rule.notation
            if try BookingDeadline(notation: notation) != rule { Issue.record("\(notation) reads as another rule than \(rule)") }
            let shouted = notation.uppercased().replacing(" ", with: "\u{A0} ")
            if try BookingDeadline(notation: shouted) != rule { Issue.record("\(shouted) reads as another rule than \(rule)") }
        }
    }

    @Test func `a late policy's notation reads back as the same policy`() throws {
        var random = RuleDraw(seed: 2)
        for _ in 0..<500 {
            let euros = Cents(Int64(random.number(1...99_999)))
            let surcharge: LateSurcharge = [.percent(random.number(1...1000)), .amount(euros), .tariff(euros)][random.number(0...2)]
            #expect(try LateSurcharge(notation: surcharge.notation) == surcharge)
            let policy: LateAdding = .surcharge(surcharge, until: random.rule())
            if try LateAdding(notation: policy.notation) != policy { Issue.record("\(policy.notation) reads as another policy than \(policy)") }
        }
        for policy in [LateAdding.refuse, .askStaff] { #expect(try LateAdding(notation: policy.notation) == policy) }
        for policy in [LateCancelling.refuse, .becomesAbsence] { #expect(try LateCancelling(notation: policy.notation) == policy) }
    }

    @Test func `no deadline is after the end of the booked day`() {
        var random = RuleDraw(seed: 3)
        for _ in 0..<5000 {
            let rule = random.rule()
            let booked = BookedDay(date: random.day(), startsAt: random.time())
            guard case .until(let last) = rule.limit(for: booked, in: random.calendar()) else { continue }
            if ParisTime.date(last) > booked.date { Issue.record("\(rule.notation) on \(booked.date) until \(last)") }
        }
    }

    /// True of every form, but for a table whose rows go back: "lundi: dimanche S-1; mardi: jeudi S-1" lets a Monday be booked later than the
    /// Tuesday after it.
    @Test func `a deadline never moves later when the booking moves earlier`() {
        var random = RuleDraw(seed: 4)
        for _ in 0..<5000 {
            let rule = random.rule()
            guard rule.rowsGoForward else { continue }
            let calendar = random.calendar()
            let startsAt = random.time()
            let later = random.day()
            let earlier = later.adding(days: -random.number(1...60))
            let limits = [earlier, later].map { day in
                let session = calendar.schoolHoliday(on: day)?.firstDay
                return rule.limit(for: BookedDay(date: day, startsAt: startsAt, sessionFirstDay: session), in: calendar)
            }
            if moment(limits[0]) > moment(limits[1]) { Issue.record("\(rule.notation): \(earlier) \(limits[0]), \(later) \(limits[1])") }
        }
    }

    @Test func `exactly so many counted days lie between a deadline and its day`() {
        var random = RuleDraw(seed: 5)
        for _ in 0..<2000 {
            let count = random.number(1...30)
            let skipped = random.skippedDays()
            let calendar = random.calendar()
            let booked = BookedDay(date: random.day(), startsAt: .noon)
            guard case .until(let last) = BookingDeadline.daysBefore(count, at: .noon, skipping: skipped).limit(for: booked, in: calendar) else {
                continue
            }
            let day = ParisTime.date(last)
            let counted = (day..<booked.date).filter { !skipped.contains($0, in: calendar) }
            if counted.count != count || counted.first != day { Issue.record("J-\(count) \(skipped): \(booked.date) until \(day)") }
        }
    }

    @Test func `hours before the start are hours that pass`() {
        var random = RuleDraw(seed: 6)
        for _ in 0..<1000 {
            let hours = random.number(24...400)
            let booked = BookedDay(date: random.day(), startsAt: random.time())
            let start = ParisTime.instant(booked.date, at: booked.startsAt)
            let limit = BookingDeadline.hoursBefore(hours).limit(for: booked, in: SchoolCalendar(zone: .a))
            if limit != .until(start.adding(hours: -hours)) { Issue.record("\(hours) h before \(start): \(limit)") }
        }
    }

    private func moment(_ limit: DeadlineLimit) -> Instant {
        switch limit {
        case .none: Instant(seconds: .max)
        case .until(let last): last
        }
    }
}

extension BookingDeadline {
    /// Whether the rows of its tables, if it has any, go forward: from Monday to Sunday, and on to the next week's first row.
    fileprivate var rowsGoForward: Bool {
        switch self {
        case .openUntil(_, let then): then.rowsGoForward
        case .weekdayTable(let table): BookingDeadline.goForward(table)
        default: true
        }
    }

    private static func goForward(_ table: [Weekday: WeekdayLimit]) -> Bool {
        let limits = table.sorted { $0.key < $1.key }.map { day, limit in
            (limit.weekday.rawValue - 7 * limit.weeksBefore) * 1440 + limit.time.minutes
        }
        guard let first = limits.first else { return true }
        let cycle = limits + [first + 7 * 1440]
        return zip(cycle, cycle.dropFirst()).allSatisfy { $0 <= $1 }
    }
}
