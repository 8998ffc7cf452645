extension Migration {
    /// The mail that answers a request is no longer stored beside the request: it names it, and is written from it when it is sent or read.
    static let outboxAnswers = Migration(
        number: 13,
        name: "outbox answers",
        statements: [
            "ALTER TABLE outbox ADD COLUMN request_id {int} REFERENCES requests (id)", "ALTER TABLE outbox ADD COLUMN link {text}",
        ]
    )
}
