/// The days that absences were reported for before.
struct ReportedDays: Hashable, Sendable {
    var slots: Set<BookingSlot> = []
    var careDays: Set<CareSlot> = []
}

extension AbsenceReview {
    /// Judges everything that an absence concerns.
    ///
    /// - Parameters:
    ///   - bookings: of the adult's children, over the absence's days.
    ///   - care: the contracts of the adult's households, with what was noted on these days.
    init(_ absence: ReportedAbsence, _ bookings: [Booking], _ care: [CareFile], reported: ReportedDays, _ facts: BookingFacts) {
        let booked = bookings.filter { absence.concerns($0, in: facts.catalogue) && !facts.hides($0) }
            .map { (missed: MissedDay.booking($0), verdict: AbsenceVerdict(of: $0, reported: reported.slots, facts)) }
        let careDays = care.filter(absence.concerns).flatMap { file in
            let opening = facts.opening(of: file.activity.id)
            return absence.days.compactMap { date -> (missed: MissedDay, verdict: AbsenceVerdict)? in
                guard let day = opening.flatMap({ file.day(date, opening: $0) }), let span = day.span else { return nil }
                let missed = MissedCare(contract: file.contract, date: date, span: span)
                return AbsenceVerdict(of: day, isReported: reported.careDays.contains(missed.slot), facts).map { (.care(missed), $0) }
            }
        }
        let judged = booked + careDays
        var missed: [MissedPlace: Set<CivilDate>] = [:]
        for (day, verdict) in judged where verdict == .late { missed[MissedPlace(day, facts), default: []].insert(day.date) }
        let order = facts.catalogue.unitOrder
        func place(_ line: AbsenceLine) -> (CivilDate, Identifier<Child>, Int) {
            (line.missed.date, line.missed.child, line.missed.booking.flatMap { order[$0.slot.unit] } ?? -1)
        }
        lines = judged.map { day, verdict in
            AbsenceLine(day, verdict, days: missed[MissedPlace(day, facts)]?.sorted() ?? [], reason: absence.reason, facts)
        }.sorted { place($0) < place($1) }
    }
}

/// A child's absence from one activity: what its days are counted in.
private struct MissedPlace: Hashable {
    let child: Identifier<Child>
    let activity: Identifier<Activity>?

    init(_ missed: MissedDay, _ facts: BookingFacts) {
        child = missed.child
        activity =
            switch missed {
            case .booking(let booking): facts.catalogue.unit(booking.slot.unit)?.activity.id
            case .care(let care): care.contract.activity
            }
    }
}

extension AbsenceLine {
    fileprivate init(_ missed: MissedDay, _ verdict: AbsenceVerdict, days: [CivilDate], reason: String, _ facts: BookingFacts) {
        let firstDay = days.first ?? missed.date
        let rank = days.firstIndex(of: missed.date) ?? 0
        let activity: Activity?
        let unitName: String
        let startsAt: CivilTime?
        switch missed {
        case .booking(let booking):
            let found = facts.catalogue.unit(booking.slot.unit)
            (activity, unitName) = (found?.activity, found?.unit.name ?? "")
            startsAt = activity?.units.map(\.startsAt).min()
        case .care(let care):
            (activity, unitName) = (facts.catalogue.activity(care.contract.activity), BookingReviewLine.regularCare)
            startsAt = (care.contract.span(on: firstDay) ?? care.span).arrival
        }
        let outcome: AbsenceOutcome
        switch verdict {
        case .inTime(let limit): outcome = .cancelled(limit)
        case .refused(let rule): outcome = .refused(rule)
        case .late:
            let policy = activity.map { facts.catalogue.absencePolicy(of: $0) } ?? .usual
            let charge = policy.charge(reason: reason, rank: rank, daysAfterFirst: missed.date.days(since: firstDay))
            let times = policy.isExcusable(reason) ? policy.times(firstDay: firstDay, startsAt: startsAt ?? .midnight) : .none
            outcome = .recorded(missed.booking == nil ? charge.ofHours : charge, times)
        }
        self.init(
            missed: missed,
            childName: facts.child(missed.child)?.firstName ?? "",
            activityName: (missed.booking == nil ? activity?.place : activity?.name) ?? "",
            unitName: unitName,
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
