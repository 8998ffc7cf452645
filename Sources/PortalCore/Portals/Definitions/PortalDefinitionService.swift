/// Brings definition files into a portal's database, and back out of it.
package struct PortalDefinitionService: Sendable {
    private let portal: Portal

    package init(_ portal: Portal) {
        self.portal = portal
    }

    /// Makes the portal what the definition says. What keeps its code keeps its number, and with it its enrolments and bookings.
    ///
    /// - Parameter isOverwriting: whether what the admin pages have changed since the last import may be undone.
    /// - Throws: `DefinitionRefusal` when the definition leaves out something that families already use, or would undo what the admin pages have
    ///   changed; nothing is changed then.
    package func put(_ definition: PortalDefinition, by actor: Actor = .system, overwriting isOverwriting: Bool = false) async throws {
        guard definition.settings.slug == portal.slug else {
            throw DefinitionRefusal(message: "ce fichier décrit le portail \(quoted(definition.settings.slug)), pas \(quoted(portal.slug))")
        }
        let now = portal.clock.now
        try await portal.database.write { transaction in
            try transaction.lock([.changingRules])
            let edited = EditedSettingStore(transaction)
            if !isOverwriting, let current = try PortalCatalogueStore(transaction).load().map(PortalDefinition.init) {
                let undone = try edited.undone(by: definition, over: current)
                guard undone.isEmpty else { throw DefinitionRefusal(undoing: undone) }
            }
            try edited.forget()
            try PortalDefinitionStore(transaction).replace(with: definition)
            let detail = "\(definition.activities.count) activities, \(definition.settings.news.count) news"
            try AuditLog.record(in: transaction, by: actor, .definitionImported, on: Identifier<Portal>(1), detail: detail, at: now)
        }
    }

    /// The definition that the portal runs with; nil before the first import.
    package func definition() throws -> PortalDefinition? {
        try portal.database.read { try PortalCatalogueStore($0).load() }.map(PortalDefinition.init)
    }
}

extension AuditAct {
    package static let definitionImported = AuditAct(rawValue: "portal.definition.imported")
}

extension DefinitionRefusal {
    /// - Parameter settings: what the pages have changed and the file does not say, in words.
    fileprivate init(undoing settings: [String]) {
        self.init(
            message: "il déferait ce que les pages d'administration ont réglé depuis le dernier import\u{A0}: \(settings.joined(separator: ", ")). "
                + "Reprenez-le dans le fichier (portal export l'écrit), ou importez avec --remplacer"
        )
    }
}
