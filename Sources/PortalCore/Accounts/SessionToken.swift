/// The secret that a signed-in browser sends back in its cookie: 32 random bytes. Only its digest is stored.
package struct SessionToken: Hashable, Sendable {
    /// The cookie's value.
    package let text: String

    package init(from random: any RandomSource) {
        text = RandomToken(bytes: 32, from: random).text
    }

    /// What a browser sent, whatever it is.
    package init(cookie text: String) {
        self.text = text
    }

    var digest: SecretDigest { SecretDigest(of: text) }
}
