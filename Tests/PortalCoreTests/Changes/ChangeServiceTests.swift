import PortalCore
import Testing

@Suite struct ChangeServiceTests {
    private let now = "2026-11-03T09:00:00+01:00"

    @Test func `what a value may be, field by field`() {
        let cases: [(ChangeField, [ChangePart: String], [String])] = [
            (.phone, [.phone: "06 39"], ["telephone"]),
            (.address, [.street: "", .postalCode: "9107", .city: " "], ["rue", "codepostal", "commune"]),
            (.childIdentity, [.firstName: "Léa", .lastName: "Dupont", .birthDay: "2018-02-30"], ["naissance"]),
            (.name, [.firstName: "Ma\u{202E}rie", .lastName: ""], ["prenom", "nom"]),
            (.school, [.schoolYear: "2026-2027"], []), (.school, [.schoolYear: "2026-2028"], ["annee"]),
        ]
        for (field, typed, wrong) in cases {
            let found: [String]
            do throws(FieldErrors) {
                _ = try ChangeValue.checked(field) { typed[$0] ?? "" }
                found = []
            } catch {
                found = error.entries.map(\.field)
            }
            #expect(found == wrong, "\(field)")
        }
    }

    @Test func `the town's policy decides: at once, at once and told, or after an answer`() async throws {
        let town = try await BookingTown.open()
        let access = try await town.family("dupont", children: ["Léa"])
        let changes = ChangeService(try town.portal(at: now))
        let (adult, child) = (access.adult.id.rawValue, try #require(access.children.first).id.rawValue)
        try await town.database.write { try $0.execute("INSERT INTO change_policies (field, policy) VALUES ('école', 'à valider')") }
        let steps: [(ChangeField, Int64, [String], ChangeState, Bool)] = [
            (.phone, adult, ["+33639980001"], .done, true), (.address, adult, ["2 rue Neuve", "91000", "Évry"], .notified, true),
            (.name, adult, ["Marie", "Durand"], .waiting, false), (.school, child, ["2026-2027", "Jules-Ferry", "CM1"], .waiting, false),
            (.childIdentity, child, ["Léa", "Durand", "2018-05-05"], .waiting, false),
        ]
        for (field, subject, lines, state, isDone) in steps {
            #expect(try await changes.ask(field, of: subject, to: ChangeValue(lines), by: access.account) == state, "\(field)")
            let after = try #require(try town.access(again: access))
            #expect((try changes.current(field, of: subject, for: after).value == ChangeValue(lines)) == isDone, "\(field)")
        }
        #expect(try await changes.ask(.phone, of: adult, to: ChangeValue(["+33639980001"]), by: access.account) == nil)
        #expect(try changes.waiting().map(\.request.state) == [.notified, .waiting, .waiting, .waiting])
        // The same form sent twice asks once.
        #expect(try await changes.ask(.name, of: adult, to: ChangeValue(["Marie", "Durand"]), by: access.account) == .waiting)
        #expect(try changes.waiting().count == 4)
        for change in try changes.waiting() where change.request.field != .school {
            try await changes.settle(change.request.id, refusal: nil, by: town.staff())
        }
        let school = try #require(try changes.waiting().first).request.id
        let clerk = try await town.staff()
        await #expect(throws: FieldErrors.self) { try await changes.settle(school, refusal: "  ", by: clerk) }
        try await changes.settle(school, refusal: "Le certificat manque.", by: town.staff())
        await #expect(throws: HouseholdRefusal.unknown) { try await changes.settle(school, refusal: nil, by: town.staff()) }
        let after = try #require(try town.access(again: access))
        let today = try day("2026-11-03")
        #expect(after.adult.lastName == "Durand" && after.children.first?.lastName == "Durand")
        #expect(after.children.first?.schooling.schoolClass(on: today) == "CE2")
        let mine = try changes.requests(of: after)
        #expect(mine.first { $0.field == .school }?.reason == "Le certificat manque." && mine.count == 5)
        #expect(try town.count("SELECT count(*) FROM audit WHERE act IN ('change.asked', 'change.settled')") == 9)
    }

    @Test func `a school is changed for this school year or the next, and repeating a class is news`() async throws {
        let town = try await BookingTown.open()
        let access = try await town.family("dupont", children: ["Léa"])
        let child = try #require(access.children.first).id.rawValue
        let changes = ChangeService(try town.portal(at: now))
        let steps: [([String], ChangeState?)] = [
            (["2026-2027", "Les Tilleuls", "CE2"], nil), (["2027-2028", "Les Tilleuls", "CE2"], .notified),
            (["2027-2028", "Les Tilleuls", "CE2"], nil), (["2026-2027", "Jules-Ferry", "CE2"], .notified),
        ]
        for (lines, state) in steps { #expect(try await changes.ask(.school, of: child, to: ChangeValue(lines), by: access.account) == state) }
        for wrong in ["2025-2026", "2028-2029", "demain"] {
            await #expect(throws: FieldErrors.self, "\(wrong)") {
                try await changes.ask(.school, of: child, to: ChangeValue([wrong, "X", "CP"]), by: access.account)
            }
        }
        let schooling = try #require(try town.access(again: access)?.children.first).schooling
        #expect(schooling.placements.map(\.school) == ["Jules-Ferry", "Les Tilleuls"])
    }

    @Test func `the account's own page follows the policies too`() async throws {
        let town = try await TestTown()
        let access = try await town.register(in: town.household(adults: [], children: ["Léa"]))
        var contacts = OwnContacts(of: access.adult)
        contacts.street = "9 rue Neuve"
        try await town.accounts.changeContacts(of: access.account, to: contacts)
        #expect(try ChangeService(town.portal).waiting().map(\.request.state) == [.notified])
        try await town.portal.database.write { try $0.execute("INSERT INTO change_policies (field, policy) VALUES ('adresse', 'à valider')") }
        contacts.street = "10 rue Neuve"
        let refused = contacts
        await #expect(throws: FieldErrors.self) { try await town.accounts.changeContacts(of: access.account, to: refused) }
        #expect(try ChangeService(town.portal).waiting().count == 1)
    }

    @Test func `nobody changes what is somebody else's, nor decides without parental authority`() async throws {
        let town = try await BookingTown.open()
        let access = try await town.family("dupont", children: ["Léa"])
        let stranger = try await town.family("petit", children: ["Ana"])
        let changes = ChangeService(try town.portal(at: now))
        let child = try #require(access.children.first).id
        let foreign: [(ChangeField, Int64)] = [
            (.phone, access.adult.id.rawValue), (.householdAddress, try #require(access.families.first).household.id.rawValue),
            (.school, child.rawValue),
        ]
        for (field, subject) in foreign {
            await #expect(throws: HouseholdRefusal.unknown) {
                try await changes.ask(field, of: subject, to: ChangeValue(["2026-2027", "", ""]), by: stranger.account)
            }
        }
        try await town.put(.init(kinship: .stepParent, standing: .none, rights: [.sees]), of: access, to: child)
        await #expect(throws: HouseholdRefusal.noAuthority) {
            try await changes.ask(.school, of: child.rawValue, to: ChangeValue(["2026-2027", "", ""]), by: access.account)
        }
    }

    @Test func `a move told step by step asks for what it changes`() async throws {
        let town = try await BookingTown.open()
        let access = try await town.family("dupont", children: ["Léa"])
        let changes = ChangeService(try town.portal(at: now))
        let household = try #require(access.families.first).household.id
        let typed: [SituationForm.Field: String] = [.kind: "move", .day: "2026-12-01", .details: ""]
        let address: [ChangePart: String] = [.street: "2 rue Neuve", .postalCode: "91000", .city: "Évry"]
        let wrong = SituationForm(field: { typed[$0] ?? "" }, part: { _ in "" })
        await #expect(throws: FieldErrors.self) { try await changes.tell(wrong, of: household, by: access) }
        #expect(try changes.waiting().isEmpty)
        try await changes.tell(SituationForm(field: { typed[$0] ?? "" }, part: { address[$0] ?? "" }), of: household, by: access)
        let waiting = try changes.waiting()
        #expect(waiting.map(\.request.field) == [.situation, .address, .householdAddress])
        #expect(waiting.first?.request.new.french == "Déménagement, le 1er décembre 2026.")
    }
}

extension BookingTown {
    /// A member of the staff, made when there is none.
    fileprivate func staff() async throws -> Identifier<StaffMember> {
        let login = try #require(Login("guichet"))
        return try await database.write { transaction in
            if let known = try transaction.first("SELECT id FROM staff_members", decode: { try $0[0] as Identifier<StaffMember> }) { return known }
            return try StaffStore(transaction).insert(
                login: login,
                passwordHash: "",
                firstName: "Philippe",
                lastName: "Lemoine",
                role: .serviceDesk
            )
        }
    }
}
