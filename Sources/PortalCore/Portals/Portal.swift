/// One collectivité's portal at run time: its database and what it is given from outside.
package struct Portal: Sendable {
    /// The name in addresses: "bondoufle".
    package let slug: String
    package let database: any Database
    package let clock: any PortalClock
    /// What seals what the database must not show.
    package let vault: Vault

    package init(slug: String, database: any Database, clock: any PortalClock, vault: Vault = Vault()) {
        self.slug = slug
        self.database = database
        self.clock = clock
        self.vault = vault
    }
}
