/// What the staff decide of a document.
package struct DocumentVerdict: Hashable, Sendable {
    /// The names of the form's fields.
    package enum Field: String, CaseIterable, Sendable {
        case act = "acte"
        case validUntil = "valable"
        case note = "motif"
    }

    let isAccepted: Bool
    /// The last day on which it is good; nil without end.
    let validUntil: CivilDate?
    let note: String

    /// Reads the form.
    ///
    /// - Parameter today: what is accepted must still be good.
    /// - Throws: one sentence for each wrong field.
    package init(accepting: Bool, validUntil typed: String, note: String, today: CivilDate) throws(FieldErrors) {
        var errors = FieldErrors()
        let text = errors.text(note, Field.note, longest: 300, missing: accepting ? nil : "Dites pourquoi\u{A0}: la famille reçoit ce motif.")
        var end: CivilDate?
        if accepting, !typed.isEmpty {
            end = errors.require(CivilDate(iso: typed), Field.validUntil, "Ce jour n'existe pas.")
            if let end, end < today {
                errors.add(Field.validUntil, "Ce jour est passé\u{A0}: une pièce qui n'est plus valable se refuse, avec le motif.")
            }
        }
        guard errors.isEmpty, let text else { throw errors.inOrder(of: Field.self) }
        isAccepted = accepting
        validUntil = end
        self.note = text
    }
}

extension DocumentDesk {
    /// The last day that a type's validity gives to a document of a day; nil without end, and for a type that is no longer asked.
    package func proposedEnd(of document: SupportingDocument) -> CivilDate? {
        let type = catalogue.settings.documents.first { $0.code == document.typeCode }
        return document.validUntil ?? type?.validity.lastDay(of: ParisTime.date(document.sentAt))
    }

    /// Accepts or refuses a document, or changes what was decided; the family's adults who may read it get a mail.
    ///
    /// - Parameter link: the address of the family's documents, for the mail.
    /// - Returns: false when there is none that this member may judge.
    package func judge(
        _ id: Identifier<SupportingDocument>,
        _ verdict: DocumentVerdict,
        by member: StaffMember,
        link: String?
    ) async throws -> Bool {
        guard member.role.has(.judgeDocuments) else { return false }
        let (now, settings) = (portal.clock.now, catalogue.settings)
        return try await portal.database.write { transaction in
            let store = DocumentStore(transaction)
            guard let found = try store.document(id), member.mayRead(found), found.state != .scanning else { return false }
            try transaction.lock("documents:\(found.household.rawValue)")
            guard let document = try store.document(id), member.mayRead(document), document.state != .scanning else { return false }
            let state: DocumentState = verdict.isAccepted ? .accepted : .refused
            // The same form sent twice says it once.
            if document.state == state, document.validUntil == verdict.validUntil, document.judgement?.note == verdict.note { return true }
            try store.judge(id, state, validUntil: verdict.validUntil, note: verdict.note, by: member.id, at: now)
            let end = verdict.validUntil.map { " jusqu'au \($0.iso)" } ?? ""
            let detail = "\(document.typeCode) \(document.subject.text)\u{A0}: \(verdict.isAccepted ? "acceptée\(end)" : "refusée")"
            try AuditLog.record(in: transaction, by: .staff(member.id), .documentJudged, on: id, detail: detail, at: now)
            try DocumentLetters(transaction, settings, at: now).tell(
                document,
                accepted: verdict.isAccepted,
                validUntil: verdict.validUntil,
                note: verdict.note,
                link: link
            )
            return true
        }
    }

    /// Notes a document that a family has shown on paper: accepted, without a file.
    ///
    /// - Returns: false when it is not asked of this family, or by who may not judge.
    package func takeOnPaper(
        _ code: String,
        of subject: DocumentSubject,
        in household: Identifier<Household>,
        _ verdict: DocumentVerdict,
        by member: StaffMember
    ) async throws -> Bool {
        guard member.role.has(.judgeDocuments) else { return false }
        let (now, today, catalogue) = (portal.clock.now, portal.clock.today, catalogue)
        return try await portal.database.write { transaction in
            try transaction.lock("documents:\(household.rawValue)")
            guard let family = try FamilyStore(transaction).family(household) else { return false }
            let asks = try DocumentAsks(catalogue, of: family, in: transaction, on: today).all(of: family)
            guard let ask = asks.first(where: { $0.type.code == code && $0.subject == subject }),
                !ask.type.isHealth || member.role.has(.readChildSheets)
            else { return false }
            // The same form sent twice notes it once.
            if case .valid(let until) = ask.standing, until == verdict.validUntil { return true }
            let store = DocumentStore(transaction)
            let id = try store.insert(ask.type, of: subject, in: household, state: .accepted, by: nil, at: now)
            try store.judge(id, .accepted, validUntil: verdict.validUntil, note: verdict.note, by: member.id, at: now)
            let detail = "\(code) \(subject.text)"
            try AuditLog.record(in: transaction, by: .staff(member.id), .documentTakenOnPaper, on: id, detail: detail, at: now)
            return true
        }
    }
}
