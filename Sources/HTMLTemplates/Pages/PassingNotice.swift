/// A message that the next page shows once. The raw value travels in a cookie, never in an address.
package enum PassingNotice: String, CaseIterable, Hashable, Sendable {
    case accountCreated = "espace-cree"
    case emailConfirmed = "adresse-confirmee"
    case signedOut = "deconnecte"
    case passwordReset = "mot-de-passe-choisi"
    case nothingToChange = "rien-a-changer"
    case saved = "enregistre"
    case removalAsked = "suppression-demandee"
    case invitationSent = "invitation-envoyee"

    var flash: Flash {
        switch self {
        case .accountCreated:
            Flash(.success, "Votre espace est créé. Un courriel vous demande de confirmer votre adresse\u{A0}; vous pouvez déjà réserver.")
        case .emailConfirmed: Flash(.success, "Merci\u{A0}: votre adresse est confirmée.")
        case .signedOut: Flash(.success, "Vous êtes déconnecté. À bientôt\u{A0}!")
        case .passwordReset: Flash(.success, "Votre nouveau mot de passe est enregistré\u{A0}: connectez-vous avec lui.")
        case .saved: Flash(.success, "C'est enregistré.")
        case .removalAsked: Flash(.success, "Votre demande de suppression est transmise au service.")
        case .invitationSent: Flash(.success, "L'invitation part par courriel, avec une clé enfance.")
        case .nothingToChange: Flash(.neutral, "Vous n'avez rien changé\u{A0}: les réservations restent comme elles sont.")
        }
    }
}
