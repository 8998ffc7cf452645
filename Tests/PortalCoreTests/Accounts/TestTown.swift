import PortalCore
import Synchronization

/// A clock that a test moves.
final class MovableClock: PortalClock {
    private let instant: Mutex<Instant>

    init(_ instant: Instant) {
        self.instant = Mutex(instant)
    }

    var now: Instant { instant.withLock { $0 } }

    func advance(seconds: Int64) {
        instant.withLock { $0 = $0.adding(seconds: seconds) }
    }
}

/// A small town in a fresh database: two households, one child in both, and everything that lets people in.
struct TestTown {
    let clock = MovableClock(Instant(seconds: 1_782_900_000))
    let portal: Portal
    let passwords: PasswordHasher
    let accounts: AccountService
    let staff: StaffService
    let sessions: WebSessionService
    let keys: ActivationKeyService
    let households: HouseholdService
    let outbox: OutboxService

    init() async throws { try await self.init(on: temporaryDatabase()) }

    init(on database: any Database) async throws {
        portal = Portal(slug: "essai", database: database, clock: clock)
        passwords = try PasswordHasher(cost: .lowest)
        accounts = AccountService(portal, passwords: passwords)
        staff = StaffService(portal, passwords: passwords)
        sessions = WebSessionService(portal)
        keys = ActivationKeyService(portal)
        households = HouseholdService(portal)
        outbox = OutboxService(portal)
        try await portal.database.write { transaction in
            try transaction.execute(
                """
                INSERT INTO portal (id, slug, name, short_name, tagline, accent, school_zone, alsace_moselle, website, portal_name)
                VALUES (1, 'essai', 'Ville d''Essai', 'Essai', '', '#1D6F8A', 'B', 0, NULL, 'Espace familles')
                """
            )
            try transaction.execute(
                "INSERT INTO contacts (position, name, phone, email, address, hours) VALUES (1, 'Guichet unique', '01 60 00 00 00', NULL, NULL, NULL)"
            )
        }
    }

    static let address = PostalCode("91070").map { PostalAddress(street: "3 place de l'Église", postalCode: $0, city: "Bondoufle") }

    /// A household with one adult of each name and one child of each name.
    func household(adults: [(String, String)], children: [String]) async throws -> Identifier<Household> {
        let now = clock.now
        let address = try knownAddress()
        return try await portal.database.write { transaction in
            let store = HouseholdStore(transaction)
            let household = try store.insertHousehold(name: "FOYER", address: address, at: now)
            for (first, last) in adults {
                let details = AdultDetails(title: .madame, firstName: first, lastName: last, email: nil, phone: nil, address: address)
                try store.add(store.insertAdult(details), to: household)
            }
            for child in children {
                let birthDay = CivilDate(dayNumber: 17_000)
                let id = try store.insertChild(firstName: child, lastName: "Dupont", birthDay: birthDay)
                try SchoolPlacementStore(transaction).put("École", "CE1", of: id, in: SchoolYear(startYear: 2025))
                try store.add(id, to: household, custody: .full)
            }
            return household
        }
    }

    /// Creates an account in a household and gives what it reaches.
    func register(in household: Identifier<Household>, login: String = "marie.dupont", firstName: String = "Marie") async throws -> HouseholdAccess {
        let key = try await keys.issue(for: household, by: .system)
        let registered = try await register(.example(key: key, login: login, firstName: firstName))
        guard let access = try households.access(of: registered.account) else { throw DatabaseError.other("no access") }
        return access
    }

    func register(_ form: Registration, from address: String = "192.0.2.1") async throws -> AccountService.Registered {
        try await accounts.register(form, from: address) { "https://exemple.fr/essai/confirmation/\($0)" }
    }

    /// The end of the link in the latest mail, as its recipient reads it.
    func lastToken() async throws -> String {
        guard let letter = try await outbox.claimDue(limit: 100).last?.mail.letter,
            let link = letter.split(whereSeparator: \.isWhitespace).last(where: { $0.hasPrefix("https://exemple.fr/") })
        else { throw DatabaseError.other("no link") }
        return String(link.split(separator: "/").last ?? "")
    }

    /// How many rows tables hold that a registration writes.
    func written() throws -> [Int] {
        try portal.database.read { transaction in
            try transaction.query(
                """
                SELECT count(*) FROM accounts UNION ALL SELECT count(*) FROM adults UNION ALL SELECT count(*) FROM outbox
                UNION ALL SELECT count(*) FROM web_sessions UNION ALL SELECT count(*) FROM activation_keys WHERE used_at IS NOT NULL
                """,
                decode: { try $0[0] }
            )
        }
    }

    private func knownAddress() throws -> PostalAddress {
        guard let address = TestTown.address else { throw DatabaseError.other("no address") }
        return address
    }
}
