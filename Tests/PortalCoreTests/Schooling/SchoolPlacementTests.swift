import Testing

@testable import PortalCore

@Suite struct SchoolPlacementTests {
    @Test func `each day has the school of its school year, and what was last said holds`() async throws {
        let town = try await BookingTown.open()
        let access = try await town.family("dupont", children: ["Léa"])
        let child = try #require(access.children.first).id
        // Out of order, and one of them twice.
        try await town.database.write { transaction in
            let store = SchoolPlacementStore(transaction)
            try store.put("Collège", "6e", of: child, in: SchoolYear(startYear: 2029))
            try store.put("Les Tilleuls", "CE1", of: child, in: SchoolYear(startYear: 2025))
            try store.put("Les Tilleuls", "CM1", of: child, in: SchoolYear(startYear: 2027))
            try store.put("Jules-Ferry", "CM1", of: child, in: SchoolYear(startYear: 2027))
        }
        let schooling = try #require(try town.access(again: access)?.children.first).schooling
        let cases: [(String, [String])] = [
            ("2025-08-31", []), ("2025-09-01", ["Les Tilleuls", "CE1"]), ("2026-08-31", ["Les Tilleuls", "CE1"]),
            ("2026-09-01", ["Les Tilleuls", "CE2"]), ("2027-09-01", ["Jules-Ferry", "CM1"]), ("2029-08-31", ["Jules-Ferry", "CM1"]),
            ("2029-09-01", ["Collège", "6e"]), ("2040-01-01", ["Collège", "6e"]),
        ]
        for (date, words) in cases { #expect(try schooling.words(on: day(date)) == words, "\(date)") }
        #expect(try town.database.read { try SchoolPlacementStore($0).schooling(of: child) } == schooling)
    }

    @Test func `what a child's school was becomes the current school year's when the schema is changed`() async throws {
        let place = try TemporaryPlace()
        let database = try place.open()
        try await database.write { transaction in
            try transaction.execute("DROP TABLE school_placements")
            try transaction.execute("DROP TABLE year_passages")
            try transaction.execute("DROP TABLE school_successions")
            for statement in [
                "ALTER TABLE children ADD COLUMN school {text} NOT NULL DEFAULT ''",
                "ALTER TABLE children ADD COLUMN class {text} NOT NULL DEFAULT ''",
            ] as [StaticString] {
                try transaction.execute(statement)
            }
            try transaction.execute(
                """
                INSERT INTO children (id, first_name, last_name, birth_day, school, class)
                VALUES (1, 'Léa', 'Dupont', 17000, 'Les Tilleuls', 'CE1'), (2, 'Zoé', 'Dupont', 20000, '', '')
                """
            )
            let address = PostalAddress(street: "1 rue des Lilas", postalCode: try #require(PostalCode("91070")), city: "Ville")
            let store = HouseholdStore(transaction)
            let household = try store.insertHousehold(name: "DUPONT", address: address, at: Instant(seconds: 0))
            let details = AdultDetails(title: .madame, firstName: "Marie", lastName: "Dupont", email: nil, phone: nil, address: address)
            let login = try #require(Login("marie"))
            let account = try AccountStore(transaction).insert(
                login: login,
                passwordHash: "",
                adult: store.insertAdult(details),
                at: Instant(seconds: 0)
            )
            _ = try ChangeStore(transaction).insert(
                .school,
                of: 1,
                in: household,
                from: ChangeValue(["Les Tilleuls", "CE1"]),
                to: ChangeValue(["Jules-Ferry", "CE1"]),
                state: .waiting,
                by: account,
                at: Instant(seconds: 0)
            )
            try transaction.execute("DELETE FROM schema_versions WHERE number = 51")
        }
        database.close()
        let migrated = try place.open()
        let this = SchoolYear(containing: ParisTime.date(SystemClock().now))
        let found = try migrated.read { transaction in
            try [1, 2].map { try SchoolPlacementStore(transaction).schooling(of: Identifier($0)).placements }
        }
        #expect(found == [[SchoolPlacement(days: this.firstDay...SchoolPlacement.lastDay, school: "Les Tilleuls", schoolClass: "CE1")], []])
        let change = try #require(try migrated.read { try ChangeStore($0).request(Identifier(1)) })
        #expect(change.old.lines == [this.name, "Les Tilleuls", "CE1"] && change.new.lines == [this.name, "Jules-Ferry", "CE1"])
        migrated.close()
    }
}
