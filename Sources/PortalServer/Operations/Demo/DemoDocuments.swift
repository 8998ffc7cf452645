import PortalCore

/// Lets some of the families that have forgotten a document send it: one waits for the desk, another was refused.
struct DemoDocuments {
    let portal: Portal

    private static let accounts = 30

    func fill() async throws {
        guard let catalogue = try portal.database.read({ try PortalCatalogueStore($0).load() }) else { return }
        let service = DocumentService(portal, catalogue, hasAntivirus: false)
        let accounts = try portal.database.read { try DemoStore($0).firstAccounts(DemoDocuments.accounts) }
        var turn = 0
        var seen: Set<Identifier<Household>> = []
        for account in accounts {
            guard let access = try portal.database.read({ try HouseholdAccess(account: account, in: $0) }),
                let ask = try service.asks(of: access).first(where: \.isOpen), seen.insert(ask.household).inserted,
                let key = IdempotencyKey("demonstration-piece-\(account.rawValue)")
            else { continue }
            // The first leaves it to the visitor.
            defer { turn += 1 }
            guard turn > 0 else { continue }
            _ = try await service.send([DemoFile.pdf], for: ask.type.code, of: ask.subject, key: key, by: account)
            if turn == 2 { try await refuse(ask, of: access, catalogue) }
        }
    }

    private func refuse(_ ask: DocumentAsk, of access: HouseholdAccess, _ catalogue: PortalCatalogue) async throws {
        let note = "La photo est floue\u{A0}: les dates ne se lisent pas."
        let now = portal.clock.now
        try await portal.database.write { transaction in
            let store = DocumentStore(transaction)
            let sent = try store.documents(of: ask.household).first { $0.typeCode == ask.type.code && $0.subject == ask.subject }
            if let sent { try store.judge(sent.id, .refused, validUntil: nil, note: note, by: Identifier(2), at: now) }
        }
    }
}
