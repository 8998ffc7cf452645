import PortalCore
import Testing

@Suite struct ForgottenPasswordTests {
    private let oldPassword = "Vélo-rouge-1789"
    private let newPassword = "Trottinette-verte-12"

    private func town() async throws -> (TestTown, Identifier<Account>) {
        let town = try await TestTown()
        let access = try await town.register(in: try await town.household(adults: [], children: ["Léa"]))
        _ = try await town.outbox.claimDue(limit: 100)
        return (town, access.account)
    }

    private func ask(_ town: TestTown, _ typed: String, from address: String = "192.0.2.1") async throws {
        try await town.accounts.sendPasswordReset(to: typed, from: address) { "https://exemple.fr/essai/nouveau/\($0)" }
    }

    @Test func `a link is sent by login or by address, in any case, and chooses a password once`() async throws {
        for typed in ["marie.dupont", " Marie.DUPONT ", "Marie.Dupont@Exemple.FR"] {
            let (town, account) = try await town()
            let before = try await town.accounts.signIn(login: "marie.dupont", password: oldPassword, from: "192.0.2.1")
            try await ask(town, typed)
            let token = try await town.lastToken()
            #expect(try town.accounts.passwordReset(token: token) == .usable(login: "marie.dupont"))
            #expect(try await town.accounts.resetPassword(token: token, to: newPassword) == nil)
            #expect(try town.sessions.resolve(before) == nil)
            #expect(try town.accounts.account(account)?.emailConfirmedAt == town.clock.now)
            #expect(try town.outbox.messages(to: account).first?.mail.subject.contains("a changé") == true)
            await #expect(throws: SignInRefusal.wrongCredentials) {
                try await town.accounts.signIn(login: "marie.dupont", password: oldPassword, from: "192.0.2.1")
            }
            // The address is confirmed now: it signs in too.
            _ = try await town.accounts.signIn(login: "MARIE.dupont@exemple.fr", password: newPassword, from: "192.0.2.1")
            #expect(try await town.accounts.resetPassword(token: token, to: oldPassword) == .unknown)
        }
    }

    @Test func `a link ends after half an hour and a weak password leaves it usable`() async throws {
        let (town, _) = try await town()
        try await ask(town, "marie.dupont")
        let token = try await town.lastToken()
        let expiry = town.clock.now.adding(seconds: 1800)
        let errors = await #expect(throws: FieldErrors.self) { try await town.accounts.resetPassword(token: token, to: "court") }
        #expect(errors?[NewPasswordField.new]?.contains("trop court") == true)
        town.clock.advance(seconds: 1799)
        #expect(try town.accounts.passwordReset(token: token) == .usable(login: "marie.dupont"))
        town.clock.advance(seconds: 1)
        #expect(try await town.accounts.resetPassword(token: token, to: newPassword) == .expired(expiry))
        #expect(try town.accounts.passwordReset(token: "inconnu") == .unknown)
        _ = try await town.accounts.signIn(login: "marie.dupont", password: oldPassword, from: "192.0.2.1")
    }

    @Test func `whoever is known or not, one durable write is made and only the known get a mail`() async throws {
        let (town, _) = try await town()
        func rows() throws -> [Int] {
            try town.portal.database.read { transaction in
                try transaction.query("SELECT count(*) FROM password_resets UNION ALL SELECT count(*) FROM outbox", decode: { try $0[0] })
            }
        }
        let before = try rows()
        try await ask(town, "personne@exemple.fr")
        #expect(try rows() == [before[0] + 1, before[1]])
        try await ask(town, "marie.dupont")
        #expect(try rows() == [before[0] + 2, before[1] + 1])
    }

    @Test func `asking for somebody else neither floods nor locks out`() async throws {
        let (town, account) = try await town()
        let before = try town.outbox.messages(to: account).count
        for number in 0..<9 { try await ask(town, "marie.dupont", from: "198.51.100.\(number)") }
        #expect(try town.outbox.messages(to: account).count == before + 3)
        let tokens = try await town.outbox.claimDue(limit: 100).compactMap { $0.mail.secret?.split(separator: "/").last }
        #expect(try await town.accounts.resetPassword(token: String(try #require(tokens.first)), to: newPassword) == nil)
        // The others have ended with it.
        for token in tokens { #expect(try town.accounts.passwordReset(token: String(token)) == .unknown) }
    }

    @Test func `one address asks ten times, then waits`() async throws {
        let (town, _) = try await town()
        for number in 0..<10 { try await ask(town, "personne\(number)") }
        await #expect(throws: SignInRefusal.tooManyAttempts(waitSeconds: 30)) { try await ask(town, "marie.dupont") }
        try await ask(town, "marie.dupont", from: "198.51.100.1")
    }

    @Test func `adults who share an address each get a link and sign in by their own names`() async throws {
        let town = try await TestTown()
        let household = try await town.household(adults: [], children: ["Léa"])
        let first = try await town.register(in: household)
        let second = try await town.register(in: household, login: "paul.dupont", firstName: "Paul")
        try await ask(town, "marie.dupont@exemple.fr")
        for access in [first, second] {
            #expect(try town.outbox.messages(to: access.account).first?.mail.subject.contains("nouveau mot de passe") == true)
        }
        await #expect(throws: SignInRefusal.wrongCredentials) {
            try await town.accounts.signIn(login: "marie.dupont@exemple.fr", password: oldPassword, from: "192.0.2.1")
        }
    }

    @Test func `an address that nobody has confirmed signs nobody in, and no login is somebody else's address`() async throws {
        let (town, _) = try await town()
        await #expect(throws: SignInRefusal.wrongCredentials) {
            try await town.accounts.signIn(login: "marie.dupont@exemple.fr", password: oldPassword, from: "192.0.2.1")
        }
        let errors = #expect(throws: FieldErrors.self) { try Registration.example(login: "paul@exemple.fr").check() }
        #expect(errors?.entries.map(\.field) == ["login"])
        try Registration.example(login: "marie.dupont@exemple.fr").check()
    }
}
