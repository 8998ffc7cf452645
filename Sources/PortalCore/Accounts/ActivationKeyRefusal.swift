/// Why a clé enfance that was typed opens nothing: each case has its own sentence.
package enum ActivationKeyRefusal: Error, Hashable, Sendable {
    case empty
    /// Its check character does not fit.
    case mistyped
    case unknown
    case used(CivilDate)
    case revoked(CivilDate)
    case expired(CivilDate)
    /// The account reaches already what the key opens; the key stays good.
    case alreadyOpen
    /// An account of that name exists in the household.
    case namesake
    /// The town has noted that the adult does not see the child: a key does not change that.
    case closed

    package var french: String {
        switch self {
        case .empty: "Saisissez votre clé enfance."
        case .mistyped: "Cette clé enfance comporte une faute de frappe\u{A0}: vérifiez ses 12 caractères sur le courrier de la collectivité."
        case .unknown:
            "Nous ne connaissons pas cette clé enfance. Vérifiez qu'elle vient bien de cette collectivité, ou demandez-en une au service."
        case .used(let day):
            "Cette clé enfance a déjà servi, le \(day.frenchWithoutWeekday). Chaque adulte a sa propre clé\u{A0}: demandez la vôtre au service."
        case .revoked(let day):
            "Cette clé enfance a été annulée le \(day.frenchWithoutWeekday). Demandez-en une nouvelle au service."
        case .expired(let day):
            "Cette clé enfance n'est plus valable depuis le \(day.frenchWithoutWeekday). Demandez-en une nouvelle au service."
        case .alreadyOpen: "Votre espace donne déjà accès à ce que cette clé ouvre\u{A0}: elle n'a pas servi."
        case .namesake: "Un espace existe déjà à votre nom dans ce foyer\u{A0}: connectez-vous, ou demandez votre identifiant au service."
        case .closed: "Cette clé ne peut pas ouvrir cet enfant à votre compte\u{A0}: adressez-vous au service."
        }
    }
}
