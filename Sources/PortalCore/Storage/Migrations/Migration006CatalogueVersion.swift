extension Migration {
    /// Counts the changes of what the portal offers, so that a process reads the catalogue again only when it is another one; and keeps answers
    /// under shorter words, of which there is one for each booking.
    static let catalogueVersion = Migration(
        number: 6,
        name: "catalogue version, shorter answers",
        statements: [
            "CREATE TABLE catalogue_version (id {int} PRIMARY KEY CHECK (id = 1), version {int} NOT NULL) {strict}",
            """
            UPDATE request_lines SET outcome = CASE outcome WHEN 'acceptée' THEN 'ok' WHEN 'hors délai' THEN 'late' WHEN 'absence' THEN 'absent'
                WHEN 'déjà fait' THEN 'same' WHEN 'refusée' THEN 'no' ELSE outcome END
            """,
        ]
    )
}
