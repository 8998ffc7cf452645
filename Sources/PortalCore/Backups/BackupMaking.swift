import Glibc

/// Makes a backup of a data folder, while the portals are in use.
package struct BackupMaking: Sendable {
    package let data: String
    package let place: BackupPlace
    package let key: BackupKey

    package init(data: String, place: BackupPlace, key: BackupKey) {
        self.data = data
        self.place = place
        self.key = key
    }

    /// What was made.
    package struct Report: Sendable {
        package let backup: Backup
        package let portals: [String]
        package let files: Int
        /// Before encryption.
        package let bytes: Int
        let manifest: BackupManifest
    }

    /// Copies every portal and every other file, encrypts them, and reads all of it back. A backup that is not whole gets no name.
    ///
    /// - Parameter copy: makes one snapshot of a portal: its slug, its database file, the path of the copy.
    /// - Throws: `BackupFailure`.
    @discardableResult
    package func make(
        at now: Instant,
        copy: (_ slug: String, _ source: String, _ target: String) throws -> Void = { try SQLiteDatabase.copy($1, to: $2) }
    ) throws(BackupFailure) -> Report {
        do {
            return try made(at: now, copy)
        } catch {
            throw BackupFailure(error)
        }
    }

    private func made(at now: Instant, _ copy: (String, String, String) throws -> Void) throws -> Report {
        try Folder.make(place.path)
        let draft = Backup("\(place.path)/.\(BackupPlace.name(of: now)).partial")
        try Folder.remove(draft.path)
        try Folder.make(draft.path)
        do {
            return try make(draft, at: now, copy)
        } catch {
            try? Folder.remove(draft.path)
            throw error
        }
    }

    private func make(_ draft: Backup, at now: Instant, _ copy: (String, String, String) throws -> Void) throws -> Report {
        let contents = BackupContents(draft, key: key, at: now)
        let portals = try addPortals(to: contents, copy)
        // After the databases: what a portal refers to was on the disk before its commit.
        for file in try Folder.files(below: data) where !BackupMaking.isDatabase(file) { try contents.add("\(data)/\(file)", as: file) }
        try contents.finish()
        try draft.readBack(key: key)
        let backup = Backup("\(place.path)/\(BackupPlace.name(of: now))")
        guard rename(draft.path, backup.path) == 0 else { throw FileFailure("rename", backup.path) }
        try Folder.sync(place.path)
        let bytes = contents.manifest.files.reduce(0) { $0 + $1.size }
        return Report(backup: backup, portals: portals, files: contents.manifest.files.count, bytes: bytes, manifest: contents.manifest)
    }

    private func addPortals(to contents: BackupContents, _ copy: (String, String, String) throws -> Void) throws -> [String] {
        // Beside the data, protected as they are: a copy is readable until it is encrypted.
        let folder = "\(data)/.backup"
        try Folder.remove(folder)
        try Folder.make(folder)
        defer { try? Folder.remove(folder) }
        let slugs = PortalDirectory(path: data, clock: SystemClock()).slugsOfFiles()
        for slug in slugs {
            let target = "\(folder)/\(slug).sqlite"
            try copy(slug, "\(data)/portals/\(slug).sqlite", target)
            contents.manifest.anchors[slug] = try SQLiteDatabase.check(target) { try AuditStore($0).heads() }
            try contents.add(target, as: "portals/\(slug).sqlite")
            for file in try Folder.names(in: folder) { unlink("\(folder)/\(file)") }
        }
        return slugs
    }

    /// The portals' files are copied through SQLite: to open and close them here would drop the locks that this process holds on them.
    static func isDatabase(_ file: String) -> Bool { file.hasPrefix("portals/") && file.contains(".sqlite") }
}

/// The files of a backup in the making.
private final class BackupContents {
    private let backup: Backup
    private let key: BackupKey
    var manifest: BackupManifest
    private var checksums = ""

    init(_ backup: Backup, key: BackupKey, at now: Instant) {
        self.backup = backup
        self.key = key
        manifest = BackupManifest(madeAt: now)
    }

    /// Encrypts a file under its name. One that has gone meanwhile is left out.
    func add(_ source: String, as name: String) throws {
        guard let file = try SourceFile.ifPresent(source) else { return }
        let target = backup.sealedPath(of: name)
        try Folder.make(Folder.parent(of: target))
        let sealed = try SealedFileWriter(target, key: key)
        while true {
            let part = try file.next(1 << 20)
            if part.isEmpty { break }
            try sealed.write(part)
        }
        let digests = try sealed.keep()
        manifest.files.append(BackupManifest.File(path: name, size: sealed.size, digest: digests.plain))
        checksums += "\(digests.sealed.hexadecimal)  \(name).sealed\n"
    }

    /// Writes what the backup holds, encrypted, and the checksums of the encrypted files, which anybody can verify: `b2sum -c CHECKSUMS`.
    func finish() throws {
        let sealed = try SealedFileWriter(backup.manifestPath, key: key)
        try sealed.write(Array(manifest.text.utf8))
        checksums += "\(try sealed.keep().sealed.hexadecimal)  manifest.sealed\n"
        let file = try NewFile(backup.checksumsPath)
        try file.write(Array(checksums.utf8))
        try file.keep()
    }
}

extension Backup {
    /// Decrypts every file and compares it with what went in.
    func readBack(key: BackupKey) throws {
        for file in try manifest(key: key).files {
            try read(file, key: key) { _ in }
        }
    }

    /// Reads a file of the backup in parts, and checks it to the end.
    func read(_ file: BackupManifest.File, key: BackupKey, _ body: ([UInt8]) throws -> Void) throws {
        let path = sealedPath(of: file.path)
        let reader = try SealedFileReader(path, key: key)
        while let part = try reader.next() { try body(part) }
        guard reader.digest() == file.digest else { throw BackupFailure.unreadable(path, "ce n'est pas le fichier qui a été sauvegardé") }
    }
}
