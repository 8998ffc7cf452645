import Glibc

/// Takes a portal with all its rows from one database to another. The portal is the old one until the copy has been read back and found the same;
/// the old one is kept under another name. Broken off, it starts anew.
package struct PortalMove {
    /// Where to.
    package enum Target: Hashable, Sendable {
        case sqlite
        case postgreSQL(PostgreSQLAddress)
    }

    private let files: PortalFiles
    private let target: Target
    /// What is added to the old database's name: "_avant_20261120_170000".
    private let suffix: String

    init(_ files: PortalFiles, to target: Target, at now: Instant) {
        self.files = files
        self.target = target
        let paris = ParisTime.reading(now)
        let digits = "\(paris.date.iso)_\(paris.time.clock)".filter { $0 != "-" && $0 != ":" }
        suffix = "_avant_\(digits)\(paris.second < 10 ? "0" : "")\(paris.second)"
    }

    /// Does it. Blocks its thread until the end.
    ///
    /// - Parameter onTable: told of each table, with its number of rows, once its copy is proved.
    /// - Returns: where the old database is now.
    /// - Throws: `PortalMoveRefusal`, `DatabaseError`.
    package func run(onTable: @escaping (String, Int) -> Void) throws -> String {
        guard let location = try files.location() else { throw PortalMoveRefusal.noPortal }
        switch (location, target) {
        case (.sqlite, .sqlite):
            throw PortalMoveRefusal.alreadyThere
        case (.sqlite(let path), .postgreSQL(let address)):
            try alone({ () throws(DatabaseError) in try SQLiteCopySide(alone: path) }) { source in
                try copy(source, to: draft(address), onTable)
                try files.write(address)
            }
            return try setAside(sqlite: path)
        case (.postgreSQL(let old), .postgreSQL(let address)):
            guard old.text != address.text else { throw PortalMoveRefusal.alreadyThere }
            return try alone({ () throws(DatabaseError) in try PostgreSQLCopySide(alone: old) }) { source in
                try copy(source, to: draft(address), onTable)
                try files.write(address)
                return "schéma \(try source.setAside(as: suffix))"
            }
        case (.postgreSQL(let old), .sqlite):
            return try alone({ () throws(DatabaseError) in try PostgreSQLCopySide(alone: old) }) { source in
                files.removeDraft()
                try copy(source, to: SQLiteCopySide(draft: files.draft), onTable)
                // A file of this name was left by an earlier move: while the address was there nobody used it.
                if access(files.sqlite, F_OK) == 0 { _ = try setAside(sqlite: files.sqlite) }
                try files.move(files.draft, to: files.sqlite)
                try files.move(files.address, to: "\(files.address)\(suffix)")
                return "schéma \(try source.setAside(as: suffix))"
            }
        }
    }

    /// Works with the old database, which nobody else may use until the work is done.
    private func alone<Side: CopySide, Result>(_ open: () throws(DatabaseError) -> Side, _ work: (Side) throws -> Result) throws -> Result {
        let side = try held(open)
        return try withExtendedLifetime(side) { try work(side) }
    }

    /// Copies with the newest schema on both sides, and lets go of the target.
    private func copy(_ source: any CopySide, to target: @autoclosure () throws -> any CopySide, _ onTable: @escaping (String, Int) -> Void) throws {
        let applied = try source.appliedMigrations()
        try Migration.check(applied, within: Migration.all)
        guard applied.count == Migration.all.count else { throw PortalMoveRefusal.migrationsPending }
        try DatabaseCopy(source: source, target: target(), onTable: { onTable($0, $1.rows) }).run()
    }

    private func draft(_ address: PostgreSQLAddress) throws -> PostgreSQLCopySide {
        do {
            return try held { () throws(DatabaseError) in try PostgreSQLCopySide(draft: address) }
        } catch DatabaseError.unique {
            throw PortalMoveRefusal.schemaInUse(address.schema)
        }
    }

    private func setAside(sqlite path: String) throws -> String {
        let name = "\(path)\(suffix)"
        for ending in ["-wal", "-shm"] where access(path + ending, F_OK) == 0 { try files.move(path + ending, to: name + ending) }
        try files.move(path, to: name)
        return name
    }

    private func held<Side>(_ open: () throws(DatabaseError) -> Side) throws -> Side {
        do { return try open() } catch DatabaseError.retry { throw PortalMoveRefusal.inUse }
    }
}

/// Why a portal is not moved. Nothing was changed.
package enum PortalMoveRefusal: Error, Hashable, Sendable {
    case noPortal
    case alreadyThere
    /// A server, or another command, works on the portal.
    case inUse
    /// The old schema is not this program's newest.
    case migrationsPending
    /// The target schema holds something that no move has left.
    case schemaInUse(String)
}

extension PortalDirectory {
    /// Prepares to take a portal to another database.
    package func move(of slug: String, to target: PortalMove.Target) -> PortalMove {
        PortalMove(files(of: slug), to: target, at: clock.now)
    }
}
