import Testing

@testable import PortalCore

/// Who may ask for whose quotient, what is kept, and what is noted.
@Suite struct QuotientEnquiryServiceTests {
    private static let good = #"{"data":{"quotient_familial":{"fournisseur":"CNAF","valeur":650,"annee":2026,"mois":6}}}"#

    private func service(_ town: TestTown, status: Int = 200) throws -> QuotientEnquiryService {
        let address = try #require(WebAddress("https://particulier.example"))
        let access = ParticulierAccess(address: address, token: "jeton", recipient: "21910086400011")
        let answer = RemoteAnswer(status: status, contentType: "application/json", body: Array(Self.good.utf8))
        return QuotientEnquiryService(town.portal, ParticulierClient(access, ParticulierClientTests.Fixed(answer)))
    }

    private func person(_ firstName: String = "Marie", _ birthName: String = "Martin", usedName: String? = "DUPONT") -> AllocataireIdentity {
        AllocataireIdentity(
            birthName: birthName,
            usedName: usedName,
            firstNames: [firstName, "Claire"],
            title: .madame,
            birthYear: 1984,
            birthMonth: 8,
            birthDay: nil,
            birthPlace: .commune(code: "21231")
        )
    }

    private func journal(_ town: TestTown) throws -> [String] {
        try town.portal.database.read {
            try $0.query("SELECT detail FROM audit WHERE act = 'household.quotientAsked' ORDER BY number") { try $0[0] as String }
        }
    }

    @Test func `a parent's quotient is kept with its month and origin, counts before a declared one, and the identity is not kept`() async throws {
        let town = try await TestTown()
        let household = try await town.household(adults: [], children: ["Léa"])
        let access = try await town.register(in: household)
        let checks = FamilyCheckService(town.portal)
        let facts = FamilyQuotient(annualIncome: Cents(3_000_000), monthlyBenefits: Cents(0), children: 1, disabledChildren: 0)
        let found = try await service(town).ask(of: person(), for: household, by: .account(access.account))
        #expect(found == OfficialQuotient(value: Cents(65_000), provider: .cnaf, month: try #require(Month(iso: "2026-06"))))
        town.clock.advance(seconds: 60)
        try await checks.declare(facts, of: household, by: access.account)
        let incomes = try checks.incomes(of: household)
        #expect(incomes.count == 2 && incomes[0].facts == facts)
        let current = try #require(incomes.current(on: ParisTime.date(town.clock.now)))
        #expect(current.quotient == Cents(65_000) && current.declaredBy == "Marie Dupont")
        #expect(current.days.upperBound == CivilDate(year: ParisTime.date(town.clock.now).year + 1, month: 1, day: 31))
        #expect(incomes.current(on: current.days.upperBound.adding(days: 1)) == nil)
        #expect(try journal(town).map { $0.contains("650") } == [true])
        let data = try await PersonalDataService(town.portal).collect(for: access.account)
        #expect(data.sections.first { $0.name == "quotients" }?.rows.count == 2)
    }

    @Test func `nobody learns another person's quotient by typing a name and a birth`() async throws {
        let town = try await TestTown()
        let household = try await town.household(adults: [("Karim", "Dupont")], children: ["Léa"])
        let access = try await town.register(in: household)
        let other = try await town.household(adults: [("Anne", "Petit")], children: ["Tom"])
        let service = try service(town)
        for stranger in [person("Anne", "Petit", usedName: nil), person("Karim", "Dupont"), person("Marie", "Durand", usedName: nil)] {
            await #expect(throws: QuotientRefusal.otherPerson) { try await service.ask(of: stranger, for: household, by: .account(access.account)) }
        }
        await #expect(throws: HouseholdRefusal.self) { try await service.ask(of: person(), for: other, by: .account(access.account)) }
        #expect(try FamilyCheckService(town.portal).incomes(of: household).isEmpty)
        // FranceConnect has said that it is the asker.
        _ = try await service.ask(of: person("Angela", "Dubois"), isProven: true, for: household, by: .account(access.account))
    }

    @Test func `what fails is noted too, and a household is not asked about again and again`() async throws {
        let town = try await TestTown()
        let household = try await town.household(adults: [], children: ["Léa"])
        let access = try await town.register(in: household)
        let service = try service(town, status: 404)
        for _ in 0..<4 {
            await #expect(throws: QuotientRefusal.notFound) { try await service.ask(of: person(), for: household, by: .account(access.account)) }
        }
        await #expect(throws: QuotientRefusal.waiting(seconds: 60)) {
            try await service.ask(of: person(), for: household, by: .account(access.account))
        }
        #expect(try journal(town) == Array(repeating: "inconnu (404)", count: 4))
    }

    @Test func `in January a quotient counts until its end, as the CAF looks at incomes then`() throws {
        let days = try [("2026-11-20", "2027-01-31"), ("2027-01-01", "2027-01-31"), ("2027-01-31", "2027-01-31"), ("2027-02-01", "2028-01-31")].map {
            (try #require(CivilDate(iso: $0.0)), try #require(CivilDate(iso: $0.1)))
        }
        for (today, end) in days { #expect(OfficialQuotient.validity(on: today) == today...end) }
    }

    @Test func `the form reads dates as people write them, and says what is missing`() throws {
        func form(_ changes: [AllocataireForm.Field: String]) -> AllocataireForm {
            let right: [AllocataireForm.Field: String] = [
                .birthName: "L'Hér-Roux", .firstNames: "Gérôme  Jean-Philippe", .title: "monsieur", .birthDay: "24/08/1985", .commune: "Dijon",
                .department: "21", .consent: "oui",
            ]
            return AllocataireForm { changes[$0] ?? right[$0] ?? "" }
        }
        let person = try form([:]).checked()
        #expect(person.firstNames == ["Gérôme", "Jean-Philippe"] && person.birthPlace == .named(commune: "Dijon", department: "21"))
        for (typed, month, day) in [("1985-08-24", 8, 24), ("08/1985", 8, nil), ("1985", nil, nil)] as [(String, Int?, Int?)] {
            let person = try form([.birthDay: typed]).checked()
            #expect(person.birthYear == 1985 && person.birthMonth == month && person.birthDay == day, "\(typed)")
        }
        for typed in ["99352", "Algérie", "algerie"] {
            #expect(try form([.country: typed]).checked().birthPlace == .abroad(country: "99352"))
        }
        #expect(try form([.country: "France"]).checked().birthPlace == .named(commune: "Dijon", department: "21"))
        for (field, typed) in [
            (AllocataireForm.Field.birthName, ""), (.firstNames, "12"), (.title, ""), (.birthDay, "31/02/1985"), (.birthDay, "hier"),
            (.birthDay, "85"),
            (.commune, ""), (.department, "Côte-d'Or"), (.country, "Syldavie"), (.consent, ""),
        ] {
            let errors = #expect(throws: FieldErrors.self) { try form([field: typed]).checked() }
            #expect(errors?.entries.map(\.field) == [field.rawValue], "\(field) \(typed)")
        }
    }

    @Test func `the staff note a certificate, which counts like the CAF's answer`() async throws {
        let town = try await TestTown()
        let household = try await town.household(adults: [("Marie", "Dupont")], children: ["Léa"])
        let checks = FamilyCheckService(town.portal)
        let member = try await town.portal.database.write { transaction -> Identifier<StaffMember> in
            try transaction.execute(
                "INSERT INTO staff_members (id, login, password_hash, first_name, last_name, role) VALUES (7, 'guichet', '', 'Anne', 'Petit', 'guichet')"
            )
            return Identifier(7)
        }
        func form(_ quotient: String, _ month: String) -> CertificateForm {
            CertificateForm { [.quotient: quotient, .provider: "MSA", .month: month][$0] ?? "" }
        }
        for (quotient, month) in [("", "06/2026"), ("650", "2026"), ("650", "06/2019"), ("650", "01/2030")] {
            await #expect(throws: FieldErrors.self) { try await checks.note(form(quotient, month), of: household, by: member) }
        }
        try await checks.note(form("650,50 €", "06/2026"), of: household, by: member)
        let income = try #require(try checks.incomes(of: household).first)
        #expect(income.quotient == Cents(65_050) && income.declaredBy == "Anne Petit" && income.verifiedAt != nil)
    }
}
