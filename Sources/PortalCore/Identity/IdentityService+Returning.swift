/// What the provider's answer carries in the address of the return page.
package struct IdentityReturn: Sendable {
    let state: String?
    let code: String?
    let error: String?

    package init(state: String?, code: String?, error: String?) {
        self.state = state
        self.code = code
        self.error = error
    }
}

extension IdentityService {
    /// Ends a journey.
    ///
    /// - Parameters:
    ///   - secret: the cookie with which the journey began; nil when the browser sends none.
    ///   - account: the one that is signed in now.
    ///   - browser: what the session is opened in.
    /// - Throws: `IdentityRefusal`.
    package func end(
        _ answer: IdentityReturn,
        in secret: String?,
        account: Identifier<Account>?,
        on browser: VisitingBrowser,
        returnTo: String
    ) async throws -> Outcome {
        let request = try await use(answer, in: secret)
        if let error = answer.error { throw IdentityRefusal(providerError: error) }
        if request.account != nil, request.account != account { throw IdentityRefusal.sessionEnded }
        guard let code = answer.code, (1...2000).contains(code.utf8.count) else { throw IdentityRefusal.provider("sans code") }
        let proven = try await client.person(code: code, request.secrets, returnTo: returnTo)
        let subject = SecretDigest(of: "\(client.provider.issuer.text)\n\(proven.subject)")
        guard let known = try portal.database.read({ try LinkedIdentityStore($0, portal.vault).account(of: subject) }) else {
            return try await keep(proven, subject, request)
        }
        if let account = request.account {
            guard account == known else { throw IdentityRefusal.attachedElsewhere }
            return .attached
        }
        return try await signIn(known, proven, subject, on: browser, next: request.next)
    }

    /// Uses the journey up, once it is sure that this browser began it.
    private func use(_ answer: IdentityReturn, in secret: String?) async throws -> IdentityRequest {
        let now = portal.clock.now
        guard let state = answer.state, state.utf8.count <= 200, let secret else { throw IdentityRefusal.notStarted }
        guard let request = try portal.database.read({ try IdentityRequestStore($0, portal.vault).request(state: state) }),
            request.browser == SecretDigest(of: secret)
        else { throw IdentityRefusal.otherBrowser }
        guard request.usedAt == nil else { throw IdentityRefusal.served }
        guard request.expiry > now else { throw IdentityRefusal.tooLate }
        let isFirst = try await portal.database.write { [vault = portal.vault] in try IdentityRequestStore($0, vault).use(state, at: now) }
        guard isFirst else { throw IdentityRefusal.served }
        return request
    }

    /// Keeps somebody without an account until it is created or named.
    private func keep(_ proven: ProviderClient.Proven, _ subject: SecretDigest, _ request: IdentityRequest) async throws -> Outcome {
        let now = portal.clock.now
        let arrival = IdentityArrival(
            identity: proven.identity,
            subject: subject,
            token: proven.token,
            account: request.account,
            browser: request.browser,
            expiry: now.adding(seconds: IdentityArrival.patience)
        )
        try await portal.database.write { [vault = portal.vault] transaction in
            if let account = request.account, try LinkedIdentityStore(transaction, vault).identity(of: account) != nil {
                throw IdentityRefusal.otherIdentity
            }
            try IdentityRequestStore(transaction, vault).put(arrival, at: now)
        }
        return request.account == nil ? .unknown : .toConfirm
    }

    private func signIn(
        _ account: Identifier<Account>,
        _ proven: ProviderClient.Proven,
        _ subject: SecretDigest,
        on browser: VisitingBrowser,
        next: String
    ) async throws -> Outcome {
        let now = portal.clock.now
        do {
            try await accounts.secondFactor.pass(.account(account), identityToken: proven.token)
        } catch let half as HalfSignIn {
            return .needsCode(half, next: next)
        }
        let session = SessionToken(from: random)
        try await portal.database.write { [vault = portal.vault] transaction in
            let identities = LinkedIdentityStore(transaction, vault)
            // Detached or closed meanwhile.
            guard try identities.account(of: subject) == account else { throw IdentityRefusal.served }
            try identities.use(proven.identity, of: account, at: now)
            try AccountService.open(session, for: account, on: browser, in: transaction, at: now)
            try identities.keep(proven.token, for: session)
            try AuditLog.record(in: transaction, by: .account(account), .signedIn, on: account, detail: "par FranceConnect", at: now)
        }
        return .signedIn(session, next: next)
    }
}
