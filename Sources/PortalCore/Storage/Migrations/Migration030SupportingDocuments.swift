extension Migration {
    /// The pièces justificatives that the town asks for, those that families send, and the reminders of those that are missing.
    static let supportingDocuments = Migration(
        number: 30,
        name: "supporting documents",
        statements: [
            """
            CREATE TABLE document_types (
                code {text} PRIMARY KEY, name {text} NOT NULL, purpose {text} NOT NULL, scope {text} NOT NULL, validity {text} NOT NULL,
                demand {text} NOT NULL, activities {text} NOT NULL, is_health {int} NOT NULL, position {int} NOT NULL
            ) {strict}
            """,
            // Of the household that sent it; about a child, about an adult, or about the household itself.
            """
            CREATE TABLE documents (
                id {id}, type_code {text} NOT NULL, type_name {text} NOT NULL, is_health {int} NOT NULL,
                household_id {int} NOT NULL REFERENCES households (id), child_id {int} REFERENCES children (id), adult_id {int} REFERENCES adults (id),
                state {int} NOT NULL, sent_at {int} NOT NULL, sent_by {int} REFERENCES accounts (id), valid_until {int},
                judged_at {int}, judged_by {int} REFERENCES staff_members (id), note {text} NOT NULL
            ) {strict}
            """,
            "CREATE INDEX documents_by_household ON documents (household_id, type_code)",
            "CREATE INDEX documents_by_child ON documents (child_id, type_code)",
            "CREATE INDEX documents_by_state ON documents (state, id)",
            // Sealed with a key of its own, which the portal's key seals. `sending_key` makes a form that is sent twice count once.
            """
            CREATE TABLE document_files (
                id {id}, document_id {int} NOT NULL REFERENCES documents (id), kind {text} NOT NULL, size {int} NOT NULL, sent_at {int} NOT NULL,
                sent_by {int} NOT NULL REFERENCES accounts (id), sending_key {text} NOT NULL, is_scanned {int} NOT NULL,
                sealed_key {blob} NOT NULL, sealed {blob} NOT NULL
            ) {strict}
            """,
            "CREATE INDEX document_files_by_document ON document_files (document_id)",
            "CREATE INDEX document_files_by_sending ON document_files (sent_by, sending_key)",
            "CREATE INDEX document_files_by_scan ON document_files (is_scanned, id)",
            """
            CREATE TABLE document_reminders (
                id {id}, household_id {int} NOT NULL REFERENCES households (id), mail_id {int} REFERENCES outbox (id), reminded_at {int} NOT NULL,
                reminded_by {int} REFERENCES staff_members (id)
            ) {strict}
            """,
            "CREATE INDEX document_reminders_by_household ON document_reminders (household_id, reminded_at)",
        ]
    )
}
