extension PortalCatalogueStore {
    /// How many times the catalogue has changed: the same number, the same catalogue.
    func version() throws -> Int64 {
        try transaction.first("SELECT version FROM catalogue_version WHERE id = 1") { try $0[0] } ?? 0
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
