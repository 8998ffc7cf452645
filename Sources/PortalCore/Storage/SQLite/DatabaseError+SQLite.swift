import CSQLite

extension DatabaseError {
    /// What an SQLite result code means to the services. `message` is the engine's own.
    ///
    /// Codes: https://www.sqlite.org/rescode.html
    init(sqlite code: Int32, message: String) {
        let detail = message.drop(through: "constraint failed: ")
        switch code {
        case 2067, 1555, 2579: self = .unique(detail)  // UNIQUE, PRIMARYKEY, ROWID
        case 787: self = .foreignKey(detail)
        case 275, 1299, 1811: self = .check(detail)  // CHECK, NOTNULL, TRIGGER
        case 4874: self = .full  // IOERR_SHMSIZE: no room for the index of the write-ahead log
        default: self = DatabaseError(primary: code & 0xff, text: "\(message) (SQLite \(code))")
        }
    }

    private init(primary code: Int32, text: String) {
        switch code {
        case SQLITE_FULL: self = .full
        case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL: self = .retry(text)
        case SQLITE_IOERR, SQLITE_CORRUPT, SQLITE_NOTADB: self = .broken(text)
        // Too many open files, a folder that may not be entered: nothing is lost, and it may pass.
        case SQLITE_CANTOPEN: self = .unreachable(text)
        default: self = .other(text)
        }
    }

    /// Whether nothing that comes after it may be trusted: PostgreSQL stops there too (after a failed fsync, the pages that were not
    /// written look clean, and a second try succeeds without writing them).
    var isBreakdown: Bool {
        if case .broken = self { true } else { false }
    }
}

extension String {
    /// What follows a marker, or all of it when the marker is not there.
    fileprivate func drop(through marker: String) -> String {
        guard let range = self.firstRange(of: marker) else { return self }
        return String(self[range.upperBound...])
    }
}
