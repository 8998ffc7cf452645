import PortalCore
import Testing

@Suite struct SigningInTests {
    private let password = "Vélo-rouge-1789"

    private func town() async throws -> TestTown {
        let town = try await TestTown()
        _ = try await town.register(in: try await town.household(adults: [], children: ["Léa"]))
        return town
    }

    @Test func `the right password opens a session that says when the parent came before`() async throws {
        let town = try await town()
        let registeredAt = town.clock.now
        town.clock.advance(seconds: 3600)
        let token = try await town.accounts.signIn(login: " Marie.DUPONT ", password: password, from: "192.0.2.1")
        guard case .parent(let session) = try town.sessions.resolve(token) else {
            Issue.record("no session")
            return
        }
        #expect(session.previousLoginAt == registeredAt)
        #expect(try town.sessions.resolve(SessionToken(cookie: "autre")) == nil)
        #expect(try town.sessions.resolve(SessionToken(cookie: "")) == nil)
    }

    @Test func `an unknown login and a wrong password have one answer`() async throws {
        let town = try await town()
        for (login, password) in [("marie.dupont", "faux"), ("personne", password), ("", ""), ("é", password)] {
            await #expect(throws: SignInRefusal.wrongCredentials) {
                try await town.accounts.signIn(login: login, password: password, from: "192.0.2.1")
            }
        }
        #expect(SignInRefusal.wrongCredentials.french == "Identifiant ou mot de passe incorrect.")
    }

    @Test func `wrong passwords are slowed with a sentence and the right one works after the delay`() async throws {
        let town = try await town()
        for _ in 0..<5 {
            await #expect(throws: SignInRefusal.wrongCredentials) {
                try await town.accounts.signIn(login: "marie.dupont", password: "faux", from: "192.0.2.1")
            }
        }
        await #expect(throws: SignInRefusal.tooManyAttempts(waitSeconds: 15)) {
            try await town.accounts.signIn(login: "marie.dupont", password: password, from: "192.0.2.1")
        }
        #expect(SignInRefusal.tooManyAttempts(waitSeconds: 61).french == "Trop d'essais\u{A0}: réessayez dans 2\u{A0}minutes.")
        // Somewhere else its owner still gets in.
        _ = try await town.accounts.signIn(login: "marie.dupont", password: password, from: "192.0.2.9")
        town.clock.advance(seconds: 15)
        _ = try await town.accounts.signIn(login: "marie.dupont", password: password, from: "192.0.2.1")
    }

    @Test func `a session ends two hours after its last use and twelve hours after the login`() async throws {
        let town = try await town()
        let token = try await town.accounts.signIn(login: "marie.dupont", password: password, from: "192.0.2.1")
        var renewals = 0
        for _ in 0..<11 {
            town.clock.advance(seconds: 3600)
            guard case .parent(let session) = try town.sessions.resolve(token) else {
                Issue.record("ended too early")
                return
            }
            if session.renewalDue {
                try await town.sessions.renew(token)
                renewals += 1
            }
        }
        #expect(renewals == 10)
        town.clock.advance(seconds: 3599)
        #expect(try town.sessions.resolve(token) != nil)
        town.clock.advance(seconds: 1)
        #expect(try town.sessions.resolve(token) == nil)
        try await town.sessions.renew(token)
        #expect(try town.sessions.resolve(token) == nil)

        let idle = try await town.accounts.signIn(login: "marie.dupont", password: password, from: "192.0.2.1")
        town.clock.advance(seconds: 7200)
        #expect(try town.sessions.resolve(idle) == nil)
    }

    @Test func `signing out ends the session`() async throws {
        let town = try await town()
        let token = try await town.accounts.signIn(login: "marie.dupont", password: password, from: "192.0.2.1")
        try await town.sessions.signOut(token)
        #expect(try town.sessions.resolve(token) == nil)
        try await town.sessions.signOut(token)
    }

    @Test func `staff sign in by their own door`() async throws {
        let town = try await town()
        let hash = try await town.passwords.hash("Guichet-unique-91")
        try await town.portal.database.write { transaction in
            guard let login = Login("nadia") else { return }
            try StaffStore(transaction).insert(login: login, passwordHash: hash, firstName: "Nadia", lastName: "Benali", role: .serviceDesk)
        }
        let token = try await town.staff.signIn(login: "nadia", password: "Guichet-unique-91", from: "192.0.2.1")
        guard case .staff(let session) = try town.sessions.resolve(token) else {
            Issue.record("no staff session")
            return
        }
        #expect(session.member.fullName == "Nadia Benali")
        #expect(session.member.role == .serviceDesk)
        await #expect(throws: SignInRefusal.wrongCredentials) {
            try await town.accounts.signIn(login: "nadia", password: "Guichet-unique-91", from: "192.0.2.1")
        }
        town.clock.advance(seconds: 3600)
        #expect(try town.sessions.resolve(token) == nil)
    }

    @Test func `a password hashed at an older cost is hashed again at the next login`() async throws {
        let town = try await town()
        let dearer = AccountService(town.portal, passwords: try PasswordHasher(cost: PasswordCost(passes: 2, memory: 8192)))
        let before = try hash(in: town)
        _ = try await dearer.signIn(login: "marie.dupont", password: password, from: "192.0.2.1")
        #expect(try hash(in: town) != before)
        _ = try await dearer.signIn(login: "marie.dupont", password: password, from: "192.0.2.1")
    }

    private func hash(in town: TestTown) throws -> String? {
        try town.portal.database.read { try $0.first("SELECT password_hash FROM accounts", decode: { try $0[0] }) }
    }
}
