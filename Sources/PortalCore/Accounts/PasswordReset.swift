/// A link by which somebody who forgot the password chooses another one: once, within half an hour.
struct PasswordReset: Hashable, Sendable {
    let token: RandomToken
    let expiry: Instant

    /// Links of one account that may work at the same time. Who asks again gets no more mails than that in half an hour, and all of them work:
    /// asking for somebody else neither floods nor locks out.
    static let most = 3

    init(from random: any RandomSource, at now: Instant) {
        token = RandomToken(bytes: 24, from: random)
        expiry = now.adding(seconds: 30 * 60)
    }
}

/// Whether such a link still works.
package enum PasswordResetState: Hashable, Sendable {
    case usable(login: String)
    /// The link was right until this instant.
    case expired(Instant)
    /// No such link was sent, it has served, or it was cut on its way.
    case unknown

    /// What to tell who follows a link that does not work; nil when it does.
    package var refusal: String? {
        switch self {
        case .usable: nil
        case .expired(let instant): "Ce lien était valable jusqu'au \(instant.french). Demandez-en un autre."
        case .unknown: "Ce lien a déjà servi ou n'est pas reconnu. S'il a été coupé, recopiez-le en entier\u{A0}; sinon, demandez-en un autre."
        }
    }
}
