import CSodium

extension Sodium {
    static let sealingKeyLength = Int(crypto_aead_xchacha20poly1305_ietf_KEYBYTES)
    private static let nonceLength = Int(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES)
    private static let tagLength = Int(crypto_aead_xchacha20poly1305_ietf_ABYTES)

    /// Encrypts a message (XChaCha20-Poly1305 under a drawn nonce, which goes before it) so that it opens only in the same context.
    static func seal(_ message: [UInt8], context: [UInt8], key: [UInt8]) -> [UInt8] {
        let nonce = randomBytes(nonceLength)
        var sealed = [UInt8](repeating: 0, count: message.count + tagLength)
        crypto_aead_xchacha20poly1305_ietf_encrypt(
            &sealed,
            nil,
            message,
            UInt64(message.count),
            context,
            UInt64(context.count),
            nil,
            nonce,
            key
        )
        return nonce + sealed
    }

    /// nil when the key or the context is another one, or the bytes are not those that were sealed.
    static func open(_ sealed: [UInt8], context: [UInt8], key: [UInt8]) -> [UInt8]? {
        guard sealed.count >= nonceLength + tagLength else { return nil }
        let (nonce, body) = (Array(sealed.prefix(nonceLength)), Array(sealed.dropFirst(nonceLength)))
        var message = [UInt8](repeating: 0, count: body.count - tagLength)
        let status = crypto_aead_xchacha20poly1305_ietf_decrypt(
            &message,
            nil,
            nil,
            body,
            UInt64(body.count),
            context,
            UInt64(context.count),
            nonce,
            key
        )
        return status == 0 ? message : nil
    }
}
