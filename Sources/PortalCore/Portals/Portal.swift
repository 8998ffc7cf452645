/// One collectivité's portal at run time: its database and what it is given from outside.
package struct Portal: Sendable {
    /// The name in addresses: "bondoufle".
    package let slug: String
    package let database: any Database
    package let clock: any PortalClock

    package init(slug: String, database: any Database, clock: any PortalClock) {
        self.slug = slug
        self.database = database
        self.clock = clock
    }
}
