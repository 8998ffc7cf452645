import Synchronization
import Testing

@testable import PortalCore

/// Coming in with FranceConnect, attaching it, and what nobody must get by it.
@Suite struct IdentityServiceTests {
    private static let key = try? TestKey(.rsa, named: "rsa-1")
    private static let back = "https://famille.example/essai/franceconnect/retour"
    private let password = "Vélo-rouge-1789"
    private let device = VisitingBrowser(userAgent: "Firefox", token: "t")

    /// A town with FranceConnect.
    private struct World {
        let town: TestTown
        let provider: TestProvider
        let service: IdentityService

        init() async throws {
            town = try await TestTown()
            provider = TestProvider([IdentityServiceTests.key].compactMap(\.self), clock: town.clock)
            service = IdentityService(
                town.portal,
                ProviderClient(try provider.provider, provider, clock: town.clock),
                accounts: town.accounts
            )
        }

        /// Leaves for the provider; what the address says.
        func leave(_ browser: String = "b", account: Identifier<Account>? = nil) async throws -> String {
            let address = try await service.begin(
                in: browser,
                from: "192.0.2.1",
                account: account,
                next: "famille",
                returnTo: IdentityServiceTests.back
            )
            let items = address.split(separator: "?")[1].split(separator: "&").map { $0.split(separator: "=").map(String.init) }
            let values = Dictionary(items.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
            provider.state.withLock { $0.nonce = values["nonce"] ?? "" }
            return values["state"] ?? ""
        }

        func comeBack(
            _ state: String?,
            in browser: String? = "b",
            account: Identifier<Account>? = nil,
            code: String? = "code",
            error: String? = nil
        ) async throws -> IdentityService.Outcome {
            try await service.end(
                IdentityReturn(state: state, code: code, error: error),
                in: browser,
                account: account,
                on: VisitingBrowser(userAgent: "Firefox", token: "t"),
                returnTo: IdentityServiceTests.back
            )
        }

        /// A parent who has attached FranceConnect.
        func attached() async throws -> Identifier<Account> {
            let account = try await town.register(in: try await town.household(adults: [], children: ["Léa"])).account
            _ = try await comeBack(try await leave(account: account), account: account)
            let session = SessionToken(from: SystemRandom())
            try await service.attach(in: "b", to: account, session: session, password: "Vélo-rouge-1789", from: "192.0.2.1")
            return account
        }
    }

    @Test func `an identity is attached with the password only, lets in afterwards, and is detached with the password only`() async throws {
        let world = try await World()
        let account = try await world.town.register(in: try await world.town.household(adults: [], children: ["Léa"])).account
        guard case .toConfirm = try await world.comeBack(try await world.leave(account: account), account: account) else {
            throw DatabaseError.other("not asked to confirm")
        }
        #expect(try world.service.identity(of: account) == nil)
        let session = SessionToken(from: SystemRandom())
        await #expect(throws: FieldErrors.self) {
            try await world.service.attach(in: "b", to: account, session: session, password: "faux", from: "192.0.2.1")
        }
        await #expect(throws: IdentityRefusal.tooLate) {
            try await world.service.attach(in: "autre", to: account, session: session, password: password, from: "192.0.2.1")
        }
        try await world.service.attach(in: "b", to: account, session: session, password: password, from: "192.0.2.1")
        #expect(try world.service.identity(of: account)?.identity.birthName == "Dubois")
        #expect(try world.service.arrival(in: "b") == nil)
        guard case .signedIn(let token, let next) = try await world.comeBack(try await world.leave()) else { throw DatabaseError.other("not in") }
        #expect(next == "famille")
        guard case .parent(let parent)? = try world.town.sessions.resolve(token) else { throw DatabaseError.other("no session") }
        #expect(parent.account == account)
        let end = try #require(try await world.service.sessionEnd(of: token, returnTo: "https://famille.example/fin"))
        #expect(
            end.hasPrefix("https://fc.example/api/v2/session/end?id_token_hint=ey") && end.contains("post_logout_redirect_uri=https%3A%2F%2Ffamille")
        )
        guard case .attached = try await world.comeBack(try await world.leave(account: account), account: account) else {
            throw DatabaseError.other("not known")
        }
        await #expect(throws: FieldErrors.self) { try await world.service.detach(from: account, password: "faux", from: "192.0.2.1") }
        try await world.service.detach(from: account, password: password, from: "192.0.2.1")
        guard case .unknown = try await world.comeBack(try await world.leave()) else { throw DatabaseError.other("still known") }
        let subjects = try await world.town.outbox.claimDue(limit: 20).map(\.mail.subject)
        #expect(subjects.contains { $0.contains("FranceConnect ouvre") } && subjects.contains { $0.contains("est détaché") })
    }

    @Test func `a journey ends once, in its browser, within a quarter of an hour`() async throws {
        let world = try await World()
        let state = try await world.leave()
        await #expect(throws: IdentityRefusal.notStarted) { try await world.comeBack(nil) }
        await #expect(throws: IdentityRefusal.notStarted) { try await world.comeBack(state, in: nil) }
        await #expect(throws: IdentityRefusal.otherBrowser) { try await world.comeBack(state, in: "autre") }
        await #expect(throws: IdentityRefusal.otherBrowser) { try await world.comeBack("inventé") }
        guard case .unknown = try await world.comeBack(state) else { throw DatabaseError.other("refused") }
        await #expect(throws: IdentityRefusal.served) { try await world.comeBack(state) }
        let late = try await world.leave()
        world.town.clock.advance(seconds: 900)
        await #expect(throws: IdentityRefusal.tooLate) { try await world.comeBack(late) }
        for (error, refusal) in [
            ("access_denied", IdentityRefusal.cancelled), ("temporarily_unavailable", .unavailable), ("Y500", .provider("Y500")),
        ] {
            let state = try await world.leave()
            await #expect(throws: refusal) { try await world.comeBack(state, code: nil, error: error) }
            await #expect(throws: IdentityRefusal.served) { try await world.comeBack(state) }
        }
        let without = try await world.leave()
        await #expect(throws: IdentityRefusal.provider("sans code")) { try await world.comeBack(without, code: nil) }
    }

    @Test func `the same name or e-mail address opens nobody's account`() async throws {
        let world = try await World()
        let access = try await world.town.register(in: try await world.town.household(adults: [], children: ["Léa"]), firstName: "Angela")
        try await world.town.portal.database.write {
            try $0.execute("UPDATE adults SET email = 'angela@courriel.example', last_name = 'Dubois' WHERE id = $1", access.adult.id)
            try $0.execute("UPDATE accounts SET email_confirmed_at = 1")
        }
        guard case .unknown = try await world.comeBack(try await world.leave()) else { throw DatabaseError.other("known by name") }
    }

    @Test func `an account with a second factor also asks for its code, and the session still ends at FranceConnect`() async throws {
        let world = try await World()
        let account = try await world.attached()
        let (factors, owner) = (SecondFactorService(world.town.portal), FactorOwner.account(account))
        try await factors.begin(for: owner)
        guard case .pending(let key) = try factors.state(of: owner) else { throw DatabaseError.other("no key") }
        func code() -> String { OneTimeCode.code(of: OneTimeCode.step(at: world.town.clock.now), secret: key.secret) }
        _ = try await factors.confirm(code(), for: owner)
        world.town.clock.advance(seconds: 60)
        guard case .needsCode(let half, "famille") = try await world.comeBack(try await world.leave()) else { throw DatabaseError.other("no code") }
        let session = try await world.town.accounts.signIn(step: half.token.text, code: code(), on: device)
        #expect(try await world.service.sessionEnd(of: session, returnTo: "x") != nil)
        world.town.clock.advance(seconds: 60)
        let plain = try await world.town.accounts.signInStep(login: "marie.dupont", password: password)
        let other = try await world.town.accounts.signIn(step: plain, code: code(), on: device)
        #expect(try await world.service.sessionEnd(of: other, returnTo: "x") == nil)
    }

    @Test func `an identity has one account, an account one identity, and a session that ended attaches nothing`() async throws {
        let world = try await World()
        let first = try await world.attached()
        let second = try await world.town.register(in: try await world.town.household(adults: [], children: ["Tom"]), login: "autre").account
        let state = try await world.leave(account: second)
        await #expect(throws: IdentityRefusal.attachedElsewhere) { try await world.comeBack(state, account: second) }
        let ended = try await world.leave(account: second)
        await #expect(throws: IdentityRefusal.sessionEnded) { try await world.comeBack(ended) }
        let other = TestProvider([Self.key].compactMap(\.self), clock: world.town.clock, subject: "sub-2")
        let service = IdentityService(
            world.town.portal,
            ProviderClient(try other.provider, other, clock: world.town.clock),
            accounts: world.town.accounts
        )
        let address = try await service.begin(in: "b", from: "192.0.2.1", account: first, next: "", returnTo: Self.back)
        let values = address.split(separator: "&").map(String.init)
        func value(_ name: String) -> String { values.first { $0.hasPrefix("\(name)=") }.map { String($0.dropFirst(name.count + 1)) } ?? "" }
        other.state.withLock { $0.nonce = value("nonce") }
        let answer = IdentityReturn(state: value("state"), code: "c", error: nil)
        await #expect(throws: IdentityRefusal.otherIdentity) {
            try await service.end(answer, in: "b", account: first, on: device, returnTo: Self.back)
        }
    }

    @Test func `somebody unknown creates an account with a key, which FranceConnect opens from then on; closing it forgets the identity`()
        async throws
    {
        let world = try await World()
        _ = try await world.comeBack(try await world.leave())
        let arrival = try #require(try world.service.arrival(in: "b"))
        #expect(arrival.identity.firstName == "Angela" && arrival.identity.lastName == "Dubois")
        let household = try await world.town.household(adults: [], children: ["Léa"])
        let key = try await world.town.keys.issue(for: household, by: .system)
        // Without a key nothing is attached.
        await #expect(throws: FieldErrors.self) {
            try await world.town.accounts.register(.example(), from: "192.0.2.1", attaching: arrival) { $0 }
        }
        let registered = try await world.town.accounts.register(.example(key: key), from: "192.0.2.1", attaching: arrival) { $0 }
        guard case .signedIn = try await world.comeBack(try await world.leave()) else { throw DatabaseError.other("not in") }
        #expect(try await world.service.sessionEnd(of: registered.session, returnTo: "x") != nil)
        let data = try await PersonalDataService(world.town.portal).collect(for: registered.account)
        #expect(data.sections.first { $0.name == "franceconnect" }?.rows.contains(["Nom de naissance", "Dubois"]) == true)
        try await world.town.accounts.close(registered.account, password: password, from: "192.0.2.1")
        guard case .unknown = try await world.comeBack(try await world.leave()) else { throw DatabaseError.other("still known") }
    }

    @Test func `an arrival is forgotten after half an hour, and the database shows neither name nor secret`() async throws {
        let world = try await World()
        _ = try await world.comeBack(try await world.leave())
        let sealed = try world.town.portal.database.read { try $0.query("SELECT sealed FROM identity_arrivals") { try $0[0] as [UInt8] } }
        #expect(sealed.count == 1 && !sealed.contains { String(decoding: $0, as: UTF8.self).contains("Dubois") })
        world.town.clock.advance(seconds: 1800)
        #expect(try world.service.arrival(in: "b") == nil)
    }
}

extension AccountService {
    /// The half sign-in of a password that was right.
    fileprivate func signInStep(login: String, password: String) async throws -> String {
        do {
            _ = try await signIn(login: login, password: password, from: "192.0.2.1")
        } catch let half as HalfSignIn {
            return half.token.text
        }
        throw DatabaseError.other("no code was asked for")
    }
}
