/// A secret that a browser or a mail carries: random bytes written for addresses and cookies (letters, digits, "-" and "_").
package struct RandomToken: Hashable, Sendable {
    package let text: String

    /// - Parameter count: bytes of randomness; 32 for a session, 16 where it lives for minutes.
    package init(bytes count: Int, from random: any RandomSource) {
        text = Sodium.urlSafeText(random.bytes(count))
    }
}
