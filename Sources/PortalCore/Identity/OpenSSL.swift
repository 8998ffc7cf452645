import COpenSSL

/// What the portal uses of OpenSSL's libcrypto, without its pointers: the signatures of JSON web tokens (RFC 7518).
enum OpenSSL {
    /// A public key that has been read and can check signatures.
    ///
    /// Unchecked: libcrypto only reads a key that is complete, from any thread.
    final class PublicKey: @unchecked Sendable {
        fileprivate let key: OpaquePointer

        fileprivate init(_ key: OpaquePointer) {
            self.key = key
        }

        deinit { EVP_PKEY_free(key) }
    }

    /// An RSA key of 2048 to 8192 bits, from its big-endian modulus and exponent; nil when they are no such key.
    static func rsaKey(modulus: [UInt8], exponent: [UInt8]) -> PublicKey? {
        guard modulus.count <= 1025, exponent.count <= 8 else { return nil }
        let key = publicKey(PublicKeyEncoding.rsa(modulus: modulus, exponent: exponent))
        return key.flatMap { EVP_PKEY_get_bits($0.key) >= 2048 ? $0 : nil }
    }

    /// A key on the curve P-256, from the point's two coordinates of 32 bytes; nil when the point is not on the curve.
    static func p256Key(x: [UInt8], y: [UInt8]) -> PublicKey? {
        guard x.count == 32, y.count == 32 else { return nil }
        return publicKey(PublicKeyEncoding.p256(x: x, y: y))
    }

    /// Whether a signature over SHA-256 is the key's: PKCS #1 v1.5 for RSA, DER for a curve.
    static func isSigned(_ message: [UInt8], _ signature: [UInt8], by key: PublicKey) -> Bool {
        guard let context = EVP_MD_CTX_new() else { return false }
        defer { EVP_MD_CTX_free(context) }
        guard EVP_DigestVerifyInit(context, nil, EVP_sha256(), nil, key.key) == 1 else { return false }
        return EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
    }

    /// A signature of a JSON web token (the two numbers, 32 bytes each) as libcrypto reads it; nil when it has another length.
    static func derSignature(_ raw: [UInt8]) -> [UInt8]? {
        guard raw.count == 64, let signature = ECDSA_SIG_new() else { return nil }
        defer { ECDSA_SIG_free(signature) }
        guard let r = BN_bin2bn(Array(raw[..<32]), 32, nil), let s = BN_bin2bn(Array(raw[32...]), 32, nil), ECDSA_SIG_set0(signature, r, s) == 1
        else { return nil }
        let length = i2d_ECDSA_SIG(signature, nil)
        guard length > 0 else { return nil }
        return [UInt8](unsafeUninitializedCapacity: Int(length)) { buffer, filled in
            var place = buffer.baseAddress
            filled = Int(max(0, i2d_ECDSA_SIG(signature, &place)))
        }
    }

    /// HMAC with SHA-256 (RFC 2104), 32 bytes.
    static func hmacSHA256(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 32) { buffer, filled in
            var length: UInt32 = 0
            _ = HMAC(EVP_sha256(), key, Int32(key.count), message, message.count, buffer.baseAddress, &length)
            filled = Int(length)
        }
    }

    /// SHA-256 (FIPS 180-4), 32 bytes.
    static func sha256(_ message: [UInt8]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 32) { buffer, filled in
            var length: UInt32 = 0
            _ = EVP_Digest(message, message.count, buffer.baseAddress, &length, EVP_sha256(), nil)
            filled = Int(length)
        }
    }

    private static func publicKey(_ encoded: [UInt8]) -> PublicKey? {
        encoded.withUnsafeBufferPointer { bytes in
            var place = bytes.baseAddress
            return d2i_PUBKEY(nil, &place, encoded.count).map(PublicKey.init)
        }
    }
}
