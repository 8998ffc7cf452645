/// A journey to the identity provider that has begun and is to end in the same browser.
struct IdentityRequest: Sendable {
    /// What ties the answer to the question; each has 32 random bytes, as 43 characters.
    struct Secrets: Hashable, Sendable {
        let state: String
        let nonce: String
        let verifier: String

        init(from random: any RandomSource) {
            func drawn() -> String { RandomToken(bytes: 32, from: random).text }
            (state, nonce, verifier) = (drawn(), drawn(), drawn())
        }

        /// Reads what `sealedText` writes.
        init?(state: String, sealedText: String) {
            let lines = sealedText.split(separator: "\n").map(String.init)
            guard lines.count == 2 else { return nil }
            (self.state, nonce, verifier) = (state, lines[0], lines[1])
        }

        var sealedText: String { "\(nonce)\n\(verifier)" }
    }

    let secrets: Secrets
    /// The digest of the cookie of the browser that left.
    let browser: SecretDigest
    /// The account that wants to be attached; nil for somebody who wants to come in.
    let account: Identifier<Account>?
    /// The page to go on to, as the handler wrote it.
    let next: String
    let expiry: Instant
    let usedAt: Instant?

    /// Seconds that somebody has at the provider.
    static let patience: Int64 = 900
}

/// Somebody whose identity is proven and who has no account here yet, or has not said which.
package struct IdentityArrival: Hashable, Sendable {
    package let identity: VerifiedIdentity
    let subject: SecretDigest
    let token: String
    /// The account that was signed in when it came.
    package let account: Identifier<Account>?
    let browser: SecretDigest
    let expiry: Instant

    /// Seconds for creating an account or naming one's own.
    static let patience: Int64 = 1800
}

/// An identity that is attached to an account.
package struct LinkedIdentity: Hashable, Sendable {
    package let identity: VerifiedIdentity
    package let attachedAt: Instant
    package let lastUsedAt: Instant?
}
