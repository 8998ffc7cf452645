extension AbsenceReview {
    /// Judges every booking that an absence concerns.
    ///
    /// - Parameters:
    ///   - bookings: of the adult's children, over the absence's days.
    ///   - reported: the slots of absences that were told before.
    init(_ absence: ReportedAbsence, _ bookings: [Booking], reported: Set<BookingSlot>, _ facts: BookingFacts) {
        let concerned = bookings.filter { absence.concerns($0, in: facts.catalogue) && !facts.hides($0) }
        let judged = concerned.map { ($0, AbsenceReview.verdict($0, reported: reported, facts)) }
        var missed: [MissedPlace: Set<CivilDate>] = [:]
        for (booking, verdict) in judged where verdict == .late { missed[MissedPlace(booking, facts), default: []].insert(booking.slot.date) }
        let order = facts.catalogue.unitOrder
        lines = judged.map { booking, verdict in
            let days = missed[MissedPlace(booking, facts)]?.sorted() ?? []
            return AbsenceLine(booking, verdict, days: days, reason: absence.reason, facts)
        }.sorted { left, right in
            let (first, second) = (left.booking.slot, right.booking.slot)
            return (first.date, first.child, order[first.unit] ?? 0) < (second.date, second.child, order[second.unit] ?? 0)
        }
    }

    fileprivate enum Verdict: Hashable {
        case inTime(DeadlineLimit)
        case late
        case refused(String)
    }

    private static func verdict(_ booking: Booking, reported: Set<BookingSlot>, _ facts: BookingFacts) -> Verdict {
        let slot = booking.slot
        if let refusal = facts.hindrance(to: slot) { return .refused(refusal.french) }
        guard facts.households.contains(booking.household) else { return .refused(BookingRefusal.otherHousehold(slot.date).french) }
        guard let day = facts.catalogue.day(of: slot.unit, on: slot.date) else { return .refused(BookingRefusal.unknownUnit.french) }
        switch booking.state {
        case .present: return .refused("L'enfant a été pointé présent le \(slot.date.french).")
        case .excused: return .refused(BookingRefusal.absent(slot.date).french)
        case .absent: return reported.contains(slot) ? .refused(BookingRefusal.absent(slot.date).french) : .late
        case .reserved: break
        }
        // Under minimum service nobody is held to a place, here as on the planning.
        if facts.isFreeToCancel(booking, on: day) { return .inTime(.until(day.end)) }
        return facts.now < day.end && day.cancelling.allows(facts.now) ? .inTime(day.cancelling) : .late
    }
}

/// A child's absence from one activity: what its days are counted in.
private struct MissedPlace: Hashable {
    let child: Identifier<Child>
    let activity: Identifier<Activity>?

    init(_ booking: Booking, _ facts: BookingFacts) {
        child = booking.slot.child
        activity = facts.catalogue.unit(booking.slot.unit)?.activity.id
    }
}

extension AbsenceLine {
    fileprivate init(_ booking: Booking, _ verdict: AbsenceReview.Verdict, days: [CivilDate], reason: String, _ facts: BookingFacts) {
        let found = facts.catalogue.unit(booking.slot.unit)
        let firstDay = days.first ?? booking.slot.date
        let rank = days.firstIndex(of: booking.slot.date) ?? 0
        let outcome: AbsenceOutcome
        switch verdict {
        case .inTime(let limit): outcome = .cancelled(limit)
        case .refused(let rule): outcome = .refused(rule)
        case .late:
            let policy = found.map { facts.catalogue.absencePolicy(of: $0.activity) } ?? .usual
            let charge = policy.charge(reason: reason, rank: rank, daysAfterFirst: booking.slot.date.days(since: firstDay))
            let startsAt = found?.activity.units.map(\.startsAt).min() ?? .midnight
            let times = policy.isExcusable(reason) ? policy.times(firstDay: firstDay, startsAt: startsAt) : .none
            outcome = .recorded(charge, times)
        }
        self.init(
            booking: booking,
            childName: facts.child(booking.slot.child)?.firstName ?? "",
            activityName: found?.activity.name ?? "",
            unitName: found?.unit.name ?? "",
            outcome: outcome,
            rank: rank,
            firstDay: firstDay
        )
    }
}

extension PortalCatalogue {
    /// Where each unit stands in the town's order.
    fileprivate var unitOrder: [Identifier<BookableUnit>: Int] {
        Dictionary(activities.flatMap(\.units).enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
