import Testing

@testable import PortalCore

@Suite struct AuditSearchTests {
    private func town() async throws -> TestTown {
        let town = try await TestTown()
        let start = town.clock.now
        try await town.portal.database.write { transaction in
            for index in 0..<120 {
                let actor: Actor = index % 3 == 0 ? .system : index % 3 == 1 ? .staff(Identifier(7)) : .account(Identifier(Int64(index)))
                let act = index % 2 == 0 ? AuditAct.signedIn : .signedOut
                let at = start.adding(seconds: Int64(index / 4) * 3600)
                try AuditLog.record(in: transaction, by: actor, act, on: Identifier<Child>(Int64(index)), detail: "n° \(index)", at: at)
            }
        }
        return town
    }

    @Test func `pages follow each other without a gap or a line twice, also within one second`() async throws {
        let town = try await town()
        let service = AuditService(town.portal)
        var subjects: [Int64] = []
        var position: AuditPosition?
        repeat {
            let (lines, _) = try await service.search(AuditFilter(act: nil, who: .system), after: position, by: Identifier(1))
            subjects += lines.prefix(AuditService.pageLength).map(\.entry.subject)
            position = lines.count > AuditService.pageLength ? lines[AuditService.pageLength - 1].position : nil
        } while position != nil
        #expect(subjects.sorted() == stride(from: Int64(0), to: 120, by: 3).map { $0 })
        let everything = try town.portal.database.read { try AuditSearchStore($0).lines(AuditFilter(), after: nil, limit: 1000) }
        #expect(everything.map(\.entry.at) == everything.map(\.entry.at).sorted(by: >))
    }

    @Test func `each part of a filter narrows`() async throws {
        let town = try await town()
        let day = ParisTime.date(town.clock.now)
        let cases: [(AuditFilter, Int)] = [
            (AuditFilter(), 120), (AuditFilter(act: .signedIn), 60), (AuditFilter(who: .staff), 40), (AuditFilter(who: .parents), 40),
            (AuditFilter(who: .one(.account(Identifier(5)))), 1), (AuditFilter(who: .one(.staff(Identifier(8)))), 0),
            (AuditFilter(act: .signedOut, subject: 5), 1), (AuditFilter(act: .signedIn, subject: 5), 0),
            (AuditFilter(firstDay: day.adding(days: 3)), 0), (AuditFilter(lastDay: day.adding(days: -1)), 0),
        ]
        for (filter, expected) in cases {
            let lines = try town.portal.database.read { try AuditSearchStore($0).lines(filter, after: nil, limit: 1000) }
            #expect(lines.count == expected, "\(filter.notation)")
        }
        let first = try town.portal.database.read { try AuditSearchStore($0).lines(AuditFilter(lastDay: day), after: nil, limit: 1000) }
        let rest = try town.portal.database.read {
            try AuditSearchStore($0).lines(AuditFilter(firstDay: day.adding(days: 1)), after: nil, limit: 1000)
        }
        #expect(first.count + rest.count == 120 && !first.isEmpty && !rest.isEmpty)
    }

    @Test func `looking and exporting are in the journal themselves`() async throws {
        let town = try await town()
        let service = AuditService(town.portal)
        _ = try await service.search(AuditFilter(who: .parents), after: nil, by: Identifier(3))
        let export = try await service.export(AuditFilter(act: .signedIn), by: Identifier(3))
        #expect(export.lines.count == 60)
        let own = try town.portal.database.read {
            try AuditSearchStore($0).lines(AuditFilter(who: .one(.staff(Identifier(3)))), after: nil, limit: 9)
        }
        #expect(
            Set(own.map { "\($0.entry.act.rawValue) \($0.entry.detail)" }) == [
                "journal.read qui parents", "journal.exported acte account.signedIn, 60 lignes",
            ]
        )
    }

    @Test func `an exported cell is never a formula, and keeps its quotes`() {
        let entry = AuditEntry(at: Instant(seconds: 0), actor: .system, act: .signedIn, subject: 1, detail: "=1+1;\"a\"")
        let line = AuditLine(entry: entry, actorName: "-x", position: AuditPosition(at: entry.at, chain: 0, number: 1))
        let row = AuditExport(lines: [line]).text.split(separator: "\r\n")[1]
        #expect(row == "1970-01-01T01:00:00+01:00;0;1;portail;'-x;account.signedIn;Connexion d'un parent;1;\"'=1+1;\"\"a\"\"\"")
    }

    @Test func `a filter's words come back as they were`() {
        for who: AuditFilter.Who in [.parents, .staff, .system, .one(.staff(Identifier(3))), .one(.account(Identifier(12)))] {
            #expect(AuditFilter.Who(notation: who.notation) == who)
        }
        for text in ["", "moi", "agent-", "agent-x", "compte-0", "agent-1-2"] { #expect(AuditFilter.Who(notation: text) == nil, "\(text)") }
        let position = AuditPosition(at: Instant(seconds: 12), chain: 3, number: 4)
        #expect(AuditPosition(text: position.text) == position)
        for text in ["", "1-2", "1-2-3-4", "a-b-c"] { #expect(AuditPosition(text: text) == nil) }
    }
}
