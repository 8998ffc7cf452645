import Testing

@testable import PortalCore

/// Every table that says something of a person is either in the download and in the erasure, or stands here with the reason why not. A new table
/// with such a column fails these tests until somebody decides.
@Suite struct PersonalDataCoverageTests {
    /// Where a table's data is found in the download; nil with the reason in a comment.
    private static let sections: [String: String?] = [
        "absences": "absences", "absence_lines": "absences", "accounts": "compte", "activation_keys": "cles-enfance", "adults": "compte",
        "arrears": "impayes", "arrears_exemptions": "impayes",
        "attendance": "presences", "awaited_places": "listes-d-attente", "bookings": "reservations", "calendar_feeds": "demarches",
        "care_contracts": "contrats-accueil", "family_leaves": "contrats-accueil",
        "certificates": "absences", "closure_bookings": "reservations", "change_requests": "modifications", "child_contacts": "entourage",
        "child_relations": "enfants",
        "child_sheets": "fiches-sanitaires", "child_stops": "arrets-de-car",
        "usual_times": "heures-attendues", "booking_times": "heures-attendues",
        "children": "enfants", "custody_calendars": "garde-alternee", "custody_exceptions": "garde-alternee",
        "custody_wishes": "demarches", "document_files": "pieces", "documents": "pieces", "enrolments": "inscriptions",
        "erasure_requests": "demarches", "household_adults": "foyers",
        "household_children": "enfants", "household_incomes": "quotients", "linked_identities": "franceconnect",
        "official_quotients": "quotients", "dated_marks": "dossier", "households": "foyers",
        "outbox": "messages", "school_placements": "enfants", "recognition_requests": "demarches", "regulation_acceptances": "reglements",
        "request_lines": "demandes-lignes",
        "requests": "demandes", "web_sessions": "appareils", "yearly_checks": "dossier",
        // Secrets' digests that lead nowhere but in, for minutes; a browser's digest.
        "account_devices": nil, "email_changes": nil, "email_confirmations": nil, "half_sign_ins": nil, "password_resets": nil,
        "second_factors": nil,
        // Journeys to FranceConnect, sealed, for half an hour.
        "identity_arrivals": nil, "identity_requests": nil,
        // The taps of which the presences are made.
        "roll_call_entries": nil,
        // What the town closes: `declared_by` is of its staff.
        "declared_closures": nil,
        // Which letter a key, or a reminder, went out on.
        "check_reminders": nil, "document_reminders": nil, "key_campaign_households": nil,
    ]

    /// Tables that erasing leaves as they are: numbers, days and amounts without a name.
    private static let anonymous: Set<String> = [
        "absence_lines", "activation_keys", "arrears", "attendance", "bookings", "care_contracts", "closure_bookings", "enrolments",
        "household_adults", "household_children", "key_campaign_households", "request_lines", "roll_call_entries", "yearly_checks",
        // The town's own.
        "declared_closures",
        // Taken away when the account closes, where there is one: this account has none.
        "second_factors",
    ]

    private static let columns = [
        "account_id", "adult_id", "child_id", "household_id", "asked_by", "given_by", "declared_by", "checked_by", "sent_by", "used_by",
        "removal_asked_by", "email", "recipient",
    ]

    /// The tables with a column about a family.
    private func tables() async throws -> Set<String> {
        let database = try temporarySQLite()
        defer { database.close() }
        let rows = try database.read { transaction in
            try transaction.query(
                "SELECT m.name, p.name FROM sqlite_master m JOIN pragma_table_info(m.name) p WHERE m.type = 'table'"
            ) { (try $0[0] as String, try $0[1] as String) }
        }
        let own = rows.filter { Self.columns.contains($0.1) && !["staff_members", "contacts"].contains($0.0) }.map(\.0)
        // These name people by themselves.
        return Set(own).union(["adults", "children", "households", "accounts"])
    }

    @Test func `every table about a family is in the download, or left out for a reason`() async throws {
        let known = Set(Self.sections.keys)
        let tables = try await tables()
        #expect(tables.subtracting(known).isEmpty, "decide how these are downloaded and erased")
        #expect(known.subtracting(tables).isEmpty, "these are gone")
        let town = try await TestTown()
        let access = try await town.register(in: try await town.household(adults: [], children: ["Léa"]))
        let names = Set(try await PersonalDataService(town.portal).collect(for: access.account).sections.map(\.name))
        for (table, section) in Self.sections { if let section { #expect(names.contains(section), "\(table)") } }
    }

    @Test func `erasing writes every table about a family that is not anonymous`() async throws {
        let spy = SpyingStatements()
        let town = try await TestTown()
        let household = try await town.household(adults: [], children: ["Léa"])
        let access = try await town.register(in: household)
        let now = town.clock.now
        try await town.portal.database.write { [vault = town.portal.vault] transaction in
            try PersonErasing(SpyingTransaction(transaction, spy), vault, .system, now).erase(access.adult.id)
        }
        let written = spy.tables
        for table in try await tables().subtracting(Self.anonymous) { #expect(written.contains(table), "\(table)") }
    }
}
