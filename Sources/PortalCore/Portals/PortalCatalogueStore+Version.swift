extension PortalCatalogueStore {
    /// How many times the catalogue has changed: the same number, the same catalogue.
    func version() throws -> Int64 {
        try transaction.first("SELECT version FROM catalogue_version WHERE id = 1") { try $0[0] } ?? 0
    }

    /// A catalogue as it stands in this transaction: what a page had read may have changed since. To be asked under `NamedLock.booking`.
    func current(_ catalogue: PortalCatalogue) throws -> PortalCatalogue {
        guard let read = catalogue.version, try version() != read else { return catalogue }
        return try load() ?? catalogue
    }

    /// To be said in every transaction that writes to settings, texts, contacts, news, closures, activities, units, groups or sessions.
    package func noteChange() throws {
        try transaction.execute(
            """
            INSERT INTO catalogue_version (id, version) VALUES (1, 1)
            ON CONFLICT (id) DO UPDATE SET version = catalogue_version.version + 1
            """
        )
    }
}
