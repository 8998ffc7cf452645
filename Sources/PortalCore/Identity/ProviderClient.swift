import Synchronization

/// The conversation with an identity provider: OpenID Connect's authorization code flow, seen from the portal.
///
/// One per portal: it remembers the provider's description and keys for an hour.
package final class ProviderClient: Sendable {
    let provider: IdentityProvider
    private let exchange: any RemoteExchange
    /// The outside world's time, which tokens are written in: not a demo's.
    private let clock: any PortalClock
    private let known = Mutex(Known())

    private struct Known {
        var description: (value: ProviderDescription, at: Instant)?
        var keys: (value: SigningKeys, at: Instant)?
    }

    /// What was obtained for a code.
    struct Proven: Sendable {
        let subject: String
        let identity: VerifiedIdentity
        /// The identity token, which ends the session there later.
        let token: String
    }

    package init(_ provider: IdentityProvider, _ exchange: any RemoteExchange, clock: any PortalClock) {
        self.provider = provider
        self.exchange = exchange
        self.clock = clock
    }

    /// Where the browser goes to identify itself.
    func authorization(_ secrets: IdentityRequest.Secrets, returnTo: String) async throws(IdentityRefusal) -> String {
        let description = try await description()
        var query: [RemoteRequest.Field] = [
            .init("response_type", "code"), .init("client_id", provider.client), .init("redirect_uri", returnTo),
            // What prefills the form and names somebody to the town's staff, no more.
            .init("scope", "openid profile birth email"), .init("acr_values", "eidas1"), .init("state", secrets.state), .init("nonce", secrets.nonce),
        ]
        if description.takesProof {
            let challenge = Sodium.urlSafeText(OpenSSL.sha256(Array(secrets.verifier.utf8)))
            query += [.init("code_challenge", challenge), .init("code_challenge_method", "S256")]
        }
        return description.authorization.with(query)
    }

    /// Trades the code for the person.
    func person(code: String, _ secrets: IdentityRequest.Secrets, returnTo: String) async throws(IdentityRefusal) -> Proven {
        let description = try await description()
        let tokens = try await tokens(code, secrets, returnTo, description)
        guard let token = tokens["id_token"]?.text, let access = tokens["access_token"]?.text else { throw .unverified("jetons absents") }
        let rules = TokenRules(issuer: description.issuer, client: provider.client)
        let claims = try await claims(of: token, description)
        let subject = try believing { () throws(TokenRefusal) in try rules.subject(ofIdentity: claims, nonce: secrets.nonce, at: clock.now) }
        let answer = try await ask(RemoteRequest(description.person.text, headers: [.init(name: "Authorization", value: "Bearer \(access)")]))
        guard answer.status == 200, answer.contentType == "application/jwt" else { throw .unverified("identité non signée") }
        let person = try await self.claims(of: String(decoding: answer.body, as: UTF8.self), description)
        try believing { () throws(TokenRefusal) in try rules.check(person: person, subject: subject, at: clock.now) }
        guard let identity = VerifiedIdentity(claims: person) else { throw .unverified("identité sans nom") }
        return Proven(subject: subject, identity: identity, token: token)
    }

    /// Where the browser goes to end the session there; nil where that is not possible.
    func sessionEnd(token: String, state: String, returnTo: String) async -> String? {
        guard let end = try? await description().sessionEnd else { return nil }
        return end.with([.init("id_token_hint", token), .init("state", state), .init("post_logout_redirect_uri", returnTo)])
    }

    private func tokens(
        _ code: String,
        _ secrets: IdentityRequest.Secrets,
        _ returnTo: String,
        _ description: ProviderDescription
    ) async throws(IdentityRefusal) -> JSONValue {
        var form: [RemoteRequest.Field] = [
            .init("grant_type", "authorization_code"), .init("code", code), .init("redirect_uri", returnTo), .init("client_id", provider.client),
            .init("client_secret", provider.secret),
        ]
        if description.takesProof { form.append(.init("code_verifier", secrets.verifier)) }
        let answer = try await ask(RemoteRequest(description.token.text, form: form))
        guard let tokens = try? JSONValue(json: answer.body) else { throw .unavailable }
        // RFC 6749 section 5.2: a code that is too old or has served.
        if tokens["error"]?.text == "invalid_grant" { throw .codeExpired }
        guard answer.status == 200 else { throw .unverified("jetons refusés (\(answer.status))") }
        return tokens
    }

    /// What a token says once its signature is checked. A key that is not known is looked for again: providers change theirs.
    private func claims(of text: String, _ description: ProviderDescription) async throws(IdentityRefusal) -> JSONValue {
        let token = try believing { () throws(TokenRefusal) in try SignedToken(text) }
        guard description.algorithms.contains(token.algorithm.rawValue) else { throw .unverified(TokenRefusal.algorithm.rawValue) }
        if token.algorithm == .hs256 { return try believing { () throws(TokenRefusal) in try token.claims(signedWith: provider.secret) } }
        let known = try await keys(description, newerThan: 3600).key(named: token.keyName, for: token.algorithm)
        // At most once in half a minute, whatever tokens arrive.
        let found = if let known { known } else { try await keys(description, newerThan: 30).key(named: token.keyName, for: token.algorithm) }
        guard let key = found else { throw .unverified(TokenRefusal.unknownKey.rawValue) }
        return try believing { () throws(TokenRefusal) in try token.claims(signedBy: key) }
    }

    private func description() async throws(IdentityRefusal) -> ProviderDescription {
        let now = clock.now
        if let kept = known.withLock({ $0.description }), isFresh(kept.at, 3600, now) { return kept.value }
        let document = try await document(at: provider.issuer.text + "/.well-known/openid-configuration")
        guard let description = ProviderDescription(document, of: provider) else { throw .unavailable }
        known.withLock { $0.description = (description, now) }
        return description
    }

    private func keys(_ description: ProviderDescription, newerThan age: Int64) async throws(IdentityRefusal) -> SigningKeys {
        let now = clock.now
        if let kept = known.withLock({ $0.keys }), isFresh(kept.at, age, now) { return kept.value }
        guard let keys = SigningKeys(try await document(at: description.keys.text)) else { throw .unavailable }
        known.withLock { $0.keys = (keys, now) }
        return keys
    }

    private func isFresh(_ then: Instant, _ age: Int64, _ now: Instant) -> Bool { (0..<age).contains(now.seconds - then.seconds) }

    private func document(at address: String) async throws(IdentityRefusal) -> JSONValue {
        let answer = try await ask(RemoteRequest(address, headers: [.init(name: "Accept", value: "application/json")]))
        guard answer.status == 200, let value = try? JSONValue(json: answer.body) else { throw .unavailable }
        return value
    }

    private func ask(_ request: RemoteRequest) async throws(IdentityRefusal) -> RemoteAnswer {
        do { return try await exchange.answer(to: request) } catch { throw .unavailable }
    }

    private func believing<Result>(_ check: () throws(TokenRefusal) -> Result) throws(IdentityRefusal) -> Result {
        do { return try check() } catch { throw .unverified(error.rawValue) }
    }
}
