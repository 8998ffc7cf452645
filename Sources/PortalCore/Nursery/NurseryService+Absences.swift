/// A parent's word that a child will not come to the nursery, as it was typed.
package struct CareAbsenceForm: Hashable, Sendable {
    package enum Field: String, CaseIterable, Sendable {
        case firstDay = "du"
        case lastDay = "au"
        case reason = "motif"
    }

    package let firstDay: String
    package let lastDay: String
    package let reason: String

    package init(firstDay: String, lastDay: String, reason: String) {
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.reason = reason
    }

    /// Longer than any illness that is told in one go.
    private static let longest = 31

    /// - Throws: `FieldErrors`, each next to its field.
    fileprivate func checked(under policy: AbsencePolicy, today: CivilDate) throws(FieldErrors) -> ClosedRange<CivilDate> {
        var errors = FieldErrors()
        let first = errors.require(CivilDate(iso: firstDay), Field.firstDay, "Indiquez le jour de l'absence.")
        let last = lastDay.isEmpty ? first : errors.require(CivilDate(iso: lastDay), Field.lastDay, "Ce jour n'existe pas.")
        if let first, first < today { errors.add(Field.firstDay, "Pour un jour passé, adressez-vous à la structure.") }
        if let first, let last {
            if last < first {
                errors.add(Field.lastDay, "Le dernier jour vient avant le premier.")
            } else if last.days(since: first) >= Self.longest {
                errors.add(Field.lastDay, "\(Self.longest) jours au plus\u{A0}: signalez une absence plus longue en plusieurs fois.")
            }
        }
        if !policy.allReasons.contains(reason) { errors.add(Field.reason, "Choisissez un motif.") }
        guard errors.isEmpty, let first, let last else { throw errors }
        return first...last
    }
}

extension NurseryService {
    /// Notes that a child will not come, on each day on which it was expected. A reason that is never charged takes its hours off at once; for
    /// another the nursery judges what the family brings.
    ///
    /// - Returns: how many days were noted; nil for a stranger's contract, as for one that does not exist.
    /// - Throws: `FieldErrors`, each next to its field; `LeaveRefusal` for an adult who may not book for the child.
    package func reportAbsence(_ form: CareAbsenceForm, for id: Identifier<CareContract>, by access: HouseholdAccess) async throws -> Int? {
        let now = portal.clock.now
        let today = ParisTime.date(now)
        let catalogue = catalogue
        return try await portal.database.write { transaction in
            try transaction.lock([.booking, .alone("contract:\(id.rawValue)")])
            guard let access = try HouseholdAccess(account: access.account, in: transaction),
                let contract = try CareContractStore(transaction).contract(id), access.mayRead(contract),
                let activity = catalogue.activity(contract.activity)
            else { return nil }
            try access.requireBooking(for: contract)
            let policy = catalogue.absencePolicy(of: activity)
            let days = try form.checked(under: policy, today: today)
            guard let file = try CareFileStore(transaction, catalogue).file(contract, days) else { return nil }
            let opening = OpeningDays(of: activity, in: catalogue.calendar)
            let missed = days.filter { file.day($0, opening: opening).map { $0.isExpected && $0.stay?.arrived == nil } ?? false }
            guard !missed.isEmpty else {
                throw FieldErrors(CareAbsenceForm.Field.firstDay, "\(contract.child.firstName) n'est pas attendu ces jours-là.")
            }
            let locks = try BillingLockStore(transaction).locks(from: days.lowerBound, through: days.upperBound)
            guard locks.isEmpty else {
                throw FieldErrors(CareAbsenceForm.Field.firstDay, "Ces jours sont verrouillés pour la facturation\u{A0}: voyez avec la structure.")
            }
            let absence: StayAbsence = policy.freeReasons.contains(form.reason) ? .excused : .charged
            for date in missed {
                let stay = NurseryStay(date: date, arrived: nil, departed: nil, absence: absence, reason: form.reason)
                try NurseryStayStore(transaction).put(stay, of: id, toldBy: access.account, at: now)
            }
            let span = days.frenchSpan
            let detail = "\(span), \(form.reason), \(missed.count) jours"
            try AuditLog.record(in: transaction, by: .account(access.account), .careAbsenceReported, on: id, detail: detail, at: now)
            return missed.count
        }
    }
}

extension AuditAct {
    /// Subject: the contract.
    static let careAbsenceReported = AuditAct(rawValue: "careContract.absenceReported")
}
