extension Migration {
    /// The pièces justificatives that administrators have added, changed or retired: they hold over the definition's, whatever is imported.
    static let publishedDocumentTypes = Migration(
        number: 56,
        name: "published document types",
        statements: [
            """
            CREATE TABLE published_document_types (
                code {text} PRIMARY KEY, name {text} NOT NULL, purpose {text} NOT NULL, scope {text} NOT NULL, validity {text} NOT NULL,
                demand {text} NOT NULL, activities {text} NOT NULL, is_health {int} NOT NULL, occasions {text} NOT NULL, is_retired {int} NOT NULL,
                published_at {int} NOT NULL, published_by {int} NOT NULL REFERENCES staff_members (id)
            ) {strict}
            """
        ]
    )
}
