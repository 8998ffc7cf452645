import Testing

@testable import PortalCore

@Suite struct WithheldMailTests {
    @Test func `a child is named by its first name as a word, whatever the accents`() {
        let cases: [([String], String, Bool)] = [
            (["Léa"], "Absence de Léa le 3 novembre.", true), (["Léa"], "LEA, restauration", true),
            (["Léa"], "l'absence d'Éléa et de Léandre", false),
            (["Anna"], "l'absence d'Anna", true), (["Jean-Pierre"], "Jean Pierre est attendu", true), (["Jean-Pierre"], "Pierre et Jean", false),
            ([], "Absence de Léa", false), (["  "], "Absence de Léa", false),
        ]
        for (names, text, isNamed) in cases { #expect(WithheldNames(names).areNamed(in: text) == isNamed, "\(names) in \(text)") }
    }

    @Test func `a court order withholds the messages that name the child, and giving the right back shows them`() async throws {
        let town = try await TestTown()
        let household = try await town.household(adults: [], children: ["Léa", "Tom"])
        let access = try await town.register(in: household)
        let child = try #require(access.children.first { $0.firstName == "Léa" })
        let recipient = try #require(access.adult.email)
        try await town.portal.database.write { [now = town.clock.now] transaction in
            for body in ["Le justificatif de Léa est accepté.", "Le justificatif de Tom est accepté."] {
                try OutboxStore(transaction).enqueue(Mail(recipient: recipient, subject: "Essai", body: body), to: access.account, at: now)
            }
        }
        func bodies() throws -> [String] { try town.outbox.messages(to: access.account).prefix(2).map(\.mail.body) }
        let both = ["Le justificatif de Tom est accepté.", "Le justificatif de Léa est accepté."]
        #expect(try bodies() == both)
        let relations: [(ChildRelation, Bool)] = [
            (ChildRelation(kinship: .father, standing: .barred, rights: []), false),
            (ChildRelation(kinship: .father, standing: .none, rights: [.pays]), false), (.usual, true),
        ]
        for (relation, isShown) in relations {
            try await town.portal.database.write { try ChildRelationStore($0).put(relation, of: access.adult.id, to: child.id) }
            #expect(try bodies() == (isShown ? both : [both[0], Mail.withheldText]))
            let archive = try await PersonalDataService(town.portal).collect(for: access.account).sections
            let rows = archive.first { $0.name == "messages" }?.rows ?? []
            #expect(rows.contains { $0.contains("Le justificatif de Léa est accepté.") } == isShown)
            // The staff read what was sent.
            #expect(try town.outbox.messages(limit: 2).map(\.mail.body) == both)
        }
    }

    @Test func `what has not left yet stays here when the court's order is noted`() async throws {
        let town = try await TestTown()
        let household = try await town.household(adults: [], children: ["Léa", "Tom"])
        let access = try await town.register(in: household)
        let child = try #require(access.children.first { $0.firstName == "Léa" })
        let recipient = try #require(access.adult.email)
        let login = try #require(Login("guichet"))
        let clerk = try await town.portal.database.write { [now = town.clock.now] transaction in
            for name in ["Léa", "Tom"] {
                let mail = Mail(recipient: recipient, subject: "Essai", body: "Le justificatif de \(name) est accepté.")
                try OutboxStore(transaction).enqueue(mail, to: access.account, at: now)
            }
            return try StaffStore(transaction).insert(login: login, passwordHash: "", firstName: "Paul", lastName: "Roy", role: .serviceDesk)
        }
        let barred = ChildRelation(kinship: .father, standing: .barred, rights: [])
        try await HouseholdDesk(town.portal).put(barred, of: access.adult.id, to: child.id, in: household, by: clerk)
        let leaving = try await town.outbox.claimDue(limit: 100).map(\.mail.body)
        #expect(leaving.contains("Le justificatif de Tom est accepté.") && !leaving.contains("Le justificatif de Léa est accepté."))
    }
}
