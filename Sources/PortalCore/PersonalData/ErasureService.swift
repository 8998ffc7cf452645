/// Asking to be forgotten, and the staff's answers.
package struct ErasureService: Sendable {
    private let portal: Portal

    package init(_ portal: Portal) {
        self.portal = portal
    }

    /// The latest request of an account; nil when it never asked.
    package func latest(of account: Identifier<Account>) throws -> ErasureRequest? {
        try portal.database.read { try ErasureStore($0).latest(of: account) }
    }

    package func request(_ id: Identifier<ErasureRequest>) throws -> ErasureRequest? {
        try portal.database.read { try ErasureStore($0).request(id) }
    }

    /// What waits for the staff, the oldest first.
    package func waiting() throws -> [ErasureRequest] { try portal.database.read { try ErasureStore($0).waiting(limit: 200) } }

    package func waitingCount() throws -> Int { try portal.database.read { try ErasureStore($0).waitingCount() } }

    /// Asks to be forgotten. Nothing happens while a request waits.
    ///
    /// - Throws: `FieldErrors` about `ErasureRequest.Field.message`.
    package func ask(_ message: String, by account: Identifier<Account>) async throws {
        var errors = FieldErrors()
        guard let message = errors.paragraphs(message, ErasureRequest.Field.message, missing: nil) else { throw errors }
        let now = portal.clock.now
        try await portal.database.write { transaction in
            try transaction.lock("account:\(account.rawValue)")
            let store = ErasureStore(transaction)
            if case .waiting = try store.latest(of: account)?.state { return }
            let id = try store.insert(message, by: account, at: now)
            try AuditLog.record(in: transaction, by: .account(account), .erasureAsked, on: id, at: now)
        }
    }

    /// Answers a request. Accepting it closes the account and forgets how to reach its owner; the answer leaves by mail before that.
    ///
    /// - Throws: `FieldErrors` without an answer; `HouseholdRefusal.unknown` when the request does not wait any more.
    package func settle(_ id: Identifier<ErasureRequest>, accepting: Bool, answer typed: String, by member: Identifier<StaffMember>) async throws {
        var errors = FieldErrors()
        let missing = "Écrivez ce qui est effacé, ce qui est gardé et pourquoi\u{A0}: la personne le lira."
        guard let answer = errors.paragraphs(typed, ErasureRequest.Field.answer, missing: missing) else { throw errors }
        let now = portal.clock.now
        try await portal.database.write { [vault = portal.vault] transaction in
            let store = ErasureStore(transaction)
            guard let request = try store.request(id), try store.settle(id, accepted: accepting, answer: answer, by: member, at: now) else {
                throw HouseholdRefusal.unknown
            }
            let detail = accepting ? "acceptée" : "refusée"
            try AuditLog.record(in: transaction, by: .staff(member), .erasureSettled, on: id, detail: detail, at: now)
            if let owner = try AccountOwnerStore(transaction).owner(of: request.account), let email = owner.email,
                let settings = try PortalCatalogueStore(transaction).load()?.settings
            {
                let mail = Mail.erasure(to: email, salutation: owner.salutation, isAccepted: accepting, answer: answer, from: settings)
                try OutboxStore(transaction).enqueue(mail, to: request.account, at: now)
                if accepting { _ = try UnreachableAddressStore(transaction).forget(email) }
            }
            guard accepting else { return }
            try AccountClosing(transaction, vault).close(request.account, by: .staff(member), at: now)
            try store.eraseContacts(of: request.account)
            for child in try DueErasureStore(transaction).childrenLeft(by: request.account, since: ParisTime.date(now)) {
                try ChildErasing(transaction).eraseHealth(of: child)
            }
        }
    }
}

extension AuditAct {
    /// Subject: the request.
    fileprivate static let erasureAsked = AuditAct(rawValue: "erasure.asked")
    /// Subject: the request.
    fileprivate static let erasureSettled = AuditAct(rawValue: "erasure.settled")
}
