import Glibc

/// Puts a backup back into a folder of its own, and checks all of it.
package final class BackupRestoration {
    package struct Report: Sendable {
        package let backup: Backup
        /// The moment of the last change that is there.
        package fileprivate(set) var upTo: Instant
        package fileprivate(set) var files = 0
        /// Each portal with its journal's check.
        package fileprivate(set) var portals: [(slug: String, journal: AuditVerification)] = []
        /// What does not belong together but could be restored, in words.
        package fileprivate(set) var warnings: [String] = []
    }

    private let backup: Backup
    private let manifest: BackupManifest
    private let key: BackupKey
    private let target: String
    private let limit: Instant?
    private var report: Report

    /// Restores the latest backup of a place, or the one that a path names, with every change that followed it.
    ///
    /// - Parameters:
    ///   - target: a folder that is empty or not there yet. What a restoration that fails has put there goes away.
    ///   - limit: changes after this moment are left out.
    /// - Throws: `BackupFailure`.
    package static func restore(_ path: String, to target: String, key: BackupKey, until limit: Instant? = nil) throws(BackupFailure) -> Report {
        do {
            return try restored(path, to: target, key, until: limit)
        } catch {
            throw BackupFailure(error)
        }
    }

    private static func restored(_ path: String, to target: String, _ key: BackupKey, until limit: Instant?) throws -> Report {
        let backup = access(Backup(path).manifestPath, F_OK) == 0 ? Backup(path) : try BackupPlace(path).latest(until: limit)
        guard let backup else { throw BackupFailure.refused("il n'y a pas de sauvegarde dans \(path)\(limit.map { " au \($0.rfc3339)" } ?? "").") }
        let restoration = BackupRestoration(backup, try backup.manifest(key: key), key, target, limit)
        try Folder.make(target)
        guard try Folder.names(in: target).isEmpty else { throw BackupFailure.refused("\(target) n'est pas vide\u{A0}: rien n'y a été écrit.") }
        do {
            try restoration.restore()
        } catch {
            try? Folder.remove(target)
            throw error
        }
        return restoration.report
    }

    private init(_ backup: Backup, _ manifest: BackupManifest, _ key: BackupKey, _ target: String, _ limit: Instant?) {
        self.backup = backup
        self.manifest = manifest
        self.key = key
        self.target = target
        self.limit = limit
        report = Report(backup: backup, upTo: manifest.madeAt)
    }

    private func restore() throws {
        for file in manifest.files {
            let slug = file.path.split(separator: "/").last.map { String($0.prefix { $0 != "." }) } ?? ""
            try restore(file, trail: BackupMaking.isDatabase(file.path) ? slug : nil)
        }
        try restoreLaterFiles()
        for slug in PortalDirectory(path: target, clock: SystemClock()).slugsOfFiles() {
            let anchors = manifest.anchors[slug] ?? []
            let journal = try SQLiteDatabase.check("\(target)/portals/\(slug).sqlite") { try AuditVerification(of: $0, against: anchors) }
            report.portals.append((slug, journal))
        }
    }

    /// - Parameter slug: of the portal whose database it is, nil for any other file.
    private func restore(_ file: BackupManifest.File, trail slug: String?) throws {
        let new = try newFile(file.path)
        try backup.read(file, key: key) { try new.write($0) }
        if let slug {
            try follow(ChangeTrail(backup.trail(of: slug), key: key, from: manifest.origin(of: "portals/\(slug)"))) { content in
                guard let changes = DatabaseChanges(content: content) else {
                    throw BackupFailure.unreadable(backup.trail(of: slug), "format inconnu")
                }
                try changes.apply(to: new)
            }
        }
        try new.keep()
        report.files += 1
    }

    private func restoreLaterFiles() throws {
        try follow(ChangeTrail(backup.fileTrail, key: key, from: manifest.origin(of: "files"))) { content in
            guard let files = LaterFile.files(content: content) else { throw BackupFailure.unreadable(backup.fileTrail, "format inconnu") }
            for file in files {
                let new = try newFile(file.path)
                try new.write(file.contents)
                try new.keep()
            }
        }
    }

    private func follow(_ start: ChangeTrail, _ apply: ([UInt8]) throws -> Void) throws {
        var trail = start
        while let next = try trail.next(until: limit) {
            try apply(next.content)
            if next.at > report.upTo { report.upTo = next.at }
        }
        if limit == nil, trail.isCutShort() { report.warnings.append("\(trail.folder)\u{A0}: il manque une partie des changements.") }
    }

    private func newFile(_ path: String) throws -> NewFile {
        guard !path.hasPrefix("/"), !path.split(separator: "/").contains("..") else { throw BackupFailure.unreadable(path, "chemin refusé") }
        try Folder.make(Folder.parent(of: "\(target)/\(path)"))
        return try NewFile("\(target)/\(path)")
    }
}

extension BackupManifest {
    /// What a trail begins from: this backup, and the trail's own name.
    func origin(of trail: String) -> [UInt8] { Sodium.digest(digest + Array(trail.utf8), key: []) }
}
