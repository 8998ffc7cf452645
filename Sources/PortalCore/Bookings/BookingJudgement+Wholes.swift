/// What weeks and sessions that are booked whole, and weeks with a minimum, ask of the whole of a request.
extension BookingJudgement {
    /// Changes that would leave a week or a session broken, or a week with too few days.
    var brokenWholes: [(change: BookingChange, refusal: BookingRefusal)] {
        touched.flatMap { touched in
            touched.incompleteAdditions(outcome) + touched.incompleteWaits(outcome) + touched.cancellationsHeldByTheRest(outcome, answers)
                + touched.tooFewDays(outcome)
        }
    }

    /// The cancellations of what is left of a week or a session that is cancelled in part.
    var restOfWholes: Set<BookingChange> {
        Set(touched.filter { $0.additions.isEmpty }.flatMap { $0.rest(outcome) })
    }

    /// What the request does to each child, activity and whole.
    private var touched: [TouchedWhole] {
        var wholes: [TouchedWhole.Key: TouchedWhole] = [:]
        for answer in answers {
            guard let activity = outcome.catalogue.unit(answer.change.slot.unit)?.activity, let opening = outcome.opening(of: activity.id),
                activity.terms.bookedBy != .day || activity.terms.minimumPerWeek != nil
            else { continue }
            let slot = answer.change.slot
            let days = activity.terms.bookedBy == .day ? slot.date.week : opening.daysBooked(with: slot.date)
            let key = TouchedWhole.Key(child: slot.child, activity: activity.id, firstDay: days.lowerBound)
            switch answer.ruling {
            case .add, .takeOffer: wholes[key, default: TouchedWhole(child: slot.child, opening: opening, days: days)].additions.append(answer.change)
            case .wait: wholes[key, default: TouchedWhole(child: slot.child, opening: opening, days: days)].waits.append(answer.change)
            case .cancel: wholes[key, default: TouchedWhole(child: slot.child, opening: opening, days: days)].cancellations.append(answer.change)
            case .recordAbsence, .nothingToDo, .refuse, .leave, .ask: continue
            }
        }
        return wholes.values.sorted { ($0.days.lowerBound, $0.child) < ($1.days.lowerBound, $1.child) }
    }
}

/// The days of a week or a session of one child in one activity that a request changes.
private struct TouchedWhole {
    struct Key: Hashable {
        let child: Identifier<Child>
        let activity: Identifier<Activity>
        let firstDay: CivilDate
    }

    let child: Identifier<Child>
    let opening: OpeningDays
    let days: ClosedRange<CivilDate>
    var additions: [BookingChange] = []
    /// What is full, and waited for.
    var waits: [BookingChange] = []
    var cancellations: [BookingChange] = []

    private var activity: Activity { opening.activity }
    private var span: BookingSpan { activity.terms.bookedBy }

    /// Additions to a whole of which days are missing.
    func incompleteAdditions(_ outcome: BookingFacts) -> [(change: BookingChange, refusal: BookingRefusal)] {
        guard span != .day, !additions.isEmpty else { return [] }
        let missing = missing(outcome)
        guard !missing.isEmpty else { return [] }
        let full = Set(waits.map(\.slot.date)).sorted()
        return additions.map { ($0, full.isEmpty ? .incomplete(span, missing: missing) : .wholeIsFull(span, full)) }
    }

    /// Waits for a part of a whole: of one that has days left, nobody waits for the others alone.
    func incompleteWaits(_ outcome: BookingFacts) -> [(change: BookingChange, refusal: BookingRefusal)] {
        guard span != .day, !waits.isEmpty else { return [] }
        let waited = Set(waits.map(\.slot.date))
        let rest = missing(outcome).filter { !waited.contains($0) && !isAwaited($0, outcome) }
        guard !additions.isEmpty || !rest.isEmpty else { return [] }
        return waits.map { ($0, additions.isEmpty ? .incomplete(span, missing: rest) : .wholeIsFull(span, waited.sorted())) }
    }

    /// The days of a whole on which the child could come and does not.
    private func missing(_ outcome: BookingFacts) -> [CivilDate] { days.filter { isPossible($0, outcome) && !isBooked($0, outcome) } }

    /// What is left, once a part is cancelled, and still to come.
    func rest(_ outcome: BookingFacts) -> [BookingChange] {
        guard span != .day, !cancellations.isEmpty, !missing(outcome).isEmpty else { return [] }
        return days.flatMap { date -> [BookingChange] in
            slots(on: date).filter { slot, unit in
                outcome.booking(of: slot)?.state == .reserved && outcome.now < ParisTime.instant(date, at: unit.endsAt)
            }.map { BookingChange(.cancel, $0.slot) }
        }
    }

    /// Cancellations whose whole cannot be cancelled with them.
    func cancellationsHeldByTheRest(_ outcome: BookingFacts, _ answers: [BookingJudgement.Answer])
        -> [(change: BookingChange, refusal: BookingRefusal)]
    {
        let rest = Set(rest(outcome))
        guard additions.isEmpty, let refusal = answers.first(where: { rest.contains($0.change) && $0.refusal != nil })?.refusal else { return [] }
        return cancellations.map { ($0, .wholeStays(span, refusal)) }
    }

    /// Changes that leave a week with fewer days than its minimum, unless it has none.
    func tooFewDays(_ outcome: BookingFacts) -> [(change: BookingChange, refusal: BookingRefusal)] {
        guard let minimum = activity.terms.minimumPerWeek, let monday = (additions + cancellations).first?.slot.date.mondayOfWeek else { return [] }
        let week = monday.week
        let booked = week.count { isExpected($0, outcome) }
        let possible = week.count { isExpected($0, outcome) || isPossible($0, outcome) && !isBooked($0, outcome) }
        guard booked > 0, booked < min(minimum, possible) else { return [] }
        let refusal = BookingRefusal.belowMinimum(minimum, left: booked, week: monday)
        return (additions.isEmpty ? cancellations : additions).filter { week.contains($0.slot.date) }.map { ($0, refusal) }
    }

    /// Whether the child could come on a day: open, enrolled, not over, and not the other household's day.
    private func isPossible(_ date: CivilDate, _ outcome: BookingFacts) -> Bool {
        guard opening.isOpen(on: date), outcome.enrolment(of: child, in: activity.id, on: date) != nil,
            let end = activity.units.map(\.endsAt).max(), outcome.now < ParisTime.instant(date, at: end)
        else { return false }
        return slots(on: date).allSatisfy { outcome.addingHindrance(at: $0.slot) == nil }
    }

    /// Whether the child is to come on a day: one that it was reported absent from is no day of its week.
    private func isExpected(_ date: CivilDate, _ outcome: BookingFacts) -> Bool {
        slots(on: date).contains { outcome.booking(of: $0.slot)?.state.expectsChild == true }
    }

    private func isBooked(_ date: CivilDate, _ outcome: BookingFacts) -> Bool { slots(on: date).contains { outcome.booking(of: $0.slot) != nil } }

    private func isAwaited(_ date: CivilDate, _ outcome: BookingFacts) -> Bool { slots(on: date).contains { outcome.awaited($0.slot) != nil } }

    private func slots(on date: CivilDate) -> [(slot: BookingSlot, unit: BookableUnit)] {
        activity.units.map { (BookingSlot(child: child, unit: $0.id, date: date), $0) }
    }
}
