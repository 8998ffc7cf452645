/// The password that the town makes up for an account that it prepares: fifteen characters that are easy to copy, good for one login.
struct FirstPassword: Hashable, Sendable {
    /// "7kwn-4dxe-p2ra".
    let text: String
    let expiry: Instant

    /// 53 random bits, more than enough for a month behind the delays of the front door.
    init(from random: any RandomSource, at now: Instant) {
        text = ActivationKey(from: random).text.lowercased()
        expiry = now.adding(hours: 30 * 24)
    }
}
