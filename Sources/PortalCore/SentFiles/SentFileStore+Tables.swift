/// What families' files are filed under. Each has its table, and all of them are kept in one way: `SentFileStore`.
protocol FileOwner {
    static var files: SentFileTable { get }
}

/// A table of families' files. `$1` of a statement is the owner, unless it says otherwise.
struct SentFileTable: Sendable {
    /// What its files are sealed for, before the owner's number: they open nowhere else.
    let context: String
    /// The owner, kind, size, when and by which account it was sent, the form's key, whether it is scanned, the sealed key and body.
    let insert: StaticString
    /// Number, kind, size, moment and whether it is scanned, in the order in which they were sent.
    let list: StaticString
    /// Kind, sealed key, sealed body and whether it is scanned, of the file `$2`.
    let open: StaticString
    /// Number and owner of `$1` files that the antivirus has not seen, the oldest first.
    let unscanned: StaticString
    /// How many these are, and when the oldest was sent.
    let backlog: StaticString
    /// Of the file `$1`.
    let markScanned: StaticString
    let hasUnscanned: StaticString
    /// Of the file `$1`.
    let delete: StaticString
    let deleteAll: StaticString
}

extension SupportingDocument: FileOwner {
    static let files = SentFileTable(
        context: "pièce justificative",
        insert: """
            INSERT INTO document_files (document_id, kind, size, sent_at, sent_by, sending_key, is_scanned, sealed_key, sealed)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
        list: "SELECT id, kind, size, sent_at, is_scanned FROM document_files WHERE document_id = $1 ORDER BY id",
        open: "SELECT kind, sealed_key, sealed, is_scanned FROM document_files WHERE document_id = $1 AND id = $2",
        unscanned: "SELECT id, document_id FROM document_files WHERE is_scanned = 0 ORDER BY id LIMIT $1",
        backlog: "SELECT count(*), min(sent_at) FROM document_files WHERE is_scanned = 0",
        markScanned: "UPDATE document_files SET is_scanned = 1 WHERE id = $1",
        hasUnscanned: "SELECT 1 FROM document_files WHERE document_id = $1 AND is_scanned = 0 LIMIT 1",
        delete: "DELETE FROM document_files WHERE id = $1",
        deleteAll: "DELETE FROM document_files WHERE document_id = $1"
    )
}

extension Absence: FileOwner {
    static let files = SentFileTable(
        context: "certificat de l'absence",
        insert: """
            INSERT INTO certificates (absence_id, kind, size, sent_at, sent_by, sending_key, is_scanned, sealed_key, sealed)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
        list: "SELECT id, kind, size, sent_at, is_scanned FROM certificates WHERE absence_id = $1 ORDER BY id",
        open: "SELECT kind, sealed_key, sealed, is_scanned FROM certificates WHERE absence_id = $1 AND id = $2",
        unscanned: "SELECT id, absence_id FROM certificates WHERE is_scanned = 0 ORDER BY id LIMIT $1",
        backlog: "SELECT count(*), min(sent_at) FROM certificates WHERE is_scanned = 0",
        markScanned: "UPDATE certificates SET is_scanned = 1 WHERE id = $1",
        hasUnscanned: "SELECT 1 FROM certificates WHERE absence_id = $1 AND is_scanned = 0 LIMIT 1",
        delete: "DELETE FROM certificates WHERE id = $1",
        deleteAll: "DELETE FROM certificates WHERE absence_id = $1"
    )
}
