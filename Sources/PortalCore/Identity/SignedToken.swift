/// How a token may be signed (RFC 7518 section 3.1). Nothing else is read, "none" least of all.
enum TokenAlgorithm: String, Hashable, Sendable {
    case rs256 = "RS256"
    case es256 = "ES256"
    /// With the client secret.
    case hs256 = "HS256"
}

/// A JSON web token in its compact form, taken apart (RFC 7515 section 7.1). Nothing in it is true before `SignedToken.claims` says so.
struct SignedToken: Sendable {
    let algorithm: TokenAlgorithm
    let keyName: String?
    private let signed: [UInt8]
    private let signature: [UInt8]
    private let claims: JSONValue

    /// - Throws: `TokenRefusal.unreadable`, or `.algorithm` for one that is not accepted.
    init(_ text: String) throws(TokenRefusal) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, text.utf8.count <= 20_000, let header = SignedToken.object(parts[0]), let claims = SignedToken.object(parts[1]),
            let signature = Sodium.bytes(urlSafeText: parts[2])
        else { throw .unreadable }
        // A header that asks for an extension to be understood (RFC 7515 section 4.1.11) is not.
        guard header["crit"] == nil, let algorithm = header["alg"]?.text.flatMap(TokenAlgorithm.init(rawValue:)) else { throw .algorithm }
        self.algorithm = algorithm
        keyName = header["kid"]?.text
        signed = Array("\(parts[0]).\(parts[1])".utf8)
        self.signature = signature
        self.claims = claims
    }

    /// What the token says, once its signature is the key's.
    ///
    /// - Throws: `TokenRefusal.signature`.
    func claims(signedBy key: OpenSSL.PublicKey) throws(TokenRefusal) -> JSONValue {
        let bytes = algorithm == .es256 ? OpenSSL.derSignature(signature) : signature
        guard algorithm != .hs256, let bytes, OpenSSL.isSigned(signed, bytes, by: key) else { throw .signature }
        return claims
    }

    /// The same for a token signed with the secret that only the provider and this portal know.
    func claims(signedWith secret: String) throws(TokenRefusal) -> JSONValue {
        let expected = OpenSSL.hmacSHA256(signed, key: Array(secret.utf8))
        guard algorithm == .hs256, Sodium.areEqual(expected, signature) else { throw .signature }
        return claims
    }

    private static func object(_ part: String) -> JSONValue? {
        guard let bytes = Sodium.bytes(urlSafeText: part), let value = try? JSONValue(json: bytes), case .object = value else { return nil }
        return value
    }
}

/// Why a token is not believed.
enum TokenRefusal: String, Error, Hashable, Sendable {
    case unreadable, algorithm, unknownKey, signature, issuer, audience, expired, fromTheFuture, tooOld, nonce, level, subject
}
