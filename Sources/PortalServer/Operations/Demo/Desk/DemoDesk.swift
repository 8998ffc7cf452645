import PortalCore

/// What waits for the staff on their first page: what families asked for over the last days, through the portal's own services.
///
/// Each story takes families of its own, and none of the first ones, which visitors and journeys log in with.
struct DemoDesk {
    let portal: Portal
    /// What keys and passwords follow from.
    let random: SeededRandom
    /// Cheap hashes: they protect nothing here, and are made anew when somebody signs in.
    let passwords: PasswordHasher

    init(_ portal: Portal, seed: UInt64) throws {
        self.portal = portal
        random = SeededRandom(seed: portal.slug.utf8.reduce(seed) { ($0 ^ UInt64($1)) &* 0x0100_0000_01b3 })
        passwords = try PasswordHasher(cost: .lowest)
    }

    /// The accounts that the staff have prepared, and their first passwords.
    func fill() async throws -> [DemoPreparedAccount] {
        try await DemoChanges(desk: self).fill()
        try await DemoContactRemovals(desk: self).fill()
        try await DemoQuotients(desk: self).fill()
        try await DemoLateRequests(desk: self).fill()
        try await DemoErasures(desk: self).fill()
        try await DemoFileChecks(desk: self).fill()
        try await DemoNewcomers(desk: self).fill()
        let prepared = try await DemoPreparedAccounts(desk: self).fill()
        try await DemoKeyCampaign(desk: self).fill()
        try await DemoReturnedMails(desk: self).fill()
        return prepared
    }

    /// The portal as it was some hours ago.
    func portal(hoursAgo hours: Int) -> Portal {
        Portal(slug: portal.slug, database: portal.database, clock: StoppedClock(portal.clock.now.adding(hours: -hours)), vault: portal.vault)
    }

    /// What an account reaches, counted in the order in which they were made; nil in a demo that is too small for it.
    func access(_ number: Int) throws -> HouseholdAccess? {
        try portal.database.read { transaction in
            let accounts = try DemoStore(transaction).firstAccounts(number + 1)
            return try accounts.count > number ? HouseholdAccess(account: accounts[number], in: transaction) : nil
        }
    }

    /// The member of the staff who sits at the desk.
    func clerk() throws -> Identifier<StaffMember>? { try portal.database.read { try DemoStore($0).staffMember("guichet") } }

    /// A page's address in full, as a server on this machine writes it.
    func address(of path: String) -> String { "http://localhost:8080/\(portal.slug)/\(path)" }
}
