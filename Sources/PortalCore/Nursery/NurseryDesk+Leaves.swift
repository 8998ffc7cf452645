/// A leave with the child that it is for.
package struct LeaveCase: Hashable, Sendable {
    package let leave: FamilyLeave
    package let contract: CareContract
    package let activity: Activity
    /// What is left of the year's allowance, this leave counted.
    package let allowance: LeaveAllowance
}

/// Who gives a day up at a nursery.
package struct NurseryDayOff: Hashable, Sendable {
    package let date: CivilDate
    /// Why the nursery is closed; nil when it is open.
    package let closed: String?
    /// Children who are to come.
    package let expected: Int
    /// The places that are free, by hours: those of leaves and absences.
    package let free: [FreePlace]
}

/// The hours of a child who does not come.
package struct FreePlace: Hashable, Sendable {
    package let child: Child
    package let contract: Identifier<CareContract>
    package let span: CareSpan
    package let state: CareDay.State
}

extension NurseryDesk {
    /// The leaves that wait for an answer, at the places where the member works, the longest wait first.
    package func asked(for member: StaffMember) throws -> [LeaveCase] {
        try portal.database.read { transaction in
            let files = CareFileStore(transaction, catalogue)
            return try FamilyLeaveStore(transaction).asked().compactMap { leave in
                guard let file = try files.file(leave.contract, leave.firstDay...leave.firstDay), member.scope.covers(file.activity) else {
                    return nil
                }
                let allowance = file.allowance(on: leave.firstDay)
                return LeaveCase(leave: leave, contract: file.contract, activity: file.activity, allowance: allowance)
            }
        }
    }

    /// How many leaves wait for an answer.
    package func askedCount() throws -> Int { try portal.database.read { try FamilyLeaveStore($0).askedCount() } }

    /// A week at a nursery, Monday to Sunday: who is expected, and whose places may be offered to occasional care.
    package func daysOff(in activity: Activity, week: ClosedRange<CivilDate>) throws -> [NurseryDayOff] {
        let opening = OpeningDays(of: activity, in: catalogue.calendar)
        let files = try files(in: activity, week)
        return week.filter { activity.opening.weekdays.contains($0.weekday) }.map { date in
            let days = files.compactMap { file in file.day(date, opening: opening).map { (file.contract, $0) } }
            let free = days.compactMap { contract, day -> FreePlace? in
                switch day.state {
                case .leave, .absent: day.span.map { FreePlace(child: contract.child, contract: contract.id, span: $0, state: day.state) }
                case .expected, .closed, .unplanned: nil
                }
            }
            return NurseryDayOff(
                date: date,
                closed: opening.closedReason(on: date)?.french,
                expected: days.count { $0.1.isExpected },
                free: free
            )
        }
    }

    /// Answers to a leave. An accepted one is taken off within the allowance, whatever the notice; the parent gets a mail.
    ///
    /// - Parameter link: a contract's address for the family, for the mail.
    /// - Returns: false where there is no such leave, or it is at another place than the member's.
    /// - Throws: `FieldErrors` without a reason for a refusal.
    package func judge(
        _ id: Identifier<FamilyLeave>,
        accepting: Bool,
        note: String,
        by member: StaffMember,
        link: @escaping @Sendable (Identifier<CareContract>) -> String?
    ) async throws -> Bool {
        let now = portal.clock.now
        let catalogue = catalogue
        return try await portal.database.write { transaction in
            let store = FamilyLeaveStore(transaction)
            guard let known = try store.leave(id) else { return false }
            try transaction.lock([.booking, .alone("contract:\(known.contract.rawValue)")])
            guard let file = try CareFileStore(transaction, catalogue).file(known.contract, known.firstDay...known.firstDay),
                member.scope.covers(file.activity), let leave = file.leave(id)
            else { return false }
            var errors = FieldErrors()
            let missing = accepting ? nil : "Dites pourquoi\u{A0}: le parent reçoit ce motif."
            let words = errors.text(note, JudgementField.note, longest: 300, missing: missing)
            guard let words, errors.isEmpty else { throw errors }
            // Somebody else was quicker, or the parent has taken it back.
            guard leave.state == .asked else { return true }
            let judged = accepting ? file.accepting(leave, in: catalogue.calendar) : leave.days.map { LeaveDay(date: $0.date, charge: .refused) }
            try store.replaceDays(of: id, in: known.contract, with: judged)
            try store.judge(id, accepting ? .accepted : .refused, note: words, by: member.id, at: now)
            let detail = "contrat \(known.contract.rawValue), \(known.frenchDays), \(accepting ? "acceptés" : "refusés")"
            try AuditLog.record(in: transaction, by: .staff(member.id), .leaveJudged, on: id, detail: detail, at: now)
            let recipient = try AbsenceStore(transaction).recipient(of: leave.account, about: file.contract.child.id)
            guard let (email, salutation) = recipient, let answer = try store.leave(id) else {
                return true
            }
            let mail = Mail.leaveJudged(
                answer,
                child: file.contract.child.firstName,
                note: words,
                to: email,
                salutation: salutation,
                link: link(known.contract),
                from: catalogue.settings
            )
            try OutboxStore(transaction).enqueue(mail, to: leave.account, at: now)
            return true
        }
    }
}

extension CareFile {
    /// A leave's days once the service takes it on, within what the other leaves have left of the allowance.
    fileprivate func accepting(_ leave: FamilyLeave, in calendar: SchoolCalendar) -> [LeaveDay] {
        LeaveReview(
            leave.firstDay...leave.lastDay,
            of: contract,
            under: policy,
            taken: leaves.filter { $0.id != leave.id }.flatMap(\.days),
            opening: OpeningDays(of: activity, in: calendar),
            today: leave.firstDay,
            forgivingNotice: true
        ).lines
    }
}
