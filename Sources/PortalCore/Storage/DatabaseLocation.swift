/// Where a portal's database is.
package enum DatabaseLocation: Hashable, Sendable {
    /// A file of this machine.
    case sqlite(path: String)
    /// A schema on a server, which several processes may share.
    case postgreSQL(PostgreSQLAddress)
}

extension DatabaseLocation {
    /// Opens the database, making it if it is not there, and brings its schema up to date.
    ///
    /// - Parameter onBroken: called when the disk under an SQLite file fails. A PostgreSQL server takes care of its own disk.
    package func open(onBroken: @escaping @Sendable (DatabaseError) -> Void = { _ in }) throws(DatabaseError) -> any Database {
        switch self {
        case .sqlite(let path): try SQLiteDatabase.open(path: path, onBroken: onBroken)
        case .postgreSQL(let address): try PostgreSQLDatabase.open(address)
        }
    }

    /// The migrations that this program would run, in order. Changes nothing.
    ///
    /// - Throws: `DatabaseError.newerSchema` or `.otherSchema` when another program has already changed the schema.
    package func pendingMigrations() throws(DatabaseError) -> [Migration] {
        let applied =
            switch self {
            case .sqlite(let path): try SQLiteConnection(path: path, readOnly: true).appliedMigrations()
            case .postgreSQL(let address): try PostgreSQLConnection(address).appliedMigrations()
            }
        try Migration.check(applied, within: Migration.all)
        return Migration.all.filter { applied[$0.number] == nil }
    }

    /// The engine and the place, for people; no secret is in it.
    package var summary: String {
        switch self {
        case .sqlite: "SQLite"
        case .postgreSQL(let address): address.summary
        }
    }
}
