/// The sealed files of documents.
struct DocumentFileStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// In the order in which they were sent.
    func files(of document: Identifier<SupportingDocument>) throws -> [DocumentFile] {
        try transaction.query("SELECT id, kind, size, sent_at FROM document_files WHERE document_id = $1 ORDER BY id", document) {
            try DocumentFile(id: $0[0], kind: $0[1], size: $0[2], sentAt: $0[3])
        }
    }

    /// Whether a form with this key was already taken.
    func has(_ key: IdempotencyKey, of account: Identifier<Account>) throws -> Bool {
        try transaction.first(
            "SELECT 1 FROM document_files WHERE sent_by = $1 AND sending_key = $2 LIMIT 1",
            account,
            key.text,
            decode: { _ in true }
        ) ?? false
    }

    /// - Parameter isScanned: whether no antivirus is asked.
    func insert(
        _ bytes: [UInt8],
        _ kind: FileKind,
        of document: Identifier<SupportingDocument>,
        isScanned: Bool,
        key: IdempotencyKey,
        by account: Identifier<Account>,
        sealedIn vault: Vault,
        at now: Instant
    ) throws {
        let sealed = SentFile(bytes, in: Self.context(document), vault)
        try transaction.execute(
            """
            INSERT INTO document_files (document_id, kind, size, sent_at, sent_by, sending_key, is_scanned, sealed_key, sealed)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            document,
            kind,
            bytes.count,
            now,
            account,
            key.text,
            isScanned,
            sealed.key,
            sealed.body
        )
    }

    /// A file's bytes; nil when the document has no such file.
    ///
    /// - Throws: `VaultFailure` when the key is another one.
    func open(
        _ id: Identifier<DocumentFile>,
        of document: Identifier<SupportingDocument>,
        _ vault: Vault
    ) throws -> (kind: FileKind, bytes: [UInt8])? {
        let row = try transaction.first(
            "SELECT kind, sealed_key, sealed FROM document_files WHERE id = $1 AND document_id = $2",
            id,
            document
        ) { (kind: try $0[0] as FileKind, file: try SentFile(key: $0[1], body: $0[2])) }
        guard let row else { return nil }
        return (row.kind, try row.file.open(in: Self.context(document), vault))
    }

    /// Forgets a document's files for good.
    func deleteAll(of document: Identifier<SupportingDocument>) throws {
        try transaction.execute("DELETE FROM document_files WHERE document_id = $1", document)
    }

    // MARK: - Antivirus

    /// The files that the antivirus has not seen, the oldest first.
    func unscanned(limit: Int) throws -> [(file: Identifier<DocumentFile>, document: Identifier<SupportingDocument>)] {
        try transaction.query("SELECT id, document_id FROM document_files WHERE is_scanned = 0 ORDER BY id LIMIT $1", limit) {
            (file: try $0[0], document: try $0[1])
        }
    }

    func markScanned(_ id: Identifier<DocumentFile>) throws {
        try transaction.execute("UPDATE document_files SET is_scanned = 1 WHERE id = $1", id)
    }

    func isScanned(_ document: Identifier<SupportingDocument>) throws -> Bool {
        try transaction.first("SELECT 1 FROM document_files WHERE document_id = $1 AND is_scanned = 0 LIMIT 1", document) { _ in false } ?? true
    }

    private static func context(_ document: Identifier<SupportingDocument>) -> String { "pièce justificative \(document.rawValue)" }
}
