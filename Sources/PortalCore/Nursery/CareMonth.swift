/// The hours of a contract in a month, day by day, in minutes.
package struct CareMonth: Hashable, Sendable {
    package let month: Month
    /// The days for which hours are agreed or the child came, in order.
    package let days: [CareDay]

    init(_ month: Month, of file: CareFile, opening: OpeningDays) {
        self.month = month
        days = month.days.compactMap { file.day($0, opening: opening) }
    }

    /// As the contract says, before anything is taken off.
    package var contractMinutes: Int { days.reduce(0) { $0 + $1.minutes } }
    /// Closed days and public holidays.
    package var closedMinutes: Int { sum { if case .closed = $0 { true } else { false } } }
    /// Leave that is taken off; nothing before the service has answered.
    package var leaveMinutes: Int { sum { if case .leave(.accepted, .deducted) = $0 { true } else { false } } }
    /// Absences that are taken off.
    package var excusedMinutes: Int { sum { if case .absent(.excused, _) = $0 { true } else { false } } }
    /// What is left of the contract's hours, and is charged.
    package var dueMinutes: Int { contractMinutes - closedMinutes - leaveMinutes - excusedMinutes }
    /// How long the child was there.
    package var stayMinutes: Int { days.reduce(0) { $0 + $1.stayMinutes } }
    /// Beyond the contract, each step that has begun counted whole.
    package var overrunMinutes: Int { days.reduce(0) { $0 + $1.overrunMinutes } }

    private func sum(_ counts: (CareDay.State) -> Bool) -> Int { days.filter { counts($0.state) }.reduce(0) { $0 + $1.minutes } }
}

/// A day of a contract.
package struct CareDay: Hashable, Sendable {
    package enum State: Hashable, Sendable {
        case expected
        /// The nursery is closed, and why.
        case closed(String)
        /// The family gives the day up; what becomes of its hours.
        case leave(LeaveState, LeaveCharge)
        /// It was expected and did not come, and why.
        case absent(StayAbsence, String)
        /// It came on a day for which nothing was agreed.
        case unplanned
    }

    package let date: CivilDate
    /// nil where nothing was agreed.
    package let span: CareSpan?
    /// Minutes that the contract agrees.
    package let minutes: Int
    package let state: State
    package let stay: NurseryStay?
    /// Minutes that the child was there.
    package let stayMinutes: Int
    package let overrunMinutes: Int

    /// Whether the child is to come.
    package var isExpected: Bool { state == .expected }
    /// Whether the child is to come, or came though nothing was agreed.
    var isThere: Bool { state == .expected || state == .unplanned }
}

/// A contract with all that its hours depend on.
package struct CareFile: Sendable {
    package let contract: CareContract
    package let activity: Activity
    package let policy: NurseryPolicy
    /// The latest announced first.
    package let leaves: [FamilyLeave]
    private let leaveDays: [CivilDate: (state: LeaveState, charge: LeaveCharge)]
    private let stays: [CivilDate: NurseryStay]

    init(contract: CareContract, activity: Activity, policy: NurseryPolicy, leaves: [FamilyLeave], stays: [NurseryStay]) {
        self.contract = contract
        self.activity = activity
        self.policy = policy
        self.leaves = leaves
        let days = leaves.flatMap { leave in leave.days.map { ($0.date, (state: leave.state, charge: $0.charge)) } }
        leaveDays = Dictionary(days, uniquingKeysWith: { first, _ in first })
        self.stays = Dictionary(stays.map { ($0.date, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The days that leaves hold.
    var takenDays: [LeaveDay] { leaves.flatMap(\.days) }

    package func leave(_ id: Identifier<FamilyLeave>) -> FamilyLeave? { leaves.first { $0.id == id } }

    package func month(_ month: Month, in calendar: SchoolCalendar) -> CareMonth {
        CareMonth(month, of: self, opening: OpeningDays(of: activity, in: calendar))
    }

    /// The allowance of leave of the contract's year that a day belongs to.
    package func allowance(on date: CivilDate) -> LeaveAllowance {
        LeaveAllowance(of: contract, for: contract.year(containing: date), taken: takenDays)
    }

    /// nil on a day without care.
    func day(_ date: CivilDate, opening: OpeningDays) -> CareDay? {
        let span = contract.span(on: date)
        let stay = stays[date]
        guard span != nil || stay?.isPresent == true else { return nil }
        let state: CareDay.State
        if stay?.isPresent == true {
            // Who came was expected, whatever had been announced.
            state = span == nil ? .unplanned : .expected
        } else if let reason = opening.closedReason(on: date) {
            state = .closed(reason.french)
        } else if let leave = leaveDays[date] {
            state = .leave(leave.state, leave.charge)
        } else if let stay, stay.absence != .none {
            state = .absent(stay.absence, stay.reason)
        } else {
            state = .expected
        }
        return CareDay(
            date: date,
            span: span,
            minutes: span?.minutes(on: date) ?? 0,
            state: state,
            stay: stay,
            stayMinutes: stay?.minutes ?? 0,
            overrunMinutes: stay?.overrun(of: span, step: policy.overrun) ?? 0
        )
    }
}
