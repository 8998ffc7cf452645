import COpenSSL

@testable import PortalCore

/// A key pair that a test makes, and signs tokens with.
///
/// Unchecked: libcrypto only reads a key that is complete.
final class TestKey: @unchecked Sendable {
    enum Kind: String { case rsa = "RSA", curve = "EC" }

    let kind: Kind
    let name: String
    private let key: OpaquePointer

    /// - Parameter bits: of an RSA key.
    init(_ kind: Kind, named name: String, bits: Int32 = 2048) throws {
        (self.kind, self.name) = (kind, name)
        guard let context = EVP_PKEY_CTX_new_from_name(nil, kind.rawValue, nil) else { throw DatabaseError.other("no key") }
        defer { EVP_PKEY_CTX_free(context) }
        EVP_PKEY_keygen_init(context)
        if kind == .rsa { EVP_PKEY_CTX_set_rsa_keygen_bits(context, bits) } else { EVP_PKEY_CTX_set_group_name(context, "P-256") }
        var made: OpaquePointer?
        EVP_PKEY_generate(context, &made)
        guard let made else { throw DatabaseError.other("no key") }
        key = made
    }

    deinit { EVP_PKEY_free(key) }

    /// The public half, as a provider publishes it (RFC 7517).
    var published: String {
        func part(_ parameter: String, _ length: Int32) -> String { Sodium.urlSafeText(number(parameter, length)) }
        switch kind {
        case .rsa: return #"{"kty":"RSA","use":"sig","kid":"\#(name)","n":"\#(part("n", 0))","e":"\#(part("e", 0))"}"#
        case .curve: return #"{"kty":"EC","crv":"P-256","use":"sig","kid":"\#(name)","x":"\#(part("qx", 32))","y":"\#(part("qy", 32))"}"#
        }
    }

    /// The modulus, which everybody knows: what an attacker would use as a shared secret.
    var modulus: [UInt8] { number("n", 0) }

    /// A token with this header's algorithm, signed by this key.
    ///
    /// - Parameter isRaw: whether a curve's signature is written as tokens want it.
    func token(_ claims: String, algorithm: String? = nil, header: String = "", isRaw: Bool = true) -> String {
        let written = algorithm ?? (kind == .rsa ? "RS256" : "ES256")
        let signed = TestKey.unsigned(#"{"alg":"\#(written)","kid":"\#(name)"\#(header)}"#, claims)
        let signature = sign(Array(signed.utf8))
        return "\(signed).\(Sodium.urlSafeText(kind == .curve && isRaw ? raw(signature) : signature))"
    }

    /// Header and claims, without a signature.
    static func unsigned(_ header: String, _ claims: String) -> String {
        "\(Sodium.urlSafeText(Array(header.utf8))).\(Sodium.urlSafeText(Array(claims.utf8)))"
    }

    /// A token signed with a shared secret.
    static func token(_ claims: String, secret: [UInt8]) -> String {
        let signed = unsigned(#"{"alg":"HS256"}"#, claims)
        return "\(signed).\(Sodium.urlSafeText(OpenSSL.hmacSHA256(Array(signed.utf8), key: secret)))"
    }

    private func sign(_ message: [UInt8]) -> [UInt8] {
        guard let context = EVP_MD_CTX_new() else { return [] }
        defer { EVP_MD_CTX_free(context) }
        var signature = [UInt8](repeating: 0, count: 1024)
        var length = signature.count
        EVP_DigestSignInit(context, nil, EVP_sha256(), nil, key)
        EVP_DigestSign(context, &signature, &length, message, message.count)
        return Array(signature.prefix(length))
    }

    private func raw(_ der: [UInt8]) -> [UInt8] {
        der.withUnsafeBufferPointer { bytes in
            var place = bytes.baseAddress
            guard let signature = d2i_ECDSA_SIG(nil, &place, der.count) else { return [] }
            defer { ECDSA_SIG_free(signature) }
            return TestKey.bytes(ECDSA_SIG_get0_r(signature), 32) + TestKey.bytes(ECDSA_SIG_get0_s(signature), 32)
        }
    }

    private func number(_ parameter: String, _ length: Int32) -> [UInt8] {
        var number: OpaquePointer?
        EVP_PKEY_get_bn_param(key, parameter, &number)
        defer { BN_free(number) }
        return TestKey.bytes(number, length)
    }

    private static func bytes(_ number: OpaquePointer?, _ length: Int32) -> [UInt8] {
        let count = length == 0 ? (BN_num_bits(number) + 7) / 8 : length
        var bytes = [UInt8](repeating: 0, count: Int(count))
        BN_bn2binpad(number, &bytes, count)
        return bytes
    }
}
