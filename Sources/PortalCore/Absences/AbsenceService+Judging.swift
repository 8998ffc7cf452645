extension AbsenceService {
    /// What the staff have to judge and what they judged, each the longest wait first.
    package func inbox(_ state: AbsenceState, for reader: StaffMember) throws -> [Absence] {
        guard reader.role.has(.judgeAbsences) else { return [] }
        return try portal.database.read { try AbsenceStore($0).absences(in: state, limit: 100) }
    }

    /// One absence with its days and certificates; nil when it does not exist.
    package func absence(_ id: Identifier<Absence>, for reader: StaffMember) throws -> AbsenceFile? {
        reader.role.has(.judgeAbsences) ? try file(id) : nil
    }

    /// A certificate's bytes. Who reads them is noted.
    ///
    /// - Returns: nil when the absence has no such certificate, or the antivirus has not seen it.
    package func read(
        _ certificate: Identifier<Certificate>,
        of absence: Identifier<Absence>,
        by member: StaffMember
    ) async throws -> (kind: FileKind, bytes: [UInt8])? {
        let now = portal.clock.now
        let vault = portal.vault
        return try await portal.database.write { transaction in
            guard let found = try SentFileStore(transaction).open(certificate, of: absence, vault) else { return nil }
            let detail = "justificatif \(certificate.rawValue)"
            try AuditLog.record(in: transaction, by: .staff(member.id), .certificateRead, on: absence, detail: detail, at: now)
            return found
        }
    }

    /// Accepts a certificate, which excuses what the town's policy excuses, or refuses it with a reason; the parent gets a mail.
    ///
    /// - Parameter link: the absence's address, for the mail.
    /// - Returns: false when there is no such absence.
    /// - Throws: `FieldErrors` without a reason for a refusal, or when the days are locked for invoicing.
    package func judge(
        _ id: Identifier<Absence>,
        accepting: Bool,
        note: String,
        by member: StaffMember,
        link: String?
    ) async throws -> Bool {
        var errors = FieldErrors()
        let note = errors.text(note, JudgementField.note, longest: 300, missing: accepting ? nil : "Dites pourquoi\u{A0}: le parent reçoit ce motif.")
        guard let note, errors.isEmpty else { throw errors }
        let now = portal.clock.now
        let catalogue = catalogue
        return try await portal.database.write { transaction in
            let store = AbsenceStore(transaction)
            guard let absence = try store.absence(id) else { return false }
            try transaction.lock([.booking, .alone("child:\(absence.child.id.rawValue)")])
            try transaction.lock(store.contracts(of: id).map { .alone("contract:\($0.rawValue)") })
            guard let absence = try store.absence(id), absence.state == .toJudge else { return true }
            guard try BillingLockStore(transaction).locks(from: absence.firstDay, through: absence.lastDay).isEmpty else {
                throw FieldErrors(JudgementField.note, "Ces jours sont verrouillés pour la facturation\u{A0}: plus rien ne peut y être changé.")
            }
            if accepting {
                guard let sentAt = try SentFileStore<Absence>(transaction).files(of: id).last?.sentAt else { return true }
                try AbsenceJudge(transaction, catalogue, at: now).excuse(absence, sentAt: sentAt)
            }
            try store.judge(id, accepting ? .accepted : .refused, note: note, by: member.id, at: now)
            let detail = accepting ? "acceptée" : "refusée"
            try AuditLog.record(in: transaction, by: .staff(member.id), .absenceJudged, on: id, detail: detail, at: now)
            guard let (email, salutation) = try store.recipient(of: absence.account, about: absence.child.id) else { return true }
            let days = try store.days(of: id, child: absence.child.id)
            let mail = Mail.absenceJudged(
                absence,
                accepted: accepting,
                note: note,
                stillCharged: days.count { !$0.price.isNothing },
                to: email,
                salutation: salutation,
                link: link,
                from: catalogue.settings
            )
            try OutboxStore(transaction).enqueue(mail, to: absence.account, at: now)
            return true
        }
    }
}

/// The fields of a judgement.
package enum JudgementField: String, Sendable {
    case act = "acte"
    case note = "motif"
}

/// Excuses the days that a certificate excuses.
private struct AbsenceJudge {
    let transaction: any Transaction
    let catalogue: PortalCatalogue
    let now: Instant

    init(_ transaction: any Transaction, _ catalogue: PortalCatalogue, at now: Instant) {
        self.transaction = transaction
        self.catalogue = catalogue
        self.now = now
    }

    func excuse(_ absence: Absence, sentAt: Instant) throws {
        let store = AbsenceStore(transaction)
        for day in try store.days(of: absence.id, child: absence.child.id) {
            guard let activity = catalogue.activity(of: day.place) else { continue }
            let justified = catalogue.absencePolicy(of: activity).priceWhenJustified(
                reason: absence.reason,
                rank: day.rank,
                daysAfterFirst: day.daysAfterFirst,
                sentAt: sentAt,
                times: day.times
            )
            switch day.place {
            case .unit(let unit):
                try store.setPrice(justified, of: unit, on: day, in: absence.id)
                if justified.isNothing { try excuse(BookingSlot(child: day.child, unit: unit, date: day.date)) }
            case .care(let contract, _):
                try store.setPrice(justified.ofHours, ofCareUnder: contract, on: day, in: absence.id)
                if justified.isNothing { try NurseryStayStore(transaction).excuse(CareSlot(contract: contract, date: day.date), at: now) }
            }
        }
    }

    /// A child who came after all stays present.
    private func excuse(_ slot: BookingSlot) throws {
        let bookings = BookingStore(transaction)
        if try bookings.booking(of: slot)?.state == .absent { try bookings.update(slot, to: .excused) }
        try RollCallStore(transaction).setReported(.excused, of: slot)
    }
}

extension PortalCatalogue {
    fileprivate func activity(of place: AbsenceDay.Place) -> Activity? {
        switch place {
        case .unit(let id): unit(id)?.activity
        case .care(_, let id): activity(id)
        }
    }
}
