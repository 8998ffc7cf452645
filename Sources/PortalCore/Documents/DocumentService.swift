/// The pièces justificatives as families see and send them.
package struct DocumentService: Sendable {
    let portal: Portal
    let catalogue: PortalCatalogue
    /// Whether an antivirus looks at what is sent before anybody opens it.
    let hasAntivirus: Bool

    package init(_ portal: Portal, _ catalogue: PortalCatalogue, hasAntivirus: Bool) {
        self.portal = portal
        self.catalogue = catalogue
        self.hasAntivirus = hasAntivirus
    }

    /// Everything that is asked of an adult's families, or may be kept here, in the town's order.
    package func asks(of access: HouseholdAccess) throws -> [DocumentAsk] {
        guard !catalogue.settings.documents.isEmpty else { return [] }
        return try portal.database.read { try DocumentAsks(catalogue, of: access, in: $0, on: portal.clock.today).all(of: access) }
    }

    /// One of them with what was sent for it, the latest first; nil when it is not asked of this adult.
    package func file(_ code: String, of subject: DocumentSubject, for access: HouseholdAccess) throws -> DocumentAskFile? {
        try portal.database.read { try file(code, of: subject, for: access, in: $0) }
    }

    func file(
        _ code: String,
        of subject: DocumentSubject,
        for access: HouseholdAccess,
        in transaction: any Transaction
    ) throws -> DocumentAskFile? {
        let asks = try DocumentAsks(catalogue, of: access, in: transaction, on: portal.clock.today).all(of: access)
        guard let ask = asks.first(where: { $0.type.code == code && $0.subject == subject }) else { return nil }
        let documents = try access.families.flatMap { try DocumentStore(transaction).documents(of: $0.household.id) }
        return DocumentAskFile(
            ask: ask,
            documents: documents.filter { $0.typeCode == code && $0.subject == subject && $0.state != .withdrawn },
            maySend: access.maySend(subject, isHealth: ask.type.isHealth)
        )
    }

    /// A file that the adult's household has sent; nil for anybody else's, and while the antivirus has not seen it.
    package func read(
        _ file: Identifier<DocumentFile>,
        of id: Identifier<SupportingDocument>,
        for access: HouseholdAccess
    ) throws -> (kind: FileKind, bytes: [UInt8])? {
        try portal.database.read { transaction in
            guard let document = try DocumentStore(transaction).document(id), access.mayRead(document) else { return nil }
            return try SentFileStore(transaction).open(file, of: id, portal.vault)
        }
    }
}

/// A document that is asked, with what was sent for it.
package struct DocumentAskFile: Hashable, Sendable {
    package let ask: DocumentAsk
    /// The latest first.
    package let documents: [SupportingDocument]
    /// Whether the reader may send it, and take it back.
    package let maySend: Bool

    /// The one that is not judged yet: what is sent now joins it.
    package var open: SupportingDocument? { documents.first { $0.state == .waiting || $0.state == .scanning } }
}

extension HouseholdAccess {
    /// Whether this adult opens the files of a document.
    func mayRead(_ document: SupportingDocument) -> Bool { document.state != .withdrawn && maySee(document) }

    /// Whether this adult knows of a document: of a household that it decides for, about a child that it may see, about itself.
    func maySee(_ document: SupportingDocument) -> Bool {
        family(document.household) != nil && maySee(document.subject, isHealth: document.isHealth)
    }

    /// Whether this adult sees what is asked about somebody: health is for who decides for the child.
    func maySee(_ subject: DocumentSubject, isHealth: Bool) -> Bool {
        switch subject {
        case .household(let household): decides(for: household)
        case .adult(let adult): adult == self.adult.id
        case .child(let child): relation(to: child).map { isHealth ? $0.holdsAuthority : $0.has(.sees) } ?? false
        }
    }

    /// Whether this adult sends and takes back what is asked about somebody: about a child, who decides for it or books for it.
    func maySend(_ subject: DocumentSubject, isHealth: Bool) -> Bool {
        guard maySee(subject, isHealth: isHealth), let child = subject.child else { return maySee(subject, isHealth: isHealth) }
        return relation(to: child).map { $0.holdsAuthority || $0.has(.books) } ?? false
    }
}

extension DocumentAsks {
    init(_ catalogue: PortalCatalogue, of access: HouseholdAccess, in transaction: any Transaction, on today: CivilDate) throws {
        let last = today.adding(days: Self.daysAhead)
        let enrolments = try EnrolmentStore(transaction).enrolments(ofChildrenOf: access.adult.id, from: today, through: last)
        self.init(catalogue, try DocumentStore(transaction).facts(of: access.adult.id), enrolments, of: access.children, on: today)
    }
}
