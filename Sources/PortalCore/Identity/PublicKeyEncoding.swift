/// Public keys as libcrypto reads them: SubjectPublicKeyInfo in DER (RFC 5280 section 4.1, RFC 3279, RFC 5480).
enum PublicKeyEncoding {
    /// - Parameters:
    ///   - modulus: big-endian.
    ///   - exponent: big-endian.
    static func rsa(modulus: [UInt8], exponent: [UInt8]) -> [UInt8] {
        // rsaEncryption, 1.2.840.113549.1.1.1, with its empty parameters.
        let algorithm = sequence([0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01, 0x05, 0x00])
        return sequence(algorithm + bits(sequence(integer(modulus) + integer(exponent))))
    }

    /// A point on the curve P-256, each coordinate of 32 bytes.
    static func p256(x: [UInt8], y: [UInt8]) -> [UInt8] {
        // ecPublicKey, 1.2.840.10045.2.1, on prime256v1, 1.2.840.10045.3.1.7.
        let key: [UInt8] = [0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01]
        let curve: [UInt8] = [0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07]
        return sequence(sequence(key + curve) + bits([0x04] + x + y))
    }

    private static func sequence(_ content: [UInt8]) -> [UInt8] { value(0x30, content) }
    private static func bits(_ content: [UInt8]) -> [UInt8] { value(0x03, [0] + content) }

    /// Positive: a first bit of 1 would be a sign.
    private static func integer(_ bytes: [UInt8]) -> [UInt8] {
        let digits = bytes.drop { $0 == 0 }
        return value(0x02, (digits.first.map { $0 < 0x80 } ?? false ? [] : [0]) + digits)
    }

    private static func value(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
        let count = content.count
        let length: [UInt8] =
            count < 0x80 ? [UInt8(count)] : count < 0x100 ? [0x81, UInt8(count)] : [0x82, UInt8(count >> 8 & 0xFF), UInt8(count & 0xFF)]
        return [tag] + length + content
    }
}
