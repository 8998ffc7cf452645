/// The sealed certificates. They stand in a table: the backups that follow every write carry them, and a portal that moves takes them along.
struct CertificateStore {
    private let transaction: any Transaction
    private let vault: Vault

    init(_ transaction: any Transaction, _ vault: Vault) {
        self.transaction = transaction
        self.vault = vault
    }

    func insert(
        _ bytes: [UInt8],
        _ kind: CertificateKind,
        of absence: Identifier<Absence>,
        by account: Identifier<Account>,
        at now: Instant
    ) throws {
        let key = SystemRandom().bytes(Sodium.sealingKeyLength)
        let context = Self.context(absence)
        try transaction.execute(
            "INSERT INTO certificates (absence_id, kind, size, sealed_key, sealed, sent_at, sent_by) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            absence,
            kind,
            bytes.count,
            vault.seal(key, in: context),
            Sodium.seal(bytes, context: Array(context.utf8), key: key),
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
    func open(_ id: Identifier<Certificate>, of absence: Identifier<Absence>) throws -> (kind: CertificateKind, bytes: [UInt8])? {
        let row = try transaction.first(
            "SELECT kind, sealed_key, sealed FROM certificates WHERE id = $1 AND absence_id = $2",
            id,
            absence
        ) { (kind: try $0[0] as CertificateKind, key: try $0[1] as [UInt8], sealed: try $0[2] as [UInt8]) }
        guard let row else { return nil }
        let context = Self.context(absence)
        let key = try vault.open(row.key, in: context)
        guard let bytes = Sodium.open(row.sealed, context: Array(context.utf8), key: key) else { throw VaultFailure(context: context) }
        return (row.kind, bytes)
    }

    private static func context(_ absence: Identifier<Absence>) -> String { "certificat de l'absence \(absence.rawValue)" }
}
