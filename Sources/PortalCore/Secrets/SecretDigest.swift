/// What is stored in place of a secret: who reads the database cannot use it (BLAKE2b, 32 bytes).
///
/// For secrets that are random; a password needs `PasswordHasher`.
package struct SecretDigest: Sendable {
    package let bytes: [UInt8]

    package init(of secret: String) {
        bytes = Sodium.digest(Array(secret.utf8), key: [])
    }

    package init(of bytes: [UInt8]) {
        self.bytes = Sodium.digest(bytes, key: [])
    }

    /// A digest that only the holder of a key can make: proves that a form's token was given by this portal.
    ///
    /// - Parameter key: 16 to 64 random bytes.
    package init(of message: String, key: [UInt8]) {
        precondition((16...64).contains(key.count), "BLAKE2b takes keys of 16 to 64 bytes")
        bytes = Sodium.digest(Array(message.utf8), key: key)
    }

    /// Letters, digits, "-" and "_", for a form or an address.
    package var text: String { Sodium.urlSafeText(bytes) }

    /// Whether a text is this digest's, in a time that tells nothing about where they differ.
    package func matches(_ text: String) -> Bool { Sodium.areEqual(Array(self.text.utf8), Array(text.utf8)) }
}

/// Compared in constant time.
extension SecretDigest: Hashable {
    package static func == (left: SecretDigest, right: SecretDigest) -> Bool { Sodium.areEqual(left.bytes, right.bytes) }
    package func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}

extension SecretDigest: DatabaseConvertible {
    package var databaseValue: DatabaseValue { .blob(bytes) }
    package init?(databaseValue: DatabaseValue) {
        guard case .blob(let bytes) = databaseValue, bytes.count == 32 else { return nil }
        self.bytes = bytes
    }
}
