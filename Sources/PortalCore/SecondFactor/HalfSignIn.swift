/// A sign-in whose password was right and whose code is still to come. It opens nothing by itself; a few minutes later it is forgotten.
package struct HalfSignIn: Error, Hashable, Sendable {
    /// The secret that the browser keeps meanwhile.
    package let token: RandomToken
    let expiry: Instant

    /// Good for ten minutes.
    init(from random: any RandomSource, at now: Instant) {
        token = RandomToken(bytes: 32, from: random)
        expiry = now.adding(seconds: 600)
    }
}
