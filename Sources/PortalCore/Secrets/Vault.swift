/// Encrypts what a portal keeps and its database must not show: health data, the secrets of second factors.
///
/// The key stays outside the database (`PortalVaultFile`). What is sealed opens only where it was sealed: a row that is copied onto another one
/// does not.
package struct Vault: Sendable {
    private let key: [UInt8]

    /// - Parameters:
    ///   - master: the data folder's key, of at least 16 bytes.
    ///   - portal: each portal has a key of its own, made from it.
    package init(master: [UInt8], portal: String) {
        key = SecretDigest(of: "portail \(portal)", key: master).bytes
    }

    /// One whose key nobody keeps: what it seals is lost with it. For portals that live as long as a test or a benchmark.
    package init() {
        key = SystemRandom().bytes(Sodium.sealingKeyLength)
    }

    /// - Parameter context: where the bytes are kept: "enfant 12".
    package func seal(_ message: [UInt8], in context: String) -> [UInt8] {
        Sodium.seal(message, context: Array(context.utf8), key: key)
    }

    /// A name for something that must not be read out of the database, and is found again.
    func digest(of text: String) -> SecretDigest { SecretDigest(of: text, key: key) }

    /// A short mark of a text that nobody without the key can make: it shows that the portal has written the text.
    package func mark(of text: String) -> String { Sodium.urlSafeText(Array(digest(of: text).bytes.prefix(12))) }

    /// - Throws: `VaultFailure` when the key is another one or somebody has changed the bytes.
    package func open(_ sealed: [UInt8], in context: String) throws(VaultFailure) -> [UInt8] {
        guard let message = Sodium.open(sealed, context: Array(context.utf8), key: key) else { throw VaultFailure(context: context) }
        return message
    }
}

/// What was sealed cannot be read: the data folder has lost its key, or the database was changed by hand.
package struct VaultFailure: Error, Hashable, Sendable {
    package let context: String
}
