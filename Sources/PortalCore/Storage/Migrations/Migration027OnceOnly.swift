extension Migration {
    /// Forms that were sent and what they led to, so that the same one sent again does nothing more; wrong passwords, counted where every process of
    /// the portal sees them; shorter answers to requests, as there is one for each booking ever made, and how many there are beside the request.
    static let onceOnly = Migration(
        number: 27,
        name: "once only",
        statements: submissions + attempts + shortAnswers
    )

    private static let submissions = [
        """
        CREATE TABLE form_submissions (
            form {blob} PRIMARY KEY, content {blob} NOT NULL, sender {blob} NOT NULL, sent_at {int} NOT NULL, answer {blob}
        ) {clustered}
        """,
        "CREATE INDEX form_submissions_by_time ON form_submissions (sent_at)",
    ]

    private static let attempts = [
        "CREATE TABLE failed_attempts (name {blob} PRIMARY KEY, failures {int} NOT NULL, last_at {int} NOT NULL) {clustered}",
        "CREATE INDEX failed_attempts_by_time ON failed_attempts (last_at)",
    ]

    /// Words become the numbers of `BookingChange.Kind` and `BookingOutcome`: half the bytes, and counted without comparing texts.
    private static let shortAnswers = [
        """
        CREATE TABLE short_request_lines (
            request_id {int} NOT NULL REFERENCES requests (id), position {int} NOT NULL, child_id {int} NOT NULL, day {int} NOT NULL,
            unit_id {int} NOT NULL, change {int} NOT NULL, outcome {int} NOT NULL, price {int} NOT NULL, surcharge {int} NOT NULL, reason {text} NOT NULL,
            PRIMARY KEY (request_id, position)
        ) {clustered}
        """,
        """
        INSERT INTO short_request_lines (request_id, position, child_id, day, unit_id, change, outcome, price, surcharge, reason)
        SELECT request_id, position, child_id, day, unit_id, CASE change WHEN 'ajout' THEN 1 ELSE 0 END,
            CASE outcome WHEN 'ok' THEN 1 WHEN 'late' THEN 2 WHEN 'absent' THEN 3 WHEN 'left' THEN 4 WHEN 'wait' THEN 5 WHEN 'ask' THEN 6
                WHEN 'same' THEN 0 ELSE -1 END,
            price, surcharge, reason
        FROM request_lines
        """,
        "DROP TABLE request_lines",
        "ALTER TABLE short_request_lines RENAME TO request_lines",
        "ALTER TABLE requests ADD COLUMN granted {int} NOT NULL DEFAULT 0",
        "ALTER TABLE requests ADD COLUMN refused {int} NOT NULL DEFAULT 0",
        """
        UPDATE requests SET granted = (SELECT count(*) FROM request_lines l WHERE l.request_id = requests.id AND l.outcome > 0),
            refused = (SELECT count(*) FROM request_lines l WHERE l.request_id = requests.id AND l.outcome < 0)
        """,
    ]
}
