import HTMLTemplates
import PortalCore
import Synchronization

@testable import PortalServer

/// A clock that a test moves.
final class HandClock: PortalClock {
    private let time: Mutex<Instant>

    init(_ now: Instant) {
        time = Mutex(now)
    }

    var now: Instant { time.withLock { $0 } }

    func move(to now: Instant) { time.withLock { $0 = now } }
}

/// One of the example portals with a few invented families, served without a socket.
final class TestTown: Sendable {
    struct Missing: Error {}

    let clock: HandClock
    let portal: Portal
    let site: Site
    private let folder: ScratchFolder

    /// - Parameters:
    ///   - now: Friday 20 November 2026 at 10:00 if nothing is said.
    ///   - provider: answers for FranceConnect and API Particulier, which are not set up without it.
    init(_ slug: String = "bondoufle", at now: Instant? = nil, provider: (any RemoteExchange)? = nil) async throws {
        folder = try ScratchFolder()
        clock = HandClock(try now ?? TestTown.instant("2026-11-20T10:00:00+01:00"))
        portal = try PortalDirectory(path: folder.path, clock: clock).create(slug)
        let definition = try PortalDefinition(file: "\(TestTown.root)/Portals/\(slug).yaml", today: clock.today)
        try await PortalDefinitionService(portal).put(definition)
        let passwords = try PasswordHasher(cost: .lowest)
        let filler = DemoFiller(portal: portal, seed: 1, households: 12, passwordHash: try await passwords.hash(Demo.password))
        _ = try await filler.fill()
        let services = OutsideServices(
            identityProvider: WebAddress("https://fc.example").map { IdentityProvider(issuer: $0, client: "portail", secret: "secret") },
            particulier: WebAddress("https://particulier.example").map {
                ParticulierAccess(address: $0, token: "jeton", recipient: "21910086400011")
            }
        )
        let served = PortalSite(
            portal,
            passwords: passwords,
            publicAddress: "https://famille.example",
            isDemo: true,
            assets: .unversioned,
            outside: provider.map { [clock] in OutsideConnection(services: services, exchange: $0, clock: clock) }
        )
        site = Site([served], isDemo: true, assets: .unversioned)
    }

    deinit { portal.database.close() }

    static func instant(_ text: String) throws -> Instant {
        guard let instant = Instant(rfc3339: text) else { throw Missing() }
        return instant
    }

    /// What the account of a login reaches.
    func access(_ login: String) throws -> HouseholdAccess {
        let access = try portal.database.read { transaction -> HouseholdAccess? in
            let account = try transaction.first("SELECT id FROM accounts WHERE login = $1", login) { try $0[0] as Identifier<Account> }
            return try account.flatMap { try HouseholdAccess(account: $0, in: transaction) }
        }
        guard let access else { throw Missing() }
        return access
    }

    /// The link in the latest mail, as its recipient reads it.
    func lastLink() async throws -> String {
        let letters = try await OutboxService(portal).claimDue(limit: 100).map(\.mail.letter)
        guard let link = letters.last?.split(whereSeparator: \.isWhitespace).last(where: { $0.hasPrefix("https://famille.example/") })
        else { throw Missing() }
        return String(link)
    }

    /// The login of a parent whose households and children are none of the first family's.
    func stranger(to login: String) throws -> String {
        let known = Set(try access(login).children.map(\.id))
        let logins = try portal.database.read { try $0.query("SELECT login FROM accounts ORDER BY id") { try $0[0] as String } }
        guard let found = try logins.first(where: { try known.isDisjoint(with: access($0).children.map(\.id)) }) else { throw Missing() }
        return found
    }

    /// The package's folder: this file is four levels below it.
    private static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4).joined(separator: "/")
}
