/// A portal's database as its pages use it: what is written while a form is answered is written once, whoever sends the form again.
///
/// The form's token is claimed in the transaction itself: both are committed, or neither.
struct OnceOnlyDatabase: Database {
    let database: any Database
    let clock: any PortalClock

    func read<Result>(_ body: (any Transaction) throws -> Result) throws -> Result { try database.read(body) }

    @discardableResult
    func write<Result: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Result) async throws -> Result {
        guard let submission = FormSubmission.current else { return try await database.write(body) }
        let now = clock.now
        let result = try await database.write { transaction in
            try FormSubmissionStore(transaction).claim(submission, at: now)
            return try body(transaction)
        }
        submission.noteWritten()
        return result
    }

    func close() { database.close() }
}

extension Portal {
    /// The same portal for those who answer forms: each sending writes once.
    package var answeringFormsOnce: Portal {
        Portal(slug: slug, database: OnceOnlyDatabase(database: database, clock: clock), clock: clock, vault: vault)
    }
}
