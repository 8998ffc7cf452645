import Testing

@testable import PortalCore

@Suite struct StaffTeamTests {
    private let password = "Guichet-unique-91"

    private func town() async throws -> (TestTown, StaffTeamService, admin: Identifier<StaffMember>) {
        let town = try await TestTown()
        let hash = try await town.passwords.hash(password)
        let login = try #require(Login("admin"))
        let admin = try await town.portal.database.write { transaction in
            try StaffStore(transaction).insert(login: login, passwordHash: hash, firstName: "Nadia", lastName: "Benali", role: .administrator)
        }
        return (town, StaffTeamService(town.portal), admin)
    }

    private func invite(_ email: String, as role: String = "reader", _ team: StaffTeamService, by admin: Identifier<StaffMember>) async throws {
        let assignment = StaffAssignment(role: role, places: [])
        try await team.invite(firstName: "Awa", lastName: "Koné", email: email, as: assignment, by: admin) { "https://exemple.fr/\($0)" }
    }

    /// The token in the mail that leaves next.
    private func token(_ town: TestTown) async throws -> String {
        let letter = try #require(try await town.outbox.claimDue().last).mail.letter
        let start = try #require(letter.firstRange(of: "https://exemple.fr/"))
        return String(letter[start.upperBound...].prefix { !$0.isWhitespace })
    }

    @Test func `an invited colleague chooses a password once, then comes in`() async throws {
        let (town, team, admin) = try await town()
        try await invite("awa.kone@ville.example", team, by: admin)
        #expect(try town.outbox.messages().first?.mail.body.contains("https://") == false)
        let link = try await token(town)
        await #expect(throws: SignInRefusal.wrongCredentials) {
            try await town.staff.signIn(login: "awa.kone@ville.example", password: "", from: "192.0.2.1")
        }
        #expect(try team.invitation(token: link) == .usable(login: "awa.kone@ville.example"))
        await #expect(throws: FieldErrors.self) { try await team.choosePassword("court", token: link, passwords: town.passwords) }
        #expect(try await team.choosePassword(password, token: link, passwords: town.passwords) == nil)
        #expect(try await team.choosePassword(password, token: link, passwords: town.passwords) == .unknown)
        _ = try await town.staff.signIn(login: "Awa.Kone@ville.example", password: password, from: "192.0.2.1")
    }

    @Test func `a link stops working after a week, and when another is sent`() async throws {
        let (town, team, admin) = try await town()
        try await invite("awa@ville.example", team, by: admin)
        let first = try await token(town)
        let awa = try #require(try team.colleagues().first { $0.member.login == "awa@ville.example" }).member.id
        try await team.inviteAgain(awa, by: admin) { "https://exemple.fr/\($0)" }
        let second = try await token(town)
        #expect(try team.invitation(token: first) == .unknown)
        town.clock.advance(seconds: 7 * 86_400 - 1)
        #expect(try team.invitation(token: second) == .usable(login: "awa@ville.example"))
        town.clock.advance(seconds: 1)
        #expect(try team.invitation(token: second) == .expired(town.clock.now))
    }

    @Test func `deactivating ends the sessions, and only activating opens the door again`() async throws {
        let (town, team, admin) = try await town()
        try await invite("awa@ville.example", team, by: admin)
        _ = try await team.choosePassword(password, token: try await token(town), passwords: town.passwords)
        let awa = try #require(try team.colleagues().first { $0.member.id != admin }).member.id
        let session = try await town.staff.signIn(login: "awa@ville.example", password: password, from: "192.0.2.1")
        try await team.deactivate(awa, by: admin)
        #expect(try town.sessions.resolve(session) == nil)
        await #expect(throws: SignInRefusal.wrongCredentials) {
            try await town.staff.signIn(login: "awa@ville.example", password: password, from: "192.0.2.1")
        }
        await #expect(throws: StaffTeamRefusal.unknown) { try await team.inviteAgain(awa, by: admin) { $0 } }
        try await team.activate(awa, by: admin)
        _ = try await town.staff.signIn(login: "awa@ville.example", password: password, from: "192.0.2.1")
        let acts = try town.portal.database.read { try AuditStore($0).entries(about: awa) }.map(\.act)
        for act in [AuditAct.staffInvited, .staffPasswordChosen, .staffDeactivated, .staffActivated] { #expect(acts.contains(act)) }
    }

    @Test func `nobody changes their own account, and only administrators change others'`() async throws {
        let (_, team, admin) = try await town()
        try await invite("awa@ville.example", team, by: admin)
        let awa = try #require(try team.colleagues().first { $0.member.id != admin }).member.id
        await #expect(throws: StaffTeamRefusal.ownAccount) { try await team.deactivate(admin, by: admin) }
        await #expect(throws: StaffTeamRefusal.unknown) { try await team.deactivate(admin, by: awa) }
        await #expect(throws: StaffTeamRefusal.unknown) { try await team.deactivate(Identifier(99), by: admin) }
        try await team.assign(StaffAssignment(role: "administrator", places: []), to: awa, by: admin)
        #expect(try team.colleague(awa)?.member.role == .administrator)
        // Not before the password is chosen.
        await #expect(throws: StaffTeamRefusal.unknown) { try await team.deactivate(admin, by: awa) }
    }

    @Test func `each wrong field has its sentence`() async throws {
        let (_, team, admin) = try await town()
        try await invite("awa@ville.example", team, by: admin)
        let cases: [(String, String, StaffAssignment.Field)] = [
            ("awa@ville.example", "reader", .email), ("pas une adresse", "reader", .email), ("a+b@ville.example", "reader", .email),
            ("b@ville.example", "chef", .role), ("b@ville.example", "facilityLeader", .places),
        ]
        for (email, role, field) in cases {
            let errors = await #expect(throws: FieldErrors.self) { try await invite(email, as: role, team, by: admin) }
            #expect(errors?.entries.map(\.field) == [field.rawValue], "\(email) \(role)")
        }
    }
}
