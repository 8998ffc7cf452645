import PortalCore
import Testing

@Suite struct AuditChainTests {
    @Test func `the database refuses to change or delete a line`() async throws {
        let database = try await journal()
        let changes: [@Sendable (any Transaction) throws -> Void] = [
            { try $0.execute("UPDATE audit SET detail = 'autre'") },
            { try $0.execute("DELETE FROM audit WHERE number = 2") },
        ]
        for change in changes {
            await #expect(throws: DatabaseError.check("audit is append-only")) { try await database.write(change) }
        }
        #expect(try verification(of: database).faults == [])
    }

    @Test func `an untouched journal holds, whoever acted`() async throws {
        let verification = try verification(of: try await journal())
        #expect(verification.lines == 30)
        #expect(verification.faults == [])
        #expect(verification.heads.map(\.line) == [10, 20])
    }

    @Test func `a line that was edited, removed, moved, renumbered or added is named`() async throws {
        let edits: [(StaticString, [String])] = [
            ("UPDATE audit SET detail = 'autre' WHERE chain = 7 AND number = 5", ["chaîne 7, ligne 5"]),
            ("UPDATE audit SET at = at + 1 WHERE chain = 0 AND number = 1", ["chaîne 0, ligne 1"]),
            ("UPDATE audit SET subject = 8, act = 'a.b' WHERE chain = 7 AND number = 20", ["chaîne 7, ligne 20"]),
            ("UPDATE audit SET actor = 23 WHERE chain = 7 AND number = 3", ["chaîne 7, ligne 3"]),
            ("UPDATE audit SET actor_kind = 9 WHERE chain = 7 AND number = 3", ["chaîne 7, ligne 3"]),
            (
                "UPDATE audit SET hash = (SELECT a.hash FROM audit a WHERE a.chain = 0 AND a.number = 1) WHERE chain = 7 AND number = 5",
                ["chaîne 7, ligne 5", "chaîne 7, ligne 6"]
            ),
            ("DELETE FROM audit WHERE chain = 7 AND number IN (1, 9, 10)", ["chaîne 7, ligne 1", "chaîne 7, lignes 9 à 10"]),
            (
                "UPDATE audit SET detail = CASE number WHEN 4 THEN '5' ELSE '4' END WHERE chain = 7 AND number IN (4, 5)",
                ["chaîne 7, ligne 4", "chaîne 7, ligne 5"]
            ),
            ("UPDATE audit SET number = number + 100 WHERE chain = 7 AND number = 20", ["chaîne 7, lignes 20 à 119"]),
            ("INSERT INTO audit SELECT 99, number, at, actor, actor_kind, act, subject, detail, hash FROM audit WHERE chain = 0", ["10 lignes hors"]),
        ]
        for (edit, expected) in edits {
            let database = try await journal()
            try await database.write { try $0.tamper(edit) }
            let sentences = try verification(of: database).faults.map(\.sentence)
            #expect(sentences.count == expected.count && zip(sentences, expected).allSatisfy { $0.hasPrefix($1) }, "\(edit): \(sentences)")
        }
    }

    @Test func `an end that was cut off, or written anew, is found with an anchor`() async throws {
        let database = try await journal()
        let anchors = try verification(of: database).heads
        try await database.write { try $0.tamper("DELETE FROM audit WHERE chain = 7 AND number > 18") }
        #expect(try verification(of: database).faults == [])
        #expect(
            try verification(of: database, against: anchors).faults.map(\.sentence) == [
                "chaîne 7, lignes 19 à 20\u{A0}: les lignes ont été supprimées."
            ]
        )
        try await database.write { for number in 19...21 { try $0.note("refait \(number)", by: .account(Identifier(7))) } }
        #expect(try verification(of: database).faults == [])
        #expect(
            try verification(of: database, against: anchors).faults.map(\.sentence)
                == ["chaîne 7, ligne 20\u{A0}: le journal a été réécrit depuis la sauvegarde."]
        )
    }

    /// Ten lines of the system, twenty of an account.
    private func journal() async throws -> any Database {
        let database = try temporaryDatabase()
        for number in 1...10 {
            try await database.write { transaction in
                try transaction.note("\(number)", by: .system)
                try transaction.note("\(number)", by: .account(Identifier(7)))
                try transaction.note("\(number)", by: .account(Identifier(7)))
            }
        }
        return database
    }

    private func verification(of database: any Database, against anchors: [AuditAnchor] = []) throws -> AuditVerification {
        try database.read { try AuditVerification(of: $0, against: anchors) }
    }
}

extension Transaction {
    fileprivate func note(_ detail: String, by actor: Actor) throws {
        let act = AuditAct(rawValue: "test.noted")
        try AuditLog.record(in: self, by: actor, act, on: Identifier<Household>(3), detail: detail, at: Instant(seconds: 1_800_000_000))
    }

    /// Does to the journal what the triggers refuse.
    fileprivate func tamper(_ edit: StaticString) throws {
        if TestServer.uri == nil {
            try execute("DROP TRIGGER IF EXISTS audit_refuses_update")
            try execute("DROP TRIGGER IF EXISTS audit_refuses_delete")
        } else {
            try execute("DROP TRIGGER IF EXISTS audit_refuses_update ON audit")
            try execute("DROP TRIGGER IF EXISTS audit_refuses_delete ON audit")
        }
        try execute(edit)
    }
}
