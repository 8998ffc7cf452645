/// The one door of families' files, whatever they are sent for: sealed on the way in, opened once the antivirus has seen them.
struct SentFileStore<Owner: FileOwner> {
    private let transaction: any Transaction
    private let table = Owner.files

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// In the order in which they were sent.
    func files(of owner: Identifier<Owner>) throws -> [FamilyFile<Owner>] {
        try transaction.query(table.list, owner) {
            try FamilyFile(id: $0[0], kind: $0[1], size: $0[2], sentAt: $0[3], isScanned: $0[4])
        }
    }

    /// Keeps a file.
    ///
    /// - Parameter key: of the form that sent it.
    func insert(_ file: CheckedFile, of owner: Identifier<Owner>, key: String, by sender: FileSender) throws {
        let sealed = SentFile(file.bytes, in: context(owner), sender.vault)
        try transaction.execute(
            table.insert,
            owner,
            file.kind,
            file.bytes.count,
            sender.now,
            sender.account,
            key,
            !sender.hasAntivirus,
            sealed.key,
            sealed.body
        )
    }

    /// A file's bytes; nil when the owner has no such file, or the antivirus has not seen it.
    ///
    /// - Parameter unseen: also what it has not seen: to show it to the antivirus.
    /// - Throws: `VaultFailure` when the key is another one.
    func open(
        _ id: Identifier<FamilyFile<Owner>>,
        of owner: Identifier<Owner>,
        _ vault: Vault,
        unseen: Bool = false
    ) throws -> (kind: FileKind, bytes: [UInt8])? {
        let row = try transaction.first(table.open, owner, id) { row in
            (kind: try row[0] as FileKind, file: try SentFile(key: row[1], body: row[2]), isScanned: try row[3] as Bool)
        }
        guard let row, row.isScanned || unseen else { return nil }
        return (row.kind, try row.file.open(in: context(owner), vault))
    }

    /// Forgets a file for good.
    func delete(_ id: Identifier<FamilyFile<Owner>>) throws { try transaction.execute(table.delete, id) }

    /// Forgets an owner's files for good.
    func deleteAll(of owner: Identifier<Owner>) throws { try transaction.execute(table.deleteAll, owner) }

    // MARK: - Antivirus

    /// The files that the antivirus has not seen, the oldest first.
    func unscanned(limit: Int) throws -> [(file: Identifier<FamilyFile<Owner>>, owner: Identifier<Owner>)] {
        try transaction.query(table.unscanned, limit) { (file: try $0[0], owner: try $0[1]) }
    }

    /// How many these are, and when the oldest was sent.
    func backlog() throws -> (count: Int, oldest: Instant?) {
        try transaction.first(table.backlog) { (count: try $0[0], oldest: try $0[1]) } ?? (0, nil)
    }

    func markScanned(_ id: Identifier<FamilyFile<Owner>>) throws { try transaction.execute(table.markScanned, id) }

    func isScanned(_ owner: Identifier<Owner>) throws -> Bool { try transaction.first(table.hasUnscanned, owner) { _ in false } ?? true }

    private func context(_ owner: Identifier<Owner>) -> String { "\(table.context) \(owner.rawValue)" }
}

extension SentFileStore<SupportingDocument> {
    /// Whether a form with this key was already taken.
    func has(_ key: IdempotencyKey, of account: Identifier<Account>) throws -> Bool {
        try transaction.first(
            "SELECT 1 FROM document_files WHERE sent_by = $1 AND sending_key = $2 LIMIT 1",
            account,
            key.text,
            decode: { _ in true }
        ) ?? false
    }
}

/// Who sends files, and what they meet on their way in.
struct FileSender: Sendable {
    let account: Identifier<Account>
    let now: Instant
    /// Whether an antivirus looks at them before anybody opens them.
    let hasAntivirus: Bool
    let vault: Vault
}
