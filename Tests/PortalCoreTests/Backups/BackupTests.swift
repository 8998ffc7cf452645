import Glibc
import PortalCore
import Testing

@Suite struct BackupTests {
    @Test func `a restored backup holds every portal and every other file as they were`() async throws {
        let folder = try BackupFolder()
        let portal = try folder.portal()
        try await portal.database.close(days: 1...40)
        try folder.portal("vide").database.close()
        try folder.write("Bonjour", to: "mail/essai.1.eml")
        try folder.write(String(repeating: "document ", count: 20_000), to: "documents/a/b.pdf")

        let report = try folder.making.make(at: folder.now)
        // With the key of what the portals keep sealed.
        #expect(report.portals == ["essai", "vide"] && report.files == 5)
        // What comes later is not in it.
        try await portal.database.close(days: 50...50)

        let restoration = try folder.restore()
        #expect(restoration.portals.map(\.slug) == ["essai", "vide"])
        #expect(restoration.portals.allSatisfy { $0.journal.faults.isEmpty } && restoration.portals[0].journal.lines == 40)
        #expect(try folder.restoredDays() == Array(1...40))
        #expect(try folder.text(of: "mail/essai.1.eml", in: folder.restored) == "Bonjour")
        #expect(try folder.text(of: "portals.key", in: folder.restored) == folder.text(of: "portals.key", in: folder.data))
        #expect(try folder.text(of: "documents/a/b.pdf", in: folder.restored) == folder.text(of: "documents/a/b.pdf", in: folder.data))
        portal.database.close()
    }

    @Test func `a backup tells nothing to who has no key`() async throws {
        let folder = try BackupFolder()
        try await folder.portal().database.close(days: 1...5)
        try folder.write("Camille Dupont", to: "mail/1.eml")
        try folder.making.make(at: folder.now)
        for name in try Folder.files(below: folder.place) {
            let bytes = try SourceFile.contents(of: "\(folder.place)/\(name)")
            #expect(bytes.firstRange(of: Array("Camille".utf8)) == nil && bytes.firstRange(of: Array("SQLite".utf8)) == nil, "\(name)")
        }
        #expect(throws: BackupFailure.self) {
            try BackupRestoration.restore(folder.place, to: folder.restored, key: BackupKey(from: SystemRandom()))
        }
        #expect(access(folder.restored, F_OK) != 0)
    }

    @Test func `a file that was changed, cut, exchanged or taken away is refused, and nothing stays behind`() async throws {
        let damages: [@Sendable (BackupFolder) throws -> Void] = [
            { try $0.edit("mail/1.eml") { $0[$0.count / 2] ^= 1 } },
            { try $0.edit("essai.sqlite") { $0[100_000 % $0.count] ^= 1 } },
            { try $0.edit("manifest") { $0[40] ^= 1 } },
            { try $0.edit("mail/1.eml") { $0.removeLast(30) } },
            { folder in
                let (one, two) = (try folder.sealedFiles("mail/1.eml")[0], try folder.sealedFiles("mail/2.eml")[0])
                rename(one, "\(one).aside")
                rename(two, one)
                rename("\(one).aside", two)
            },
            { unlink(try $0.sealedFiles("mail/2.eml")[0]) },
        ]
        for (number, damage) in damages.enumerated() {
            let folder = try BackupFolder()
            try await folder.portal().database.close(days: 1...5)
            try folder.write("Un", to: "mail/1.eml")
            try folder.write("Deux", to: "mail/2.eml")
            try folder.making.make(at: folder.now)
            try damage(folder)
            #expect(throws: BackupFailure.self, "damage \(number)") { try folder.restore() }
            #expect(access(folder.restored, F_OK) != 0, "damage \(number)")
        }
    }

    @Test func `nothing is restored over what is there`() throws {
        let folder = try BackupFolder()
        try folder.portal().database.close()
        try folder.making.make(at: folder.now)
        try Folder.make("\(folder.restored)/portals")
        #expect(throws: BackupFailure.refused("\(folder.restored) n'est pas vide\u{A0}: rien n'y a été écrit.")) { try folder.restore() }
        #expect(try Folder.names(in: folder.restored) == ["portals"])
    }

    @Test func `the latest backup is restored, or the last one before an instant; old ones go, never the last two`() async throws {
        let folder = try BackupFolder()
        let portal = try folder.portal()
        for day in 1...4 {
            try await portal.database.close(days: day...day)
            try folder.making.make(at: folder.now.adding(seconds: Int64(day) * 60))
        }
        try folder.restore(until: folder.now.adding(seconds: 150))
        #expect(try folder.restoredDays() == [1, 2])
        try Folder.remove(folder.restored)
        try folder.restore()
        #expect(try folder.restoredDays() == [1, 2, 3, 4])
        try Folder.remove(folder.restored)
        #expect(throws: BackupFailure.self) { try folder.restore(until: folder.now) }
        let place = BackupPlace(folder.place)
        #expect(try place.prune(before: folder.now.adding(seconds: 100)) == 1)
        #expect(try place.prune(before: folder.now.adding(seconds: 1000)) == 1)
        #expect(try place.backups().count == 2)
    }

    @Test func `a backup remembers the journal's ends`() async throws {
        let folder = try BackupFolder()
        let portal = try folder.portal()
        try await portal.database.close(days: 1...20)
        try folder.making.make(at: folder.now)
        let noted = try #require(try BackupPlace(folder.place).latestAnchors(key: folder.key)?.anchors["essai"])
        #expect(try portal.database.read { try AuditVerification(of: $0, against: noted).faults } == [])
        try await portal.database.write { transaction in
            try transaction.execute("DROP TRIGGER audit_refuses_delete")
            try transaction.execute("DELETE FROM audit WHERE chain = 3 AND number = 2")
        }
        #expect(try portal.database.read { try AuditVerification(of: $0).faults } == [])
        #expect(try portal.database.read { try AuditVerification(of: $0, against: noted).faults } == [.missing(AuditChain(3), 2...2)])
    }
}

extension BackupFolder {
    fileprivate func edit(_ part: String, _ change: (inout [UInt8]) -> Void) throws {
        let path = try sealedFiles(part)[0]
        var bytes = try SourceFile.contents(of: path)
        change(&bytes)
        let file = try NewFile(path)
        try file.write(bytes)
        try file.keep()
    }
}
