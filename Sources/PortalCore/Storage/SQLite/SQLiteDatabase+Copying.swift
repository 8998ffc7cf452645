extension SQLiteDatabase {
    /// Copies a database file that may be in use, by this process or another, as one snapshot.
    ///
    /// - Parameter target: the path of a new file.
    package static func copy(_ path: String, to target: String) throws(DatabaseError) {
        let connection = try SQLiteConnection(path: path, readOnly: true)
        try connection.beginSnapshot()
        try connection.copy(to: target)
    }

    /// Reads every page of a database file that nobody writes, and then what `body` wants of it.
    ///
    /// - Throws: `DatabaseError.broken` that says what is wrong with the file.
    package static func check<Result>(_ path: String, _ body: (any Transaction) throws -> Result) throws -> Result {
        let faults = try SQLiteConnection(path: path, readOnly: true).faults()
        guard faults.isEmpty else { throw DatabaseError.broken(faults.prefix(3).joined(separator: "; ")) }
        return try SQLiteReaders(path: path, keeping: 0).read(body)
    }

    /// Follows every commit from the one at which the follower then stands.
    ///
    /// - Parameter take: keeps changes durably; see `SQLiteLogFollower`.
    package func follow(_ take: @escaping @Sendable (DatabaseChanges) throws -> Void) throws -> SQLiteLogFollower {
        let follower = try SQLiteLogFollower(path: path, take: take)
        let outcome = Monitor<Result<Void, any Error>?>(nil)
        writer.submit(
            PendingWrite(
                run: { [writer] _ in
                    try follower.begin()
                    writer.follow(with: follower)
                    return { outcome.withLock { $0 = .success(()) } }
                },
                fail: { error in outcome.withLock { $0 = .failure(error) } }
            )
        )
        try outcome.wait { $0 }.get()
        return follower
    }
}
