import Glibc
import PortalCore
import Testing

@Suite struct BackupFollowingTests {
    @Test func `what is committed after the backup is restored too, across checkpoints`() async throws {
        let folder = try BackupFolder()
        let portal = try folder.portal()
        try await portal.database.close(days: 1...30)
        let follower = try await folder.follow(portal)
        // A thousand pages are what the writer checkpoints after, when it has nothing else to do.
        for group in 1...8 {
            try await portal.database.close(days: group * 1000...group * 1000 + 399)
            follower.shipNow()
        }
        try await portal.database.write { try $0.execute("DELETE FROM closures WHERE first_day < $1", 5000) }
        try folder.write("Après", to: "documents/2/apres.pdf")
        portal.database.close()
        follower.stop()

        let report = try folder.restore()
        #expect(report.warnings == [] && report.portals[0].journal.lines == 3230)
        #expect(try folder.restoredDays() == portal.daysOnDisk(folder.data))
        #expect(try folder.text(of: "documents/2/apres.pdf", in: folder.restored) == "Après")
    }

    @Test func `another program that writes meanwhile is followed, or a new backup begins`() async throws {
        let folder = try BackupFolder()
        let portal = try folder.portal()
        let follower = try await folder.follow(portal)
        for round in 1...5 {
            let other = try folder.portal()
            try await other.database.close(days: round * 1000...round * 1000 + 9)
            other.database.close()
            try await portal.database.close(days: round * 1000 + 100...round * 1000 + 109)
        }
        portal.database.close()
        follower.stop()
        try folder.restore()
        #expect(try folder.restoredDays().count == 100)
    }

    @Test func `a restoration stops at the instant that is asked for`() async throws {
        let folder = try BackupFolder()
        let portal = try folder.portal()
        try await portal.database.close(days: 1...5)
        let clock = MovableClock(folder.now)
        let follower = try await folder.follow(portal, clock)
        for day in 10...12 {
            clock.advance(seconds: 60)
            try await portal.database.close(days: day...day)
            follower.shipNow()
        }
        portal.database.close()
        follower.stop()
        for (seconds, days) in [(0, [1, 2, 3, 4, 5]), (119, [1, 2, 3, 4, 5, 10]), (120, [1, 2, 3, 4, 5, 10, 11])] {
            let limit = folder.now.adding(seconds: Int64(seconds))
            #expect(try folder.restore(until: limit).upTo <= limit)
            #expect(try folder.restoredDays() == days)
            try Folder.remove(folder.restored)
        }
    }

    @Test func `changes that were taken away, exchanged or changed are noticed`() async throws {
        let damages: [@Sendable ([String]) throws -> Void] = [
            { rename($0[1], $0[0]) },
            { paths in
                rename(paths[0], "\(paths[0]).aside")
                rename(paths[1], paths[0])
                rename("\(paths[0]).aside", paths[1])
            },
            { paths in
                let file = try NewFile(paths[0])
                try file.write(try SourceFile.contents(of: paths[0]).map { $0 ^ 1 })
                try file.keep()
            },
        ]
        for (number, damage) in damages.enumerated() {
            let folder = try BackupFolder()
            try await folder.followTwice()
            try damage(try folder.sealedFiles("changes/portals"))
            #expect(throws: BackupFailure.self, "damage \(number)") { try folder.restore() }
        }
        let folder = try BackupFolder()
        try await folder.followTwice()
        unlink(try folder.sealedFiles("changes/portals")[0])
        #expect(try folder.restore().warnings.count == 1)
    }
}

extension BackupFolder {
    /// Starts to follow a portal; returns once the first backup is whole.
    fileprivate func follow(_ portal: Portal, _ clock: any PortalClock = SystemClock()) async throws -> BackupFollower {
        let (reports, told) = AsyncStream.makeStream(of: String.self)
        let follower = BackupFollower(making, portals: [portal], clock: clock, daysKept: 30) { report in
            if !report.hasPrefix("Sauvegarde faite") { Issue.record("\(report)") }
            told.yield(report)
        }
        try follower.start()
        for await report in reports {
            if report.hasPrefix("Sauvegarde faite") { break }
            throw DatabaseError.other(report)
        }
        return follower
    }

    /// A backup with two files of changes.
    fileprivate func followTwice() async throws {
        let portal = try portal()
        let follower = try await follow(portal)
        try await portal.database.close(days: 1...5)
        follower.shipNow()
        try await portal.database.close(days: 6...9)
        portal.database.close()
        follower.stop()
        #expect(try sealedFiles("changes/portals").count == 2)
    }
}

extension Portal {
    fileprivate func daysOnDisk(_ data: String) throws -> [Int] {
        try SQLiteDatabase.check("\(data)/portals/\(slug).sqlite") { try $0.query("SELECT first_day FROM closures ORDER BY first_day") { try $0[0] } }
    }
}
