import CSodium

/// What the portal uses of libsodium, without its pointers.
enum Sodium {
    private static let isReady = sodium_init() >= 0

    /// Unpredictable bytes from the system.
    static func randomBytes(_ count: Int) -> [UInt8] {
        _ = isReady
        return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            if let start = buffer.baseAddress { randombytes_buf(start, count) }
            filled = count
        }
    }

    /// Bytes that a seed of 32 bytes always gives again.
    static func bytes(_ count: Int, from seed: [UInt8]) -> [UInt8] {
        _ = isReady
        return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            if let start = buffer.baseAddress { randombytes_buf_deterministic(start, count, seed) }
            filled = count
        }
    }

    /// BLAKE2b, 32 bytes (RFC 7693). The key is empty or has 16 to 64 bytes.
    static func digest(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
        _ = isReady
        return [UInt8](unsafeUninitializedCapacity: 32) { buffer, filled in
            if let start = buffer.baseAddress { crypto_generichash(start, 32, message, UInt64(message.count), key, key.count) }
            filled = 32
        }
    }

    /// Whether two byte strings are the same, in a time that tells nothing about where they differ.
    static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count && (left.isEmpty || sodium_memcmp(left, right, left.count) == 0)
    }

    /// Base64 for addresses and cookies, without padding (RFC 4648 section 5).
    static func urlSafeText(_ bytes: [UInt8]) -> String {
        let variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING
        let length = sodium_base64_encoded_len(bytes.count, variant)
        return String(unsafeUninitializedCapacity: length) { buffer in
            buffer.withMemoryRebound(to: CChar.self) {
                if let start = $0.baseAddress { _ = sodium_bin2base64(start, length, bytes, bytes.count, variant) }
            }
            return length - 1
        }
    }

    /// Argon2id with its own salt and its parameters inside the text (RFC 9106); nil when there is no memory for it.
    static func passwordHash(_ password: String, operations: Int, memory: Int) -> String? {
        _ = isReady
        let length = crypto_pwhash_strbytes()
        var text = [CChar](repeating: 0, count: length)
        let password = Array(password.utf8CString)
        let status = crypto_pwhash_str(&text, password, UInt64(password.count - 1), UInt64(operations), memory)
        guard status == 0 else { return nil }
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    static func passwordMatches(_ password: String, hash: String) -> Bool {
        _ = isReady
        let password = Array(password.utf8CString)
        return crypto_pwhash_str_verify(hash, password, UInt64(password.count - 1)) == 0
    }

    /// Whether a hash was made with other parameters than these.
    static func needsRehash(_ hash: String, operations: Int, memory: Int) -> Bool {
        crypto_pwhash_str_needs_rehash(hash, UInt64(operations), memory) != 0
    }
}

extension Sodium {
    /// Reads what `urlSafeText` writes; nil for anything else, padding and stray characters included.
    static func bytes(urlSafeText text: String) -> [UInt8]? {
        let characters = Array(text.utf8).map(CChar.init(bitPattern:))
        var bytes = [UInt8](repeating: 0, count: max(1, characters.count))
        var length = 0
        let variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING
        let status = sodium_base642bin(&bytes, bytes.count, characters, characters.count, nil, &length, nil, variant)
        return status == 0 ? Array(bytes.prefix(length)) : nil
    }
}
