/// The folder that holds backups, each in a folder named after the moment of its making: DIR/2026-11-03T110000Z.
package struct BackupPlace: Sendable {
    package let path: String

    package init(_ path: String) {
        self.path = path
    }

    /// The whole backups, the oldest first.
    package func backups() throws -> [Backup] {
        try Folder.names(in: path).map { Backup("\(path)/\($0)") }.filter { $0.madeAt != nil }
    }

    /// The latest backup that was made at an instant or before, nil when there is none.
    func latest(until instant: Instant?) throws -> Backup? {
        try backups().last { backup in instant.map { limit in backup.madeAt.map { $0 <= limit } ?? false } ?? true }
    }

    /// The ends of the portals' journals as the latest backup holds them, and when that was; nil where there is no backup.
    package func latestAnchors(key: BackupKey) throws -> (at: Instant, anchors: [String: [AuditAnchor]])? {
        try latest(until: nil).map { backup in
            let manifest = try backup.manifest(key: key)
            return (manifest.madeAt, manifest.anchors)
        }
    }

    /// Takes away the backups made before an instant, but never the last two.
    ///
    /// - Returns: how many went.
    @discardableResult
    package func prune(before limit: Instant) throws -> Int {
        let old = try backups().dropLast(2).filter { $0.madeAt.map { $0 < limit } ?? false }
        for backup in old { try Folder.remove(backup.path) }
        return old.count
    }

    /// A name that sorts by time and that every file system takes.
    static func name(of instant: Instant) -> String {
        let day = CivilDate(dayNumber: Int(instant.seconds / 86_400))
        let second = Int(instant.seconds) - day.dayNumber * 86_400
        let time = [second / 3600, second / 60 % 60, second % 60].map { ($0 < 10 ? "0" : "") + String($0) }.joined()
        return "\(day.iso)T\(time)Z"
    }
}

/// One backup: a copy of the data folder at a moment, and the trails of what has changed since.
package struct Backup: Hashable, Sendable {
    package let path: String

    package init(_ path: String) {
        self.path = path
    }

    /// When it was made, by its folder's name; nil for a folder that is none.
    package var madeAt: Instant? {
        let name = path.split(separator: "/").last ?? ""
        guard name.count == 18, name.hasSuffix("Z") else { return nil }
        let digits = Array(name)
        return Instant(rfc3339: String(digits[0..<13]) + ":" + String(digits[13..<15]) + ":" + String(digits[15..<17]) + "Z")
    }

    var manifestPath: String { "\(path)/manifest.sealed" }
    var checksumsPath: String { "\(path)/CHECKSUMS" }
    func sealedPath(of file: String) -> String { "\(path)/\(file).sealed" }

    /// The trail of one portal's commits, and that of the other files.
    func trail(of portal: String) -> String { "\(path)/changes/portals/\(portal)" }
    var fileTrail: String { "\(path)/changes/files" }

    func manifest(key: BackupKey) throws(BackupFailure) -> BackupManifest {
        let bytes = try SealedFileReader(manifestPath, key: key).all()
        guard let manifest = BackupManifest(text: String(decoding: bytes, as: UTF8.self)) else {
            throw .unreadable(manifestPath, "d'une version que ce programme ne connaît pas")
        }
        return manifest
    }
}
