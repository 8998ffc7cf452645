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
        let isBundle = isTogether && waiting.count { $0.outcome.isInLine } > 1
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
                bundle: isBundle && line.outcome.isInLine ? request.id.rawValue : nil
            )
        }
    }
}

extension BookingOutcome {
    fileprivate var isInLine: Bool {
        if case .waiting = self { true } else { false }
    }
}
