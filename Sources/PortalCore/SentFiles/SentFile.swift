/// A family's file as a table keeps it: sealed with a key of its own, which the portal's key seals.
///
/// It stands in a table, so that the backups that follow every write carry it, and a portal that moves takes it along.
struct SentFile: Sendable {
    let key: [UInt8]
    let body: [UInt8]

    /// Read out of a row.
    init(key: [UInt8], body: [UInt8]) {
        self.key = key
        self.body = body
    }

    /// - Parameter context: where the file is kept: it opens nowhere else.
    init(_ bytes: [UInt8], in context: String, _ vault: Vault) {
        let key = SystemRandom().bytes(Sodium.sealingKeyLength)
        self.init(key: vault.seal(key, in: context), body: Sodium.seal(bytes, context: Array(context.utf8), key: key))
    }

    /// - Throws: `VaultFailure` when the key is another one, or somebody has changed the bytes.
    func open(in context: String, _ vault: Vault) throws(VaultFailure) -> [UInt8] {
        let key = try vault.open(key, in: context)
        guard let bytes = Sodium.open(body, context: Array(context.utf8), key: key) else { throw VaultFailure(context: context) }
        return bytes
    }
}
