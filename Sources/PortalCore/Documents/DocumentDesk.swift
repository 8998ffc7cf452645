/// The pièces justificatives as the staff check them. What speaks of health is for who may read children's sheets.
package struct DocumentDesk: Sendable {
    let portal: Portal
    let catalogue: PortalCatalogue

    package init(_ portal: Portal, _ catalogue: PortalCatalogue) {
        self.portal = portal
        self.catalogue = catalogue
    }

    /// What waits to be checked, the oldest first.
    ///
    /// - Parameter type: a type's code; nil for all of them.
    package func inbox(_ type: String?, for member: StaffMember, limit: Int = 100) throws -> [DeskDocument] {
        guard member.role.has(.readDocuments) else { return [] }
        return try portal.database.read {
            try DocumentInboxStore($0).waiting(type: type, withHealth: member.role.has(.readChildSheets), limit: limit)
        }
    }

    /// How many wait, by the type's code.
    package func waitingCounts(for member: StaffMember) throws -> [String: Int] {
        guard member.role.has(.readDocuments) else { return [:] }
        return try portal.database.read { try DocumentInboxStore($0).counts(withHealth: member.role.has(.readChildSheets)) }
    }

    /// One of them; nil when there is none that this member may read.
    package func document(_ id: Identifier<SupportingDocument>, for member: StaffMember) throws -> DeskDocument? {
        try portal.database.read { transaction in
            guard let document = try DocumentStore(transaction).document(id), member.mayRead(document) else { return nil }
            return try DocumentInboxStore(transaction).named(document)
        }
    }

    /// What is asked of a family and what it has sent; nil for who may not read documents, or when there is no such family.
    package func file(of household: Identifier<Household>, for member: StaffMember) throws -> FamilyDocuments? {
        guard member.role.has(.readDocuments), !catalogue.settings.documents.isEmpty else { return nil }
        return try portal.database.read { transaction in
            guard let family = try FamilyStore(transaction).family(household) else { return nil }
            let asks = try DocumentAsks(catalogue, of: family, in: transaction, on: portal.clock.today).all(of: family)
            let documents = try DocumentStore(transaction).documents(of: household)
            return FamilyDocuments(
                asks: asks.filter { !$0.type.isHealth || member.role.has(.readChildSheets) },
                documents: documents.filter { $0.state != .withdrawn && member.mayRead($0) },
                mayJudge: member.role.has(.judgeDocuments)
            )
        }
    }

    /// A file of a document. Who reads it is noted.
    ///
    /// - Returns: nil when there is none that this member may read, or the antivirus has not seen it.
    package func read(
        _ file: Identifier<DocumentFile>,
        of id: Identifier<SupportingDocument>,
        by member: StaffMember
    ) async throws -> (kind: FileKind, bytes: [UInt8])? {
        let (now, vault) = (portal.clock.now, portal.vault)
        return try await portal.database.write { transaction in
            guard let document = try DocumentStore(transaction).document(id), member.mayRead(document),
                let found = try SentFileStore(transaction).open(file, of: id, vault)
            else { return nil }
            let detail = "fichier \(file.rawValue), \(document.typeCode) \(document.subject.text)"
            try AuditLog.record(in: transaction, by: .staff(member.id), .documentRead, on: id, detail: detail, at: now)
            return found
        }
    }
}

/// A document with the names that the staff know it by.
package struct DeskDocument: Hashable, Sendable {
    package let document: SupportingDocument
    package let householdName: String
    /// "Léa Dupont"; the household's name for what is about the household.
    package let subjectName: String
}

/// What is asked of a family, and what it has sent.
package struct FamilyDocuments: Hashable, Sendable {
    package let asks: [DocumentAsk]
    /// The latest first.
    package let documents: [SupportingDocument]
    package let mayJudge: Bool

    /// The latest document of an ask.
    package func latest(of ask: DocumentAsk) -> SupportingDocument? {
        documents.first { $0.typeCode == ask.type.code && $0.subject == ask.subject }
    }
}

extension StaffMember {
    /// Whether this member may read a document.
    func mayRead(_ document: SupportingDocument) -> Bool {
        role.has(.readDocuments) && (!document.isHealth || role.has(.readChildSheets)) && document.state != .withdrawn
    }
}

extension DocumentAsks {
    init(_ catalogue: PortalCatalogue, of family: Family, in transaction: any Transaction, on today: CivilDate) throws {
        let enrolments = try family.children.flatMap { try EnrolmentStore(transaction).enrolments(of: $0.id) }.filter { $0.lastDay >= today }
        self.init(catalogue, try DocumentStore(transaction).facts(in: family.household.id), enrolments, of: family.children, on: today)
    }
}
