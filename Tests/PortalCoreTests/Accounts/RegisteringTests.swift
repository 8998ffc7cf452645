import PortalCore
import Testing

@Suite struct RegisteringTests {
    @Test func `a key attaches a new account to the adult whom the town knows by that name`() async throws {
        let town = try await TestTown()
        let household = try await town.household(adults: [("Paul", "Martin"), ("MARIE", "DUPONT")], children: ["Léa", "Tom"])
        let key = try await town.keys.issue(for: household, by: .system)
        let registered = try await town.register(.example(key: key))

        let access = try #require(try town.households.access(of: registered.account))
        #expect(access.adult.lastName == "DUPONT")
        #expect(access.adult.email?.text == "marie.dupont@exemple.fr")
        #expect(access.families.map(\.adults.count) == [2])
        #expect(access.children.map(\.firstName) == ["Léa", "Tom"])
        #expect(access.coGuardians.map(\.firstName) == ["Paul"])
        guard case .parent(let session) = try town.sessions.resolve(registered.session) else {
            Issue.record("no session was opened")
            return
        }
        #expect(session.account == registered.account)
        #expect(session.previousLoginAt == nil)
    }

    @Test func `somebody whom the town does not know becomes a new adult of the household`() async throws {
        let town = try await TestTown()
        let household = try await town.household(adults: [("Paul", "Martin")], children: ["Léa"])
        let access = try await town.register(in: household)
        #expect(access.families.first?.adults.map(\.firstName) == ["Paul", "Marie"])
    }

    @Test func `the welcome mail carries a link that confirms the address once and says when it is too late`() async throws {
        let town = try await TestTown()
        let household = try await town.household(adults: [], children: [])
        let access = try await town.register(in: household)
        let mail = try #require(try town.outbox.messages().first).mail
        #expect(try town.outbox.messages(to: access.account).map(\.mail) == [mail])
        #expect(try town.outbox.messages(to: Identifier(999)).isEmpty)
        #expect(mail.recipient.text == "marie.dupont@exemple.fr")
        let token = try await town.lastToken()

        #expect(try await town.accounts.confirmEmail(token: "inconnu") == .unknown)
        town.clock.advance(seconds: 48 * 3600)
        #expect(try await town.accounts.confirmEmail(token: token) == .expired(town.clock.now))
        town.clock.advance(seconds: -1)
        #expect(try await town.accounts.confirmEmail(token: token) == .confirmed)
        town.clock.advance(seconds: 86_400)
        #expect(try await town.accounts.confirmEmail(token: token) == .confirmed)
    }

    @Test func `an unknown, used or expired key, a taken login and a namesake each have their sentence, and nothing is written`() async throws {
        let town = try await TestTown()
        let household = try await town.household(adults: [], children: ["Léa"])
        let used = try await town.keys.issue(for: household, by: .system)
        _ = try await town.register(.example(key: used))
        let forNamesake = try await town.keys.issue(for: household, by: .system)
        let forLogin = try await town.keys.issue(for: household, by: .system)
        let before = try town.written()

        let refusals: [(Registration, Registration.Field, String)] = [
            (.example(login: "autre", firstName: "Anne"), .key, "ne connaissons pas"),
            (.example(key: used, login: "autre", firstName: "Anne"), .key, "déjà servi"),
            (.example(key: forNamesake, login: "autre"), .key, "existe déjà"),
            (.example(key: forLogin, login: "Marie.Dupont", firstName: "Anne"), .login, "déjà pris"),
        ]
        for (form, field, words) in refusals {
            let errors = await #expect(throws: FieldErrors.self) { try await town.register(form) }
            #expect(errors?.entries.map(\.field) == [field.rawValue])
            #expect(errors?[field]?.contains(words) == true, "\(words)")
        }
        town.clock.advance(seconds: 181 * 86_400)
        let expired = await #expect(throws: FieldErrors.self) { try await town.register(.example(key: forLogin, login: "autre", firstName: "Anne")) }
        #expect(expired?[Registration.Field.key]?.contains("n'est plus valable") == true)
        #expect(try town.written() == before)
    }

    @Test func `whoever has no good key learns nothing about logins`() async throws {
        let town = try await TestTown()
        _ = try await town.register(in: try await town.household(adults: [], children: []))
        let errors = await #expect(throws: FieldErrors.self) { try await town.register(.example(login: "marie.dupont")) }
        #expect(errors?.entries.map(\.field) == ["key"])
    }

    @Test func `of registrations with one key at the same moment exactly one wins`() async throws {
        let town = try await TestTown()
        let household = try await town.household(adults: [], children: ["Léa"])
        let key = try await town.keys.issue(for: household, by: .system)
        let names = ["Anne", "Brune", "Claire", "Denise", "Elise", "Fanny"]
        let wins = await withTaskGroup(of: Bool.self) { group in
            for (index, name) in names.enumerated() {
                group.addTask {
                    (try? await town.register(.example(key: key, login: "parent\(index)", firstName: name), from: "192.0.2.\(index)")) != nil
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(wins == 1)
        #expect(try town.written() == [1, 1, 1, 1, 1])
    }

    @Test func `of registrations with one login at the same moment exactly one wins`() async throws {
        let town = try await TestTown()
        let household = try await town.household(adults: [], children: ["Léa"])
        var keys: [ActivationKey] = []
        for _ in 0..<4 { keys.append(try await town.keys.issue(for: household, by: .system)) }
        let names = ["Anne", "Brune", "Claire", "Denise"]
        let refusals = await withTaskGroup(of: FieldErrors?.self) { group in
            for (key, name) in zip(keys, names) {
                group.addTask {
                    do {
                        _ = try await town.register(.example(key: key, firstName: name))
                        return nil
                    } catch {
                        return error as? FieldErrors
                    }
                }
            }
            return await group.compactMap(\.self).reduce(into: []) { $0.append($1) }
        }
        #expect(refusals.count == 3)
        #expect(refusals.allSatisfy { $0.entries.map(\.field) == ["login"] })
        #expect(try town.written() == [1, 1, 1, 1, 1])
    }

    @Test func `wrong keys are slowed and a right one is not counted`() async throws {
        let town = try await TestTown()
        for _ in 0..<10 {
            await #expect(throws: FieldErrors.self) { try await town.register(.example()) }
        }
        await #expect(throws: SignInRefusal.tooManyAttempts(waitSeconds: 30)) { try await town.register(.example()) }
        let household = try await town.household(adults: [], children: [])
        let key = try await town.keys.issue(for: household, by: .system)
        town.clock.advance(seconds: 30)
        _ = try await town.register(.example(key: key))
    }

    @Test func `who created an account is in the journal`() async throws {
        let town = try await TestTown()
        let household = try await town.household(adults: [], children: [])
        let access = try await town.register(in: household)
        let acts = try town.portal.database.read { try AuditStore($0).entries(about: access.account) }
        #expect(acts.contains { $0.act.rawValue == "account.created" && $0.actor == .account(access.account) })
    }
}
