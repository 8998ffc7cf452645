extension BookingFacts {
    /// The places that a request's answers make its family wait for.
    ///
    /// - Parameters:
    ///   - isTogether: the places in lines are wanted together or not at all.
    ///   - position: where each line ends.
    func joined(
        by request: Request,
        of account: Identifier<Account>,
        together isTogether: Bool,
        position: (ActivityDay) throws -> Int64
    ) throws -> [AwaitedPlace] {
        let waiting = request.lines.filter(\.outcome.isPending)
        let inLine = waiting.filter(\.outcome.isInLine)
        let bundles =
            isTogether && inLine.count > 1 ? inLine.reduce(into: [:]) { $0[$1.change.slot] = request.id.rawValue } : wholes(of: inLine, request)
        var ends: [ActivityDay: Int64] = [:]
        return try waiting.compactMap { line in
            let slot = line.change.slot
            guard let activity = catalogue.unit(slot.unit)?.activity, let household = payer(of: slot.child, on: slot.date),
                let group = enrolment(of: slot.child, in: activity.id, on: slot.date)?.group
            else { return nil }
            let day = ActivityDay(activity: activity.id, date: slot.date)
            let place = try ends[day].map { $0 + 1 } ?? position(day)
            ends[day] = place
            return AwaitedPlace(
                slot: slot,
                activity: activity.id,
                group: group,
                household: household,
                account: account,
                request: request.id,
                joinedAt: now,
                state: line.outcome.isInLine ? .waiting : .asked,
                priority: waitingPriority(at: slot),
                position: place,
                bundle: bundles[slot]
            )
        }
    }

    /// The days of a week, or a session, that is booked whole are wanted together: a number for each whole, below zero since those above are
    /// the requests' own.
    private func wholes(of lines: [BookingReviewLine], _ request: Request) -> [BookingSlot: Int64] {
        var numbers: [AwaitedWhole: Int64] = [:]
        return lines.reduce(into: [:]) { bundles, line in
            let slot = line.change.slot
            guard let activity = catalogue.unit(slot.unit)?.activity, activity.terms.bookedBy != .day, let opening = opening(of: activity.id) else {
                return
            }
            let whole = AwaitedWhole(child: slot.child, activity: activity.id, firstDay: opening.daysBooked(with: slot.date).lowerBound)
            let number = numbers[whole] ?? -(request.id.rawValue * 1000 + Int64(numbers.count))
            numbers[whole] = number
            bundles[slot] = number
        }
    }
}

extension BookingOutcome {
    fileprivate var isInLine: Bool {
        if case .waiting = self { true } else { false }
    }
}

/// The week or the session of a child that waits for all of its days.
private struct AwaitedWhole: Hashable {
    let child: Identifier<Child>
    let activity: Identifier<Activity>
    let firstDay: CivilDate
}
