import Testing

@testable import PortalCore

@Suite struct ChildSheetServiceTests {
    private func form(_ values: [String: String]) -> ChildSheetForm { ChildSheetForm { values[$0] ?? "" } }

    private func family() async throws -> (town: TestTown, access: HouseholdAccess, child: Identifier<Child>) {
        let town = try await TestTown()
        let access = try await town.register(in: try await town.household(adults: [], children: ["Léa"]))
        return (town, access, try #require(access.children.first).id)
    }

    @Test func `what a parent tells is read again with who gave it, and the database does not show it`() async throws {
        let (town, access, child) = try await family()
        let sheets = ChildSheetService(town.portal)
        let told = ["allergies": "Kiwi", "aliment-porc": "oui", "aliment-gluten": "oui", "medecin-telephone": "01 60 00 00 01", "hopital": "oui"]
        #expect(try await sheets.save(form(told), of: child, by: access.account))
        #expect(try await !sheets.save(form(told), of: child, by: access.account))
        let sheet = try sheets.sheet(of: child, for: access)
        #expect(sheet.french(.allergies) == "Kiwi" && sheet.french(.excludedFoods) == "Porc, Gluten" && sheet[.bathing] == nil)
        #expect(sheet.french(.doctorPhone) == "01\u{A0}60\u{A0}00\u{A0}00\u{A0}01" || sheet.french(.doctorPhone) == "01 60 00 00 01")
        #expect(sheet[.hospital]?.givenBy == access.adult.fullName && sheet[.hospital]?.givenAt == town.clock.now)
        let stored = try town.portal.database.read { try $0.query("SELECT sealed FROM child_sheets") { try $0[0] as [UInt8] } }
        #expect(stored.count == 4 && stored.allSatisfy { !String(decoding: $0, as: UTF8.self).contains("Kiwi") })
        // A consent keeps its date while other things change.
        town.clock.advance(seconds: 86_400)
        try await sheets.save(form(told.merging(["allergies": "Kiwi, noix"]) { $1 }), of: child, by: access.account)
        let later = try sheets.sheet(of: child, for: access)
        #expect(later[.hospital] == sheet[.hospital] && later[.allergies]?.givenAt == town.clock.now)
    }

    @Test func `wrong dates and numbers come back, and a care plan needs its instructions`() async throws {
        let (town, access, child) = try await family()
        let wrong = ["assurance-fin": "bientôt", "medecin-telephone": "12", "pai": "oui"]
        do {
            try await ChildSheetService(town.portal).save(form(wrong), of: child, by: access.account)
            Issue.record("accepted")
        } catch let errors as FieldErrors {
            #expect(Set(errors.entries.map(\.field)) == ["assurance-fin", "medecin-telephone", "pai-consignes"])
        }
    }

    @Test func `the inbox and the journal say that something changed, never what`() async throws {
        let (town, access, child) = try await family()
        try await ChildSheetService(town.portal).save(form(["allergies": "Kiwi", "assureur": "Mutuelle"]), of: child, by: access.account)
        let waiting = try ChangeService(town.portal).waiting()
        #expect(waiting.map(\.request.field) == [.childSheet] && waiting[0].request.new.french == "À relire\u{A0}: Santé, Assurance")
        let details = try town.portal.database.read { try $0.query("SELECT detail FROM audit") { try $0[0] as String } }
        #expect(details.contains("allergies, assureur") && !details.contains { $0.contains("Kiwi") })
    }

    @Test func `a stranger does not reach a sheet, nor a parent without authority`() async throws {
        let (town, access, child) = try await family()
        let stranger = try await town.register(in: try await town.household(adults: [], children: ["Zoé"]), login: "autre.parent", firstName: "Anne")
        let sheets = ChildSheetService(town.portal)
        #expect(throws: HouseholdRefusal.unknown) { try sheets.sheet(of: child, for: stranger) }
        await #expect(throws: HouseholdRefusal.unknown) { try await sheets.save(form(["allergies": "x"]), of: child, by: stranger.account) }
        try await town.portal.database.write {
            let relation = ChildRelation(kinship: .stepParent, standing: .none, rights: [.sees])
            try ChildRelationStore($0).put(relation, of: access.adult.id, to: child)
        }
        await #expect(throws: HouseholdRefusal.noAuthority) { try await sheets.save(form(["allergies": "x"]), of: child, by: access.account) }
    }

    @Test func `a date that has passed is a warning for the staff`() async throws {
        let (town, access, child) = try await family()
        let sheets = ChildSheetService(town.portal)
        let today = ParisTime.date(town.clock.now)
        let dates = ["dtp-rappel": today.adding(days: -1).iso, "assurance-fin": today.iso, "dtp-fait": today.adding(days: -900).iso]
        try await sheets.save(form(dates), of: child, by: access.account)
        let sheet = try sheets.sheet(of: child, for: access)
        #expect(SheetField.allCases.compactMap { sheet.warning($0, on: today) } == ["Rappel en retard"])
    }
}
