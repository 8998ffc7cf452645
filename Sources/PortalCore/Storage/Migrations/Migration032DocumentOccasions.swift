extension Migration {
    /// Which changes and declarations a document goes with, each on its line.
    static let documentOccasions = Migration(
        number: 32,
        name: "document occasions",
        statements: ["ALTER TABLE document_types ADD COLUMN occasions {text} NOT NULL DEFAULT ''"]
    )
}
