/// What the claims of a provider's tokens must say (OpenID Connect Core 3.1.3.7 and 5.3.2).
struct TokenRules: Sendable {
    let issuer: String
    let client: String

    /// Clocks may differ by so many seconds.
    static let tolerance: Int64 = 60
    /// An identity token is used at once: an older one is somebody else's.
    static let longestAge: Int64 = 600
    /// Levels of assurance (eIDAS) that are enough: FranceConnect's lowest one, and those above.
    static let levels: Set<String> = ["eidas1", "eidas2", "eidas3"]

    /// Checks an identity token.
    ///
    /// - Parameter nonce: what the request for it carried.
    /// - Returns: the subject: who it is, at this provider, for this portal.
    func subject(ofIdentity claims: JSONValue, nonce: String, at now: Instant) throws(TokenRefusal) -> String {
        try check(claims)
        guard let expiry = claims["exp"]?.whole, expiry > now.seconds - TokenRules.tolerance else { throw .expired }
        guard let issuedAt = claims["iat"]?.whole, issuedAt <= now.seconds + TokenRules.tolerance else { throw .fromTheFuture }
        guard issuedAt >= now.seconds - TokenRules.longestAge else { throw .tooOld }
        guard let sent = claims["nonce"]?.text, Sodium.areEqual(Array(sent.utf8), Array(nonce.utf8)) else { throw .nonce }
        guard let level = claims["acr"]?.text, TokenRules.levels.contains(level) else { throw .level }
        return try subject(claims)
    }

    /// Checks a signed answer about the person: it must be about the same one.
    func check(person claims: JSONValue, subject known: String, at now: Instant) throws(TokenRefusal) {
        try check(claims)
        if let expiry = claims["exp"]?.whole, expiry <= now.seconds - TokenRules.tolerance { throw .expired }
        guard try subject(claims) == known else { throw .subject }
    }

    private func check(_ claims: JSONValue) throws(TokenRefusal) {
        guard claims["iss"]?.text == issuer else { throw .issuer }
        switch claims["aud"] {
        case .text(client): break
        case .list(let audience) where audience.contains(.text(client)):
            guard audience.count == 1 || claims["azp"]?.text == client else { throw .audience }
        default: throw .audience
        }
    }

    private func subject(_ claims: JSONValue) throws(TokenRefusal) -> String {
        guard let subject = claims["sub"]?.text, (1...255).contains(subject.utf8.count) else { throw .subject }
        return subject
    }
}
