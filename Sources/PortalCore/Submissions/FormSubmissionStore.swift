/// The forms that wrote something, and the answers that they got.
struct FormSubmissionStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// Makes a sending the one that its form is answered by. Where the same one was made before, `RepeatedForm`: a second one that comes at the same
    /// moment waits here for the first to be committed.
    func claim(_ submission: FormSubmission, at now: Instant) throws {
        let rows = try transaction.execute(
            """
            INSERT INTO form_submissions (form, content, sender, sent_at) VALUES ($1, $2, $3, $4)
            ON CONFLICT (form) DO UPDATE SET content = excluded.content, sender = excluded.sender, sent_at = excluded.sent_at, answer = NULL
            WHERE form_submissions.content <> excluded.content OR form_submissions.sender = excluded.sender
            """,
            submission.form,
            submission.content,
            submission.sender,
            now
        )
        guard rows == 1 else { throw RepeatedForm() }
    }

    /// What is known of a sending like this one; nil when there was none.
    func known(_ submission: FormSubmission) throws -> KnownSubmission? {
        try transaction.first(
            "SELECT answer FROM form_submissions WHERE form = $1 AND content = $2",
            submission.form,
            submission.content
        ) { row in
            let sealed: [UInt8]? = try row[0]
            return sealed.map { .answered($0) } ?? .written
        }
    }

    func keep(_ answer: [UInt8], of submission: FormSubmission) throws {
        try transaction.execute(
            "UPDATE form_submissions SET answer = $3 WHERE form = $1 AND sender = $2",
            submission.form,
            submission.sender,
            answer
        )
    }

    /// Forgets a sending, which may then be made again.
    func release(_ submission: FormSubmission) throws {
        try transaction.execute("DELETE FROM form_submissions WHERE form = $1 AND sender = $2", submission.form, submission.sender)
    }

    func deleteSent(before instant: Instant) throws {
        try transaction.execute("DELETE FROM form_submissions WHERE sent_at < $1", instant)
    }
}

/// What the database says of a form that was sent before.
enum KnownSubmission: Hashable, Sendable {
    /// It is being answered, or the process ended before its answer was kept.
    case written
    /// The first answer, sealed.
    case answered([UInt8])
}
