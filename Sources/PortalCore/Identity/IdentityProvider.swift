/// An identity provider that the town is registered with, as the operator wrote it down: FranceConnect.
package struct IdentityProvider: Hashable, Sendable {
    /// "https://oidc.franceconnect.gouv.fr/api/v2".
    package let issuer: WebAddress
    package let client: String
    package let secret: String

    package init(issuer: WebAddress, client: String, secret: String) {
        self.issuer = issuer
        self.client = client
        self.secret = secret
    }
}

/// What the provider's discovery document says of it (OpenID Connect Discovery 1.0).
struct ProviderDescription: Sendable {
    let authorization: WebAddress
    let token: WebAddress
    let person: WebAddress
    let keys: WebAddress
    /// Where a session there is ended; nil when it cannot be.
    let sessionEnd: WebAddress?
    let algorithms: Set<String>
    /// Whether it takes a proof that who fetches the token is who asked (PKCE, RFC 7636). FranceConnect refuses parameters that it does not know.
    let takesProof: Bool

    /// nil when something is missing, or when the document is another provider's.
    init?(_ document: JSONValue, of provider: IdentityProvider) {
        func address(_ name: String) -> WebAddress? { document[name]?.text.flatMap(WebAddress.init) }
        guard let issuer = document["issuer"]?.text, WebAddress(issuer) == provider.issuer, let authorization = address("authorization_endpoint"),
            let token = address("token_endpoint"), let person = address("userinfo_endpoint"), let keys = address("jwks_uri")
        else { return nil }
        (self.authorization, self.token, self.person, self.keys) = (authorization, token, person, keys)
        sessionEnd = address("end_session_endpoint")
        algorithms = Set((document["id_token_signing_alg_values_supported"]?.list ?? []).compactMap(\.text))
        takesProof = document["code_challenge_methods_supported"]?.list?.contains(.text("S256")) ?? false
        self.issuer = issuer
    }

    /// As the provider writes it, which its tokens repeat.
    let issuer: String
}
