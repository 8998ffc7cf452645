/// A link by which somebody of the staff chooses a password: once, within a week.
struct StaffInvitation: Hashable, Sendable {
    let token: RandomToken
    let expiry: Instant

    init(from random: any RandomSource, at now: Instant) {
        token = RandomToken(bytes: 24, from: random)
        expiry = now.adding(hours: 7 * 24)
    }
}

/// Whether such a link still works.
package enum StaffInvitationState: Hashable, Sendable {
    case usable(login: String)
    /// The link was right until this instant.
    case expired(Instant)
    /// No such link was sent, it has served, or it was cut on its way.
    case unknown

    /// What to tell who follows a link that does not work; nil when it does.
    package var refusal: String? {
        switch self {
        case .usable: nil
        case .expired(let instant): "Ce lien était valable jusqu'au \(instant.french). Demandez-en un autre à votre administrateur."
        case .unknown: "Ce lien a déjà servi ou n'est pas reconnu. S'il a été coupé, recopiez-le en entier."
        }
    }
}
