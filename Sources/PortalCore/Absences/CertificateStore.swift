/// The sealed certificates.
struct CertificateStore {
    private let transaction: any Transaction
    private let vault: Vault

    init(_ transaction: any Transaction, _ vault: Vault) {
        self.transaction = transaction
        self.vault = vault
    }

    func insert(
        _ bytes: [UInt8],
        _ kind: FileKind,
        of absence: Identifier<Absence>,
        by account: Identifier<Account>,
        at now: Instant
    ) throws {
        let sealed = SentFile(bytes, in: Self.context(absence), vault)
        try transaction.execute(
            "INSERT INTO certificates (absence_id, kind, size, sealed_key, sealed, sent_at, sent_by) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            absence,
            kind,
            bytes.count,
            sealed.key,
            sealed.body,
            now,
            account
        )
    }

    /// Those of an absence, the latest first.
    func certificates(of absence: Identifier<Absence>) throws -> [Certificate] {
        try transaction.query(
            "SELECT id, absence_id, kind, size, sent_at FROM certificates WHERE absence_id = $1 ORDER BY id DESC",
            absence
        ) { try Certificate(id: $0[0], absence: $0[1], kind: $0[2], size: $0[3], sentAt: $0[4]) }
    }

    /// A certificate with its bytes; nil when the absence has no such one.
    ///
    /// - Throws: `VaultFailure` when the key is another one.
    func open(_ id: Identifier<Certificate>, of absence: Identifier<Absence>) throws -> (kind: FileKind, bytes: [UInt8])? {
        let row = try transaction.first(
            "SELECT kind, sealed_key, sealed FROM certificates WHERE id = $1 AND absence_id = $2",
            id,
            absence
        ) { (kind: try $0[0] as FileKind, file: try SentFile(key: $0[1], body: $0[2])) }
        guard let row else { return nil }
        return (row.kind, try row.file.open(in: Self.context(absence), vault))
    }

    private static func context(_ absence: Identifier<Absence>) -> String { "certificat de l'absence \(absence.rawValue)" }
}
