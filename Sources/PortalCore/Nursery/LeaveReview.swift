/// What announcing a leave would change, computed the same for the recap and for what is written.
package struct LeaveReview: Hashable, Sendable {
    package let days: ClosedRange<CivilDate>
    /// The open days of the contract among them that no other leave holds, in order.
    package let lines: [LeaveDay]
    /// Minutes of the lines that are taken off, or would be.
    package let deductedMinutes: Int
    /// Open days of the contract that an earlier leave holds already.
    package let alreadyAnnounced: [CivilDate]
    /// The last day on which this leave may be announced in time.
    package let lastDayOfNotice: CivilDate
    package let isInTime: Bool
    package let decision: LeaveDecision
    /// Allowed days that are left after this one, for each year of the contract that it touches.
    package let remaining: [LeaveAllowance]

    /// - Parameter taken: the days that other leaves hold.
    init(
        _ days: ClosedRange<CivilDate>,
        of contract: CareContract,
        under policy: NurseryPolicy,
        taken: [LeaveDay],
        opening: OpeningDays,
        today: CivilDate,
        forgivingNotice: Bool = false
    ) {
        self.days = days
        decision = policy.decision
        lastDayOfNotice = policy.notice.lastDay(before: days.lowerBound)
        isInTime = today <= lastDayOfNotice
        let agreed = days.filter { contract.span(on: $0) != nil && opening.isOpen(on: $0) }
        let held = Set(taken.map(\.date))
        alreadyAnnounced = agreed.filter(held.contains)
        var allowances: [CivilDate: LeaveAllowance] = [:]
        let mayDeduct = isInTime || forgivingNotice
        var lines: [LeaveDay] = []
        for date in agreed where !held.contains(date) {
            let year = contract.year(containing: date)
            var allowance = allowances[year.lowerBound] ?? LeaveAllowance(of: contract, for: year, taken: taken)
            var charge = LeaveCharge.late
            if mayDeduct {
                charge = allowance.remaining > 0 ? .deducted : .overAllowance
                if charge == .deducted { allowance.used += 1 }
            }
            allowances[year.lowerBound] = allowance
            lines.append(LeaveDay(date: date, charge: charge))
        }
        self.lines = lines
        remaining = allowances.values.sorted { $0.year.lowerBound < $1.year.lowerBound }
        deductedMinutes = lines.filter { $0.charge == .deducted }.reduce(0) { $0 + (contract.span(on: $1.date)?.minutes(on: $1.date) ?? 0) }
    }

    /// What a leave becomes when it is announced.
    var state: LeaveState {
        guard decision == .rule else { return .asked }
        return isInTime ? .accepted : .refused
    }

    /// The answer in one sentence.
    package var french: String {
        let until = "il fallait les annoncer au plus tard le \(lastDayOfNotice.french)"
        guard decision == .rule else {
            return isInTime
                ? "Le service étudiera votre demande et vous répondra par courriel."
                : "Vous annoncez ces congés hors délai (\(until))\u{A0}: le service dira s'il peut les déduire."
        }
        guard isInTime else { return "Ces congés sont annoncés hors délai (\(until))\u{A0}: ces jours restent facturés." }
        let over = lines.count { $0.charge == .overAllowance }
        if over == 0 { return "Ces congés sont annoncés dans les délais\u{A0}: ils sont déduits de votre contrat." }
        let charged = over == 1 ? "1 jour dépasse" : "\(over) jours dépassent"
        return "\(charged) les congés prévus à votre contrat\u{A0}: au-delà, l'accueil reste facturé."
    }
}

/// Days of leave of one year of a contract.
package struct LeaveAllowance: Hashable, Sendable {
    package let year: ClosedRange<CivilDate>
    /// Days that may be taken off.
    package let allowed: Int
    /// Days that are taken off, or that the service has not answered yet.
    package internal(set) var used: Int

    package var remaining: Int { max(0, allowed - used) }

    /// What the contract allows for a year, and what its leaves use of it.
    package init(of contract: CareContract, for year: ClosedRange<CivilDate>, taken: [LeaveDay]) {
        self.year = year
        // An amendment in the middle of a year sets what holds for all of it.
        allowed = contract.terms.last { $0.firstDay <= year.upperBound }?.yearlyLeave ?? 0
        used = taken.count { $0.charge == .deducted && year.contains($0.date) }
    }
}
