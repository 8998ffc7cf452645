/// The names of the fields of a form that sends a document.
package enum DocumentField: String, CaseIterable, Hashable, Sendable {
    case files = "fichiers"
    /// Makes a form that is sent twice count once.
    case key = "cle"
}

extension DocumentService {
    /// Files of one document.
    private static let mostFiles = 6

    /// Keeps the files that a parent sends for something that is asked. They join what waits for the staff, page after page.
    ///
    /// - Returns: false when it is not asked of this adult.
    /// - Throws: `FieldErrors` when a file may not be kept.
    package func send(
        _ files: [[UInt8]],
        for code: String,
        of subject: DocumentSubject,
        key: IdempotencyKey,
        by account: Identifier<Account>
    ) async throws -> Bool {
        let sent = try CheckedFile.all(files, DocumentField.files, missing: "Choisissez le fichier à envoyer, ou prenez le document en photo.")
        let (service, now) = (self, portal.clock.now)
        let sender = FileSender(account: account, now: now, hasAntivirus: hasAntivirus, vault: portal.vault)
        return try await portal.database.write { transaction in
            try transaction.lock("account:\(account.rawValue)")
            guard let access = try HouseholdAccess(account: account, in: transaction),
                let known = try service.file(code, of: subject, for: access, in: transaction),
                access.maySend(subject, isHealth: known.ask.type.isHealth)
            else { return false }
            let store = SentFileStore<SupportingDocument>(transaction)
            if try store.has(key, of: account) { return true }
            let household = known.ask.household
            try transaction.lock("documents:\(household.rawValue)")
            guard let known = try service.file(code, of: subject, for: access, in: transaction) else { return false }
            guard (known.open?.files.count ?? 0) + sent.count <= Self.mostFiles else {
                throw FieldErrors(DocumentField.files, "\(Self.mostFiles) fichiers au plus pour une pièce\u{A0}: retirez l'envoi pour recommencer.")
            }
            let state: DocumentState = sender.hasAntivirus ? .scanning : .waiting
            let documents = DocumentStore(transaction)
            let id: Identifier<SupportingDocument>
            if let open = known.open {
                id = open.id
                try documents.setState(state, of: id)
            } else {
                id = try documents.insert(known.ask.type, of: subject, in: household, state: state, by: account, at: now)
            }
            for file in sent { try store.insert(file, of: id, key: key.text, by: sender) }
            let detail = "\(code) \(subject.text), \(sent.count) fichier\(sent.count > 1 ? "s" : "")"
            try AuditLog.record(in: transaction, by: .account(account), .documentSent, on: id, detail: detail, at: now)
            return true
        }
    }

    /// Takes back what was sent by mistake and is not judged yet: its files are forgotten.
    ///
    /// - Returns: what was asked, to go back to; nil for a stranger's document.
    package func withdraw(_ id: Identifier<SupportingDocument>, by account: Identifier<Account>) async throws -> SupportingDocument? {
        let now = portal.clock.now
        return try await portal.database.write { transaction in
            guard let access = try HouseholdAccess(account: account, in: transaction) else { return nil }
            let store = DocumentStore(transaction)
            guard let found = try store.document(id), access.maySee(found), access.maySend(found.subject, isHealth: found.isHealth) else {
                return nil
            }
            try transaction.lock("documents:\(found.household.rawValue)")
            guard let document = try store.document(id) else { return nil }
            // Judged or taken back meanwhile: it stays as it is, and its page says so.
            guard [.waiting, .scanning].contains(document.state) else { return document }
            try store.setState(.withdrawn, of: id)
            try SentFileStore<SupportingDocument>(transaction).deleteAll(of: id)
            let detail = "\(document.typeCode) \(document.subject.text)"
            try AuditLog.record(in: transaction, by: .account(account), .documentWithdrawn, on: id, detail: detail, at: now)
            return document
        }
    }
}

extension AuditAct {
    /// Subject of these: the document.
    static let documentSent = AuditAct(rawValue: "document.sent")
    static let documentWithdrawn = AuditAct(rawValue: "document.withdrawn")
    static let documentRead = AuditAct(rawValue: "document.read")
    static let documentJudged = AuditAct(rawValue: "document.judged")
    static let documentTakenOnPaper = AuditAct(rawValue: "document.takenOnPaper")
    static let documentInfected = AuditAct(rawValue: "document.infected")
    /// Subject: the household.
    static let documentsAskedAgain = AuditAct(rawValue: "documents.askedAgain")
}
