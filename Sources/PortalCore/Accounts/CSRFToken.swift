/// The proof, in each form, that this portal gave the form to this browser: without it another site could have the browser send forms.
///
/// It is bound to a cookie that only the browser and the portal know: the session's, or before signing in a visitor's own random one (double submit,
/// safe because a `__Host-` cookie cannot be set by another host). Each page gets another one, so that compression tells nothing about it (BREACH).
package struct CSRFToken: Hashable, Sendable {
    /// The hidden field's value.
    package let text: String

    /// A token for the pages of the browser that holds a cookie.
    package init(for cookie: String, from random: any RandomSource = SystemRandom()) {
        let nonce = RandomToken(bytes: 16, from: random).text
        text = "\(nonce).\(CSRFToken.proof(of: nonce, for: cookie).text)"
    }

    /// Whether a form's field is a token that was made for this cookie. Takes the same time wherever it differs.
    package static func isValid(_ text: String, for cookie: String) -> Bool {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 22 else { return false }
        return proof(of: String(parts[0]), for: cookie).matches(String(parts[1]))
    }

    /// The key is derived from the cookie: what is stored of a session does not make its tokens.
    private static func proof(of nonce: String, for cookie: String) -> SecretDigest {
        SecretDigest(of: "formulaire \(nonce)", key: SecretDigest(of: "clé des formulaires \(cookie)").bytes)
    }
}
