import CSodium

/// A digest of bytes that come in parts (BLAKE2b, 32 bytes): what `b2sum -l 256` prints.
final class StreamDigest {
    /// The library's state, whose type Swift does not see; aligned on 64 bytes.
    private let memory = UnsafeMutableRawPointer.allocate(byteCount: crypto_generichash_statebytes(), alignment: 64)
    private var state: OpaquePointer { OpaquePointer(memory) }

    init() { crypto_generichash_init(state, nil, 0, 32) }

    deinit { memory.deallocate() }

    func add(_ bytes: [UInt8]) { crypto_generichash_update(state, bytes, UInt64(bytes.count)) }

    /// The digest of all that was added. Nothing can be added afterwards.
    func finish() -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 32)
        crypto_generichash_final(state, &digest, 32)
        return digest
    }
}

/// Encrypts a stream in parts (XChaCha20-Poly1305, libsodium's secretstream): a part that is changed, moved, repeated or missing is noticed.
struct StreamSealer {
    private var state = crypto_secretstream_xchacha20poly1305_state()
    /// Goes before the parts; not secret.
    private(set) var header = [UInt8](repeating: 0, count: StreamSealer.headerLength)

    static let keyLength = crypto_secretstream_xchacha20poly1305_keybytes()
    static let headerLength = crypto_secretstream_xchacha20poly1305_headerbytes()
    /// What each part grows by.
    static let overhead = crypto_secretstream_xchacha20poly1305_abytes()

    init(key: [UInt8]) {
        crypto_secretstream_xchacha20poly1305_init_push(&state, &header, key)
    }

    mutating func seal(_ part: [UInt8], isLast: Bool) -> [UInt8] {
        var sealed = [UInt8](repeating: 0, count: part.count + StreamSealer.overhead)
        let tag = isLast ? crypto_secretstream_xchacha20poly1305_tag_final() : crypto_secretstream_xchacha20poly1305_tag_message()
        crypto_secretstream_xchacha20poly1305_push(&state, &sealed, nil, part, UInt64(part.count), nil, 0, tag)
        return sealed
    }
}

/// Decrypts what a `StreamSealer` has encrypted, in the same parts.
struct StreamOpener {
    private var state = crypto_secretstream_xchacha20poly1305_state()

    /// nil when the header cannot be one.
    init?(key: [UInt8], header: [UInt8]) {
        guard header.count == StreamSealer.headerLength,
            crypto_secretstream_xchacha20poly1305_init_pull(&state, header, key) == 0
        else { return nil }
    }

    /// The part, and whether it is the last one; nil when the key is another one or the bytes are not those that were sealed.
    mutating func open(_ sealed: [UInt8]) -> (part: [UInt8], isLast: Bool)? {
        guard sealed.count >= StreamSealer.overhead else { return nil }
        var part = [UInt8](repeating: 0, count: sealed.count - StreamSealer.overhead)
        var tag: UInt8 = 0
        guard crypto_secretstream_xchacha20poly1305_pull(&state, &part, nil, &tag, sealed, UInt64(sealed.count), nil, 0) == 0 else { return nil }
        return (part, tag == crypto_secretstream_xchacha20poly1305_tag_final())
    }
}
