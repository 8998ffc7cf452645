import Glibc

/// The files of one portal in DIR/portals: its SQLite database, or the address of its PostgreSQL schema. Where both are, the address counts.
struct PortalFiles: Hashable, Sendable {
    let folder: String
    let slug: String

    static let suffixes = [".sqlite", ".postgresql"]

    var sqlite: String { "\(folder)/\(slug).sqlite" }
    var address: String { "\(folder)/\(slug).postgresql" }
    /// A SQLite database that a move is still filling.
    var draft: String { "\(folder)/\(slug).sqlite.copie" }

    var hasAddress: Bool { access(address, F_OK) == 0 }

    /// Where the portal's database is; nil when there is no such portal.
    ///
    /// - Throws: `DatabaseError.other`, with a French sentence, when the address cannot be used.
    func location() throws(DatabaseError) -> DatabaseLocation? {
        if hasAddress { return .postgreSQL(try readAddress()) }
        return access(sqlite, F_OK) == 0 ? .sqlite(path: sqlite) : nil
    }

    /// The address stands on the first line that is neither empty nor a remark (#).
    private func readAddress() throws(DatabaseError) -> PostgreSQLAddress {
        var status = stat()
        guard stat(address, &status) == 0, status.st_mode & 0o077 == 0 else {
            throw .other("\(address) peut être lu par d'autres comptes, et contient un mot de passe\u{A0}: chmod 600")
        }
        let bytes = try PortalFiles.inWords { () throws(FileFailure) in try SourceFile.contents(of: address) }
        let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
        guard let line = lines.first(where: { !$0.hasPrefix("#") }) else { throw .other("\(address) ne contient pas d'adresse") }
        return try PostgreSQLAddress(String(line), defaultSchema: PostgreSQLAddress.schema(of: slug))
    }

    /// Makes the portal one of PostgreSQL: the file is there whole, for its owner alone, or not at all, whatever happens to the machine.
    func write(_ address: PostgreSQLAddress) throws(DatabaseError) {
        try PortalFiles.inWords { () throws(FileFailure) in
            let file = try NewFile(self.address)
            try file.write(Array("\(address.text)\n".utf8))
            try file.keep()
        }
    }

    /// Gives a file another name, durably.
    func move(_ file: String, to name: String) throws(DatabaseError) {
        try PortalFiles.inWords { () throws(FileFailure) in
            guard rename(file, name) == 0 else { throw FileFailure("rename", file) }
            try Folder.sync(folder)
        }
    }

    /// Deletes what an earlier move left of an unfinished copy.
    func removeDraft() { for suffix in ["", "-wal", "-shm"] { unlink(draft + suffix) } }

    private static func inWords<Result>(_ work: () throws(FileFailure) -> Result) throws(DatabaseError) -> Result {
        do { return try work() } catch { throw .other("\(error)") }
    }
}
