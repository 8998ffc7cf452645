import Glibc
import PortalCore

/// A data folder with one portal, a place for backups and a place to restore to, which go away together.
final class BackupFolder: Sendable {
    let root: String
    let key = BackupKey(from: SeededRandom(seed: 7))
    var data: String { "\(root)/data" }
    var place: String { "\(root)/backups" }
    var restored: String { "\(root)/restored" }
    var making: BackupMaking { BackupMaking(data: data, place: BackupPlace(place), key: key) }
    let now = Instant(seconds: 1_794_000_000)

    init() throws {
        var template = Array("/tmp/portail-sauvegarde-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw DatabaseError.other("no temporary folder") }
        root = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    deinit { try? Folder.remove(root) }

    func portal(_ slug: String = "essai", in folder: String? = nil) throws -> Portal {
        try PortalDirectory(path: folder ?? data, clock: StoppedClock(now)).create(slug)
    }

    /// Puts a file below the data folder, whole at once.
    func write(_ text: String, to name: String) throws {
        try Folder.make(Folder.parent(of: "\(data)/\(name)"))
        let file = try NewFile("\(data)/\(name)")
        try file.write(Array(text.utf8))
        try file.keep()
    }

    func text(of name: String, in folder: String) throws -> String {
        String(decoding: try SourceFile.contents(of: "\(folder)/\(name)"), as: UTF8.self)
    }

    @discardableResult
    func restore(until limit: Instant? = nil) throws -> BackupRestoration.Report {
        try BackupRestoration.restore(place, to: restored, key: key, until: limit)
    }

    /// What the restored portal holds.
    func restoredDays(_ slug: String = "essai") throws -> [Int] {
        let portal = try portal(slug, in: restored)
        defer { portal.database.close() }
        return try portal.database.days()
    }

    /// The encrypted files below the backups' place that a name leads to.
    func sealedFiles(_ part: String) throws -> [String] {
        try Folder.files(below: place).filter { $0.contains(part) && $0.hasSuffix(".sealed") }.map { "\(place)/\($0)" }
    }
}

extension Database {
    /// Closes some days, each with a long reason: pages to copy. Each also leaves a line in the journal.
    func close(days: ClosedRange<Int>) async throws {
        try await write { transaction in
            for day in days {
                try transaction.execute(
                    "INSERT INTO closures (first_day, last_day, reason) VALUES ($1, $1, $2)",
                    day,
                    String(repeating: "long ", count: 600)
                )
                try AuditLog.record(
                    in: transaction,
                    by: .account(Identifier(Int64(day))),
                    AuditAct(rawValue: "day.closed"),
                    on: Identifier<Portal>(Int64(day)),
                    at: Instant(seconds: 1_794_000_000)
                )
            }
        }
    }

    func days() throws -> [Int] {
        try read { try $0.query("SELECT first_day FROM closures ORDER BY first_day") { try $0[0] } }
    }
}
