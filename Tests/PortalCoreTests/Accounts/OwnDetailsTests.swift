import PortalCore
import Testing

@Suite struct OwnDetailsTests {
    private let password = "Vélo-rouge-1789"
    private let phone = VisitingBrowser(userAgent: "iPhone Safari/1", token: "a")
    private let computer = VisitingBrowser(userAgent: "Windows Firefox/1", token: "b")

    private func town() async throws -> (TestTown, Identifier<Account>) {
        let town = try await TestTown()
        let access = try await town.register(in: try await town.household(adults: [], children: ["Léa"]))
        _ = try await town.outbox.claimDue(limit: 100)
        return (town, access.account)
    }

    private func signIn(_ town: TestTown, on browser: VisitingBrowser? = nil) async throws -> SessionToken {
        try await town.accounts.signIn(login: "marie.dupont", password: password, from: "192.0.2.1", on: browser)
    }

    private func link(_ token: String) -> String { "https://exemple.fr/essai/confirmer/\(token)" }

    @Test func `changing the password asks for the current one and ends the other sessions`() async throws {
        let (town, account) = try await town()
        let (here, there) = (try await signIn(town), try await signIn(town))
        func change(_ current: String, _ new: String) async throws {
            try await town.accounts.changePassword(of: account, from: current, to: new, keeping: here, from: "192.0.2.1")
        }
        for (current, new, field) in [
            ("faux", "Trottinette-verte-12", NewPasswordField.current), ("", "Trottinette-verte-12", .current), (password, "court", .new),
            (password, password, .new),
        ] {
            let errors = await #expect(throws: FieldErrors.self) { try await change(current, new) }
            #expect(errors?.entries.map(\.field) == [field.rawValue])
        }
        #expect(try town.sessions.resolve(there) != nil)
        try await change(password, "Trottinette-verte-12")
        #expect(try town.sessions.resolve(here) != nil)
        #expect(try town.sessions.resolve(there) == nil)
        #expect(try town.outbox.messages(to: account).first?.mail.subject.contains("a changé") == true)
    }

    @Test func `wrong current passwords are slowed like those of the front door`() async throws {
        let (town, account) = try await town()
        let here = try await signIn(town)
        for _ in 0..<5 {
            _ = await #expect(throws: FieldErrors.self) {
                try await town.accounts.changePassword(of: account, from: "faux", to: "x", keeping: here, from: "192.0.2.1")
            }
        }
        let errors = await #expect(throws: FieldErrors.self) {
            try await town.accounts.changePassword(of: account, from: password, to: "Trottinette-verte-12", keeping: here, from: "192.0.2.1")
        }
        #expect(errors?[NewPasswordField.current]?.contains("Trop d'essais") == true)
    }

    @Test func `sessions are listed by device and ended one by one or all at once, never another account's`() async throws {
        let (town, account) = try await town()
        let other = try await town.register(
            in: try await town.household(adults: [], children: []),
            login: "anne.martin",
            firstName: "Anne"
        ).account
        let (here, there) = (try await signIn(town, on: phone), try await signIn(town, on: computer))
        let listed = try town.accounts.sessions(of: account, seenFrom: here)
        #expect(Set(listed.map(\.device)) == ["", "Safari sur iPhone", "Firefox sur Windows"])
        #expect(listed.filter(\.isCurrent).map(\.device) == ["Safari sur iPhone"])
        let name = try #require(listed.first { $0.device == "Firefox sur Windows" }?.name)
        try await town.accounts.endSession(named: name, of: other)
        #expect(try town.sessions.resolve(there) != nil)
        try await town.accounts.endSession(named: name, of: account)
        #expect(try town.sessions.resolve(there) == nil)
        try await town.accounts.endSessions(of: account, except: here)
        #expect(try town.accounts.sessions(of: account, seenFrom: here).map(\.isCurrent) == [true])
        #expect(try town.accounts.sessions(of: other, seenFrom: here).count == 1)
    }

    @Test func `a mail tells of a browser that the account has never seen, not of the first one and not twice`() async throws {
        let (town, account) = try await town()
        func mails() throws -> Int { try town.outbox.messages(to: account).count { $0.mail.subject.contains("nouvel appareil") } }
        for (browser, count) in [(phone, 0), (phone, 0), (computer, 1), (computer, 1), (phone, 1)] {
            _ = try await signIn(town, on: browser)
            #expect(try mails() == count)
        }
        #expect(try town.outbox.messages(to: account).first?.mail.body.contains("Firefox sur Windows") == true)
        town.clock.advance(seconds: VisitingBrowser.memory + 1)
        _ = try await signIn(town, on: computer)
        #expect(try mails() == 1)
    }

    @Test func `contacts change at once and the journal says which, not what they are`() async throws {
        let (town, account) = try await town()
        let adult = try #require(try town.accounts.adult(of: account))
        var contacts = OwnContacts(of: adult)
        try await town.accounts.changeContacts(of: account, to: contacts)
        func changes() throws -> [AuditEntry] {
            try town.portal.database.read { try AuditStore($0).entries(about: adult.id) }.filter { $0.act.rawValue == "adult.contactsChanged" }
        }
        #expect(try changes().isEmpty)
        contacts.street = "2 rue Neuve"
        try await town.accounts.changeContacts(of: account, to: contacts)
        #expect(try town.accounts.adult(of: account)?.address.street == "2 rue Neuve")
        #expect(try changes().first?.detail == "adresse")
        let errors = await #expect(throws: FieldErrors.self) {
            try await town.accounts.changeContacts(of: account, to: OwnContacts(street: "", postalCode: "9", city: "", phone: "1"))
        }
        #expect(errors?.entries.map(\.field) == ["street", "postalCode", "city", "phone"])
    }

    @Test func `an address changes when both have agreed, in either order`() async throws {
        for oldFirst in [true, false] {
            let (town, account) = try await town()
            try await town.portal.database.write { try AccountStore($0).confirmEmail(of: account, at: Instant(seconds: 1)) }
            try await ask(town, account, "nouvelle@exemple.fr")
            let mails = try await town.outbox.claimDue(limit: 100).map(\.mail)
            #expect(mails.map(\.recipient.text) == ["marie.dupont@exemple.fr", "nouvelle@exemple.fr"])
            let tokens = mails.compactMap { $0.secret?.split(separator: "/").last.map(String.init) }
            let (first, second) = oldFirst ? (tokens[0], tokens[1]) : (tokens[1], tokens[0])
            #expect(try await town.accounts.confirmEmail(token: first) == .otherAwaited)
            #expect(try town.accounts.emailChange(of: account)?.isOldConfirmed == oldFirst)
            #expect(try town.accounts.adult(of: account)?.email?.text == "marie.dupont@exemple.fr")
            #expect(try await town.accounts.confirmEmail(token: second) == .changed)
            #expect(try town.accounts.adult(of: account)?.email?.text == "nouvelle@exemple.fr")
            #expect(try town.accounts.emailChange(of: account) == nil)
            #expect(try await town.accounts.confirmEmail(token: second) == .unknown)
        }
    }

    @Test func `an address that was never confirmed is not asked, and a change can be dropped or grows old`() async throws {
        let (town, account) = try await town()
        try await ask(town, account, "nouvelle@exemple.fr")
        #expect(try await town.outbox.claimDue(limit: 100).map(\.mail.recipient.text) == ["nouvelle@exemple.fr"])
        try await town.accounts.dropEmailChange(of: account)
        #expect(try town.accounts.emailChange(of: account) == nil)
        try await ask(town, account, "autre@exemple.fr")
        let token = try await town.lastToken()
        let expiry = town.clock.now.adding(hours: 48)
        town.clock.advance(seconds: 48 * 3600)
        #expect(try await town.accounts.confirmEmail(token: token) == .expired(expiry))
        #expect(try town.accounts.emailChange(of: account) == nil)
        try await ask(town, account, "encore@exemple.fr")
        #expect(try await town.accounts.confirmEmail(token: try await town.lastToken()) == .changed)
        for (typed, password, field) in [
            ("x", password, EmailChangeField.email), ("a@b.fr", "faux", .password), ("encore@exemple.fr", password, .email),
        ] {
            let errors = await #expect(throws: FieldErrors.self) { try await ask(town, account, typed, password: password) }
            #expect(errors?.entries.map(\.field) == [field.rawValue])
        }
    }

    @Test func `an expired confirmation link is sent again, a few times, and replaces the older ones`() async throws {
        let (town, account) = try await town()
        town.clock.advance(seconds: 49 * 3600)
        var tokens: [String] = []
        for _ in 0..<3 {
            try await town.accounts.sendConfirmationAgain(to: account) { link($0) }
            tokens.append(try await town.lastToken())
        }
        await #expect(throws: SignInRefusal.tooManyAttempts(waitSeconds: 60)) {
            try await town.accounts.sendConfirmationAgain(to: account) { link($0) }
        }
        #expect(try await town.accounts.confirmEmail(token: tokens[0]) == .unknown)
        #expect(try await town.accounts.confirmEmail(token: tokens[2]) == .confirmed)
    }

    private func ask(_ town: TestTown, _ account: Identifier<Account>, _ typed: String, password: String? = nil) async throws {
        try await town.accounts.askForEmailChange(of: account, to: typed, password: password ?? self.password, from: "192.0.2.1") { [self] in link($0)
        }
    }
}
