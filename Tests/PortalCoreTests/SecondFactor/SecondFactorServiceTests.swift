import Testing

@testable import PortalCore

@Suite struct SecondFactorServiceTests {
    private let password = "Vélo-rouge-1789"

    /// A town whose only parent signs in with a code, and what the app knows.
    private func town() async throws -> (town: TestTown, owner: FactorOwner, secret: [UInt8], codes: [String]) {
        let town = try await TestTown()
        let access = try await town.register(in: try await town.household(adults: [], children: ["Léa"]))
        let (factors, owner) = (SecondFactorService(town.portal), FactorOwner.account(access.account))
        try await factors.begin(for: owner)
        guard case .pending(let key) = try factors.state(of: owner) else { throw DatabaseError.other("no key") }
        let codes = try await factors.confirm(code(key.secret, town), for: owner)
        return (town, owner, key.secret, codes)
    }

    private func code(_ secret: [UInt8], _ town: TestTown) -> String {
        OneTimeCode.code(of: OneTimeCode.step(at: town.clock.now), secret: secret)
    }

    private func half(_ town: TestTown) async throws -> String {
        do {
            _ = try await town.accounts.signIn(login: "marie.dupont", password: password, from: "192.0.2.1")
        } catch let half as HalfSignIn {
            return half.token.text
        }
        throw DatabaseError.other("no code was asked for")
    }

    @Test func `until the first code nothing changes, and a wrong one turns nothing on`() async throws {
        let town = try await TestTown()
        let access = try await town.register(in: try await town.household(adults: [], children: ["Léa"]))
        let (factors, owner) = (SecondFactorService(town.portal), FactorOwner.account(access.account))
        await #expect(throws: FieldErrors.self) { try await factors.confirm("123456", for: owner) }
        try await factors.begin(for: owner)
        guard case .pending(let key) = try factors.state(of: owner) else { throw DatabaseError.other("no key") }
        #expect(key.address.hasPrefix("otpauth://totp/Essai:marie.dupont?secret=") && key.address.hasSuffix("&issuer=Essai"))
        let right = code(key.secret, town)
        await #expect(throws: FieldErrors.self) { try await factors.confirm(right == "000000" ? "000001" : "000000", for: owner) }
        _ = try await town.accounts.signIn(login: "marie.dupont", password: password, from: "192.0.2.1")
    }

    @Test func `a password alone opens nothing, a code opens once, and its half sign-in ends after ten minutes`() async throws {
        let (town, _, secret, _) = try await town()
        let step = try await half(town)
        #expect(try town.sessions.resolve(SessionToken(cookie: step)) == nil)
        // The code that turned it on has served.
        await #expect(throws: SignInRefusal.wrongCode) { try await town.accounts.signIn(step: step, code: code(secret, town)) }
        town.clock.advance(seconds: 60)
        let fresh = code(secret, town)
        let session = try await town.accounts.signIn(step: step, code: "\(fresh.prefix(3)) \(fresh.suffix(3))")
        #expect(try town.sessions.resolve(session) != nil)
        await #expect(throws: SignInRefusal.stepEnded) { try await town.accounts.signIn(step: step, code: fresh) }
        let again = try await half(town)
        await #expect(throws: SignInRefusal.wrongCode) { try await town.accounts.signIn(step: again, code: fresh) }
        town.clock.advance(seconds: 600)
        await #expect(throws: SignInRefusal.stepEnded) { try await town.accounts.signIn(step: again, code: code(secret, town)) }
        await #expect(throws: SignInRefusal.stepEnded) { try await town.staff.signIn(step: half(town), code: code(secret, town)) }
    }

    @Test func `a recovery code lets in once, typed as people type, and new ones replace the old ones`() async throws {
        let (town, owner, secret, codes) = try await town()
        #expect(codes.count == 10 && Set(codes).count == 10)
        let typed = codes[0].replacing("-", with: " ").uppercased()
        _ = try await town.accounts.signIn(step: half(town), code: typed)
        await #expect(throws: SignInRefusal.wrongCode) { try await town.accounts.signIn(step: half(town), code: typed) }
        town.clock.advance(seconds: 60)
        let factors = SecondFactorService(town.portal)
        let renewed = try await factors.renewRecoveryCodes(code(secret, town), for: owner)
        guard case .on(_, recoveryCodes: 10) = try factors.state(of: owner) else { throw DatabaseError.other("no codes") }
        await #expect(throws: SignInRefusal.wrongCode) { try await town.accounts.signIn(step: half(town), code: codes[1]) }
        _ = try await town.accounts.signIn(step: half(town), code: renewed[1])
    }

    @Test func `guesses are slowed`() async throws {
        let (town, _, _, codes) = try await town()
        let step = try await half(town)
        for _ in 0..<5 { await #expect(throws: SignInRefusal.wrongCode) { try await town.accounts.signIn(step: step, code: "abc") } }
        await #expect(throws: SignInRefusal.tooManyAttempts(waitSeconds: 10)) { try await town.accounts.signIn(step: step, code: codes[0]) }
        town.clock.advance(seconds: 10)
        _ = try await town.accounts.signIn(step: step, code: codes[0])
    }

    @Test func `turned off with a code or by an administrator, the password is enough again, and each change is in a mail and the journal`()
        async throws
    {
        let (town, owner, _, codes) = try await town()
        let factors = SecondFactorService(town.portal)
        try await factors.disable(codes[3], for: owner)
        _ = try await town.accounts.signIn(login: "marie.dupont", password: password, from: "192.0.2.1")
        #expect(try factors.state(of: owner) == .off)
        #expect(try await !factors.reset(owner, by: Identifier(1)))
        let acts = try town.portal.database.read { try $0.query("SELECT act FROM audit") { try $0[0] as String } }
        #expect(Set(acts.filter { $0.hasPrefix("secondFactor.") }) == ["secondFactor.on", "secondFactor.off"])
        let mails = try town.outbox.messages(before: nil, limit: 10).filter { $0.mail.subject.contains("double authentification") }
        #expect(mails.count == 2)
    }
}
