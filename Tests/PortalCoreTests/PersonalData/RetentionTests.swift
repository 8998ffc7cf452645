import Testing

@testable import PortalCore

/// What the town's durations let go, and what stays.
@Suite struct RetentionTests {
    private static let month: Int64 = 31 * 86_400

    @Test func `a duration is written and read back, and only differs from the usual where the town says so`() {
        for (text, months) in [("18 mois", 18), ("1 an", 12), ("10 ans", 120), ("0 mois", 0)] {
            #expect(RetentionRules.months(notation: text) == months)
        }
        for text in ["", "mois", "-1 mois", "60 ans", "601 mois", "1 siècle"] { #expect(RetentionRules.months(notation: text) == nil, "\(text)") }
        for months in 0...600 { #expect(RetentionRules.months(notation: RetentionRules.notation(of: months)) == months) }
        #expect(RetentionRules()[.charged] == 120 && RetentionRules([.health: 3])[.health] == 3)
    }

    /// A family with an account, one child with a contact, a booking in the far past that was charged, and mails.
    private func family(_ town: TestTown, charged: Bool) async throws -> HouseholdAccess {
        let access = try await town.register(in: try await town.household(adults: [], children: ["Léa"]))
        let child = try #require(access.children.first).id
        let household = try #require(access.families.first).household.id
        let today = ParisTime.date(town.clock.now)
        let activity = try #require(try PortalCatalogue.bookingTown().activities.first)
        let unit = try #require(activity.units.first).id
        try await town.portal.database.write { transaction in
            let phone = try #require(PhoneNumber("06 12 34 56 78"))
            let contact = ContactDetails(
                firstName: "Odile",
                lastName: "Renard",
                kinship: "grand-mère",
                phone: phone,
                picksUp: true,
                callFirst: false,
                isForbidden: false
            )
            _ = try ContactStore(transaction).insert(contact, around: child, of: household, at: town.clock.now)
            try ChildSheetStore(transaction, town.portal.vault).put("Arachide", in: .allergies, of: child, by: access.account, at: town.clock.now)
            try transaction.execute("UPDATE outbox SET sent_at = created_at")
            try transaction.execute(
                "INSERT INTO staff_members (login, password_hash, first_name, last_name, role) VALUES ('guichet', '', 'Claire', 'Roy', 'serviceDesk')"
            )
            try transaction.insert(activity)
            try transaction.execute(
                "INSERT INTO bookings (child_id, day, unit_id, group_id, household_id, state, price, surcharge) VALUES ($1, $2, $5, 1, $3, 1, $4, 0)",
                child,
                today,
                household,
                charged ? 500 : 0,
                unit
            )
        }
        return access
    }

    private func file(_ town: TestTown, _ access: HouseholdAccess) throws -> Family {
        let household = try #require(access.families.first).household.id
        return try #require(try town.households.family(household))
    }

    @Test func `a family that has left loses its health data, then its names, and what was charged keeps its amount`() async throws {
        let town = try await TestTown()
        let access = try await family(town, charged: true)
        let service = RetentionService(town.portal)
        #expect(try service.due().isEmpty)
        town.clock.advance(seconds: 13 * Self.month)
        let first = try service.due()
        #expect(first.health == access.children.map(\.id) && first.families.isEmpty && first.messages == 1)
        _ = try await service.apply(by: Identifier(1))
        #expect(try service.due().isEmpty && service.due().messages == 0)
        #expect(try town.portal.database.read { try ContactStore($0).contacts(of: access.children[0].id) }.isEmpty)
        #expect(try file(town, access).children.map(\.firstName) == ["Léa"])
        // Two years later nothing holds the file but what was charged: ten years.
        town.clock.advance(seconds: 24 * Self.month)
        #expect(try service.due().families.isEmpty)
        town.clock.advance(seconds: 90 * Self.month)
        #expect(try service.due().families.map(\.household) == access.families.map(\.household.id))
        _ = try await service.apply(by: Identifier(1))
        let after = try file(town, access)
        #expect(after.children.map(\.firstName) == ["Enfant"] && after.adults.map(\.firstName) == ["Personne"])
        #expect(after.household.name.hasPrefix("FOYER EFFACÉ") && after.adults[0].email == nil && after.household.address.street.isEmpty)
        #expect(try town.households.access(of: access.account)?.adult.lastName.contains("effacée") == true)
        #expect(
            try town.portal.database.read { try $0.first("SELECT CAST(sum(price) AS BIGINT) FROM bookings", decode: { try $0[0] as Int }) } == 500
        )
        #expect(try service.due().isEmpty)
    }

    @Test func `who asked to be forgotten loses the name when nothing was charged, and the other parent keeps the file`() async throws {
        let town = try await TestTown()
        let access = try await family(town, charged: false)
        let household = try #require(access.families.first).household.id
        let paul = try await town.register(in: household, login: "paul", firstName: "Paul")
        let erasures = ErasureService(town.portal)
        try await erasures.ask("Oubliez-moi.", by: access.account)
        let service = RetentionService(town.portal)
        #expect(try service.kept(of: access.account).map(\.what).contains("Le dossier des enfants et du foyer"))
        let request = try #require(try erasures.waiting().first)
        try await erasures.settle(request.id, accepting: true, answer: "C'est fait.", by: Identifier(1))
        #expect(try !town.portal.database.read { try ContactStore($0).contacts(of: access.children[0].id) }.isEmpty)
        #expect(try service.due().adults == [access.adult.id])
        _ = try await service.apply(by: Identifier(1))
        let after = try #require(try town.households.access(of: paul.account))
        #expect(after.children.map(\.firstName) == ["Léa"] && after.coGuardians.map(\.firstName) == ["Personne"])
        #expect(try erasures.request(request.id)?.message.isEmpty == true)
        let text = try town.portal.database.read { transaction in
            try transaction.query("SELECT body || recipient || subject FROM outbox WHERE account_id = $1", access.account) { try $0[0] as String }
        }
        #expect(text.allSatisfy { !$0.contains("Dupont") && !$0.contains("marie") })
    }

    @Test func `the only parent who is forgotten takes the health data along at once, and the names when the last charged day is old enough`()
        async throws
    {
        let town = try await TestTown()
        let access = try await family(town, charged: true)
        let erasures = ErasureService(town.portal)
        try await erasures.ask("", by: access.account)
        let kept = try RetentionService(town.portal).kept(of: access.account)
        #expect(kept.first?.until == ParisTime.date(town.clock.now).adding(months: 120))
        let request = try #require(try erasures.waiting().first)
        try await erasures.settle(request.id, accepting: true, answer: "Oui.", by: Identifier(1))
        #expect(try town.portal.database.read { try ContactStore($0).contacts(of: access.children[0].id) }.isEmpty)
        #expect(try RetentionService(town.portal).due().adults.isEmpty)
        town.clock.advance(seconds: 121 * Self.month)
        #expect(try RetentionService(town.portal).due().adults == [access.adult.id])
        _ = try await RetentionService(town.portal).apply(by: Identifier(1))
        #expect(try file(town, access).children.map(\.firstName) == ["Enfant"])
    }

    @Test func `the journal names nobody`() async throws {
        let town = try await TestTown()
        let access = try await family(town, charged: true)
        let contact = try #require(try town.portal.database.read { try ContactStore($0).contacts(of: access.children[0].id) }.first)
        let contacts = ContactService(town.portal)
        try await contacts.askRemoval(of: contact.id, true, by: access.account)
        try await HouseholdDesk(town.portal).settleRemoval(of: contact.id, deleting: true, by: Identifier(1))
        try await ChangeService(town.portal).ask(.name, of: access.adult.id.rawValue, to: ChangeValue(["Marie", "Renard"]), by: access.account)
        let household = try #require(access.families.first).household.id
        try await InvitationService(town.portal).invite(
            "invite@exemple.fr",
            to: household,
            by: access.account,
            link: ""
        )
        let details = try town.portal.database.read { try $0.query("SELECT detail FROM audit") { try $0[0] as String } }
        for word in ["Dupont", "Renard", "Odile", "@", "+33", "Lilas"] { #expect(details.allSatisfy { !$0.contains(word) }, "\(word)") }
    }
}
