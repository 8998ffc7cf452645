/// The types of pièces justificatives as administrators add, change and retire them. What they publish holds at once, over the definition's.
package struct DocumentTypeService: Sendable {
    private let portal: Portal
    private let catalogue: PortalCatalogue

    package init(_ portal: Portal, _ catalogue: PortalCatalogue) {
        self.portal = portal
        self.catalogue = catalogue
    }

    /// All of them, in the town's order, those that are no longer asked included.
    package func types() throws -> [PublishedDocumentType] { try portal.database.read { try DocumentTypeStore($0).published() } }

    /// One of them; nil when there is none.
    package func type(_ code: String) throws -> PublishedDocumentType? { try types().first { $0.type.code == code } }

    /// Adds a type, or changes one. What families have sent stays as it is, and is judged by the new type from now on.
    ///
    /// - Parameter code: of the type that changes; nil for a new one.
    /// - Returns: nil when there is no such type.
    /// - Throws: `FieldErrors`, each next to its field.
    package func publish(_ form: DocumentTypeForm, code: String?, by member: StaffMember) async throws -> DocumentType? {
        let now = portal.clock.now
        let catalogue = catalogue
        return try await portal.database.write { transaction in
            try transaction.lock([.changingRules])
            let store = DocumentTypeStore(transaction)
            let known = try store.published()
            let before = known.first { $0.type.code == code }
            guard code == nil || before != nil else { return nil }
            let type = try form.checked(code: code, taken: Set(known.map(\.type.code)), in: catalogue, today: ParisTime.date(now))
            if known.contains(where: { $0.type.code != type.code && !$0.isRetired && $0.type.name == type.name }) {
                throw FieldErrors(DocumentTypeForm.Field.name, "Une autre pièce porte déjà ce nom.")
            }
            if let before, before.type.scope != type.scope, try store.isUsed(type.code) {
                let rule = "Des familles ont déjà envoyé cette pièce (\(before.type.scope.french))\u{A0}: ajoutez plutôt une autre pièce."
                throw FieldErrors(DocumentTypeForm.Field.scope, rule)
            }
            guard type != before?.type else { return type }
            try store.publish(type, isRetired: before?.isRetired ?? false, by: member.id, at: now)
            try PortalCatalogueStore(transaction).noteChange()
            let detail = "\(before.map { "\($0.type.summary) → " } ?? "")\(type.summary)"
            try AuditLog.record(in: transaction, by: .staff(member.id), .documentTypePublished, on: Identifier<Portal>(1), detail: detail, at: now)
            return type
        }
    }

    /// Stops asking for a type, or asks for it again. What families have sent stays.
    ///
    /// - Returns: false when there is no such type.
    package func setRetired(_ isRetired: Bool, _ code: String, by member: StaffMember) async throws -> Bool {
        try await change(code, by: member) { store, known, now in
            guard known.isRetired != isRetired else { return nil }
            try store.publish(known.type, isRetired: isRetired, by: member.id, at: now)
            return isRetired ? .documentTypeRetired : .documentTypeRestored
        }
    }

    /// Takes back what was published over the definition's type.
    ///
    /// - Returns: false when there is no such type.
    package func revert(_ code: String, by member: StaffMember) async throws -> Bool {
        try await change(code, by: member) { store, known, _ in
            guard known.origin == .changed else { return nil }
            try store.withdraw(code)
            return .documentTypeReverted
        }
    }

    /// - Parameter act: what to do with it, and what the journal says of it; nil when there is nothing to do.
    private func change(
        _ code: String,
        by member: StaffMember,
        _ act: @escaping @Sendable (DocumentTypeStore, PublishedDocumentType, Instant) throws -> AuditAct?
    ) async throws -> Bool {
        let now = portal.clock.now
        return try await portal.database.write { transaction in
            try transaction.lock([.changingRules])
            let store = DocumentTypeStore(transaction)
            guard let known = try store.published().first(where: { $0.type.code == code }) else { return false }
            guard let noted = try act(store, known, now) else { return true }
            try PortalCatalogueStore(transaction).noteChange()
            try AuditLog.record(in: transaction, by: .staff(member.id), noted, on: Identifier<Portal>(1), detail: known.type.summary, at: now)
            return true
        }
    }
}

extension DocumentType {
    /// What the journal keeps of it.
    fileprivate var summary: String {
        let where_ = activities.isEmpty ? "" : ", \(activities.joined(separator: " "))"
        return "\(code)\u{A0}: \(name), \(scope.rawValue), \(validity.notation), \(demand.rawValue)\(where_)\(isHealth ? ", santé" : "")"
    }
}

extension AuditAct {
    /// Subject of these: the portal; the detail has the type.
    static let documentTypePublished = AuditAct(rawValue: "documentType.published")
    static let documentTypeRetired = AuditAct(rawValue: "documentType.retired")
    static let documentTypeRestored = AuditAct(rawValue: "documentType.restored")
    static let documentTypeReverted = AuditAct(rawValue: "documentType.reverted")
}
