/// The public keys with which a provider signs (JWK Set, RFC 7517).
struct SigningKeys: Sendable {
    struct Key: Sendable {
        /// The provider's name for it ("kid"); nil where it gives none.
        let name: String?
        let algorithm: TokenAlgorithm
        let key: OpenSSL.PublicKey
    }

    let keys: [Key]

    /// Keeps the keys that can check a signature: keys for encryption and of kinds that are not used here are left out.
    init?(_ document: JSONValue) {
        guard let list = document["keys"]?.list, list.count <= 50 else { return nil }
        keys = list.compactMap(Key.init)
    }

    /// The key that a token names; where a provider gives no names, its only key of the algorithm.
    func key(named name: String?, for algorithm: TokenAlgorithm) -> OpenSSL.PublicKey? {
        let fitting = keys.filter { $0.algorithm == algorithm }
        guard let name else { return fitting.count == 1 ? fitting.first?.key : nil }
        if let named = fitting.first(where: { $0.name == name }) { return named.key }
        return nil
    }
}

extension SigningKeys.Key {
    init?(_ key: JSONValue) {
        guard key["use"]?.text ?? "sig" == "sig" else { return nil }
        func number(_ name: String) -> [UInt8]? { key[name]?.text.flatMap(Sodium.bytes(urlSafeText:)) }
        switch key["kty"]?.text {
        case "RSA":
            guard key["alg"]?.text ?? "RS256" == "RS256", let modulus = number("n"), let exponent = number("e"),
                let read = OpenSSL.rsaKey(modulus: modulus, exponent: exponent)
            else { return nil }
            (algorithm, self.key) = (.rs256, read)
        case "EC":
            guard key["crv"]?.text == "P-256", let x = number("x"), let y = number("y"), let read = OpenSSL.p256Key(x: x, y: y) else { return nil }
            (algorithm, self.key) = (.es256, read)
        default: return nil
        }
        name = key["kid"]?.text
    }
}
