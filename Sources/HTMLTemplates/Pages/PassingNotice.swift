/// A message that the next page shows once. The raw value travels in a cookie, never in an address.
package enum PassingNotice: String, CaseIterable, Hashable, Sendable {
    case accountCreated = "espace-cree"
    case emailConfirmed = "adresse-confirmee"
    case signedOut = "deconnecte"
    case passwordReset = "mot-de-passe-choisi"
    case contactsChanged = "coordonnees-changees"
    case passwordChanged = "mot-de-passe-change"
    case emailChangeAsked = "adresse-demandee"
    case emailChangeDropped = "adresse-gardee"
    case emailHalfConfirmed = "adresse-a-moitie"
    case emailChanged = "adresse-changee"
    case emailTriedAgain = "adresse-essayee"
    case confirmationSent = "confirmation-envoyee"
    case confirmationJustSent = "confirmation-deja-envoyee"
    case sessionsEnded = "appareils-deconnectes"
    case firstPasswordChosen = "premier-mot-de-passe"
    case newcomerRegistered = "espace-a-relier"
    case recognitionAsked = "rattachement-demande"
    case recognitionAnswered = "rattachement-repondu"
    case accountPrepared = "compte-prepare"
    case calendarFeedEnded = "lien-agenda-supprime"
    case sessionOver = "session-terminee"
    case nothingToChange = "rien-a-changer"
    case saved = "enregistre"
    case leaveAnnounced = "conges-annonces"
    case leaveWithdrawn = "conges-retires"
    case erasureAsked = "effacement-demande"
    case accountClosed = "compte-ferme"
    case secondFactorOff = "double-authentification-retiree"
    case quotientGiven = "quotient-recu"
    case identityAttached = "franceconnect-associe"
    case identityDetached = "franceconnect-detache"
    case removalAsked = "suppression-demandee"
    case changeAsked = "modification-demandee"
    case invitationSent = "invitation-envoyee"
    case dataErased = "donnees-effacees"
    case keyAdded = "cle-acceptee"
    case keyRevoked = "cle-annulee"
    case staffInvited = "agent-invite"
    case staffChanged = "agent-modifie"
    case keysGiven = "cles-donnees"
    case rulesPublished = "delais-publies"
    case rulesWithdrawn = "delais-retires"
    case documentTypePublished = "piece-publiee"
    case dayClosed = "journee-close"
    case certificateSent = "justificatif-envoye"
    case dayReopened = "journee-rouverte"
    case passageConfirmed = "passage-confirme"
    case passageUndone = "passage-annule"
    case documentSent = "piece-envoyee"
    case documentWithdrawn = "piece-retiree"
    case documentJudged = "piece-jugee"
    case familiesReminded = "familles-relancees"
    case nobodyReminded = "personne-relance"

    var flash: Flash {
        switch self {
        case .accountCreated:
            Flash(.success, "Votre espace est créé. Un courriel vous demande de confirmer votre adresse\u{A0}; vous pouvez déjà réserver.")
        case .emailConfirmed: Flash(.success, "Merci\u{A0}: votre adresse est confirmée.")
        case .signedOut: Flash(.success, "Vous êtes déconnecté. À bientôt\u{A0}!")
        case .passwordReset: Flash(.success, "Votre nouveau mot de passe est enregistré\u{A0}: connectez-vous avec lui.")
        case .leaveAnnounced: Flash(.success, "Vos congés sont annoncés\u{A0}: un courriel vous dit ce qu'ils deviennent.")
        case .leaveWithdrawn: Flash(.success, "Ces congés sont retirés\u{A0}: l'accueil est maintenu ces jours-là.")
        case .saved: Flash(.success, "C'est enregistré.")
        case .secondFactorOff: Flash(.success, "La double authentification est désactivée\u{A0}: le mot de passe suffit de nouveau.")
        case .quotientGiven: Flash(.success, "Le quotient est arrivé, et il est gardé pour ce foyer.")
        case .identityAttached: Flash(.success, "FranceConnect ouvre désormais votre espace, en plus du mot de passe.")
        case .identityDetached: Flash(.success, "FranceConnect est détaché, et l'identité reçue est effacée.")
        case .erasureAsked: Flash(.success, "Votre demande est transmise au service\u{A0}: sa réponse apparaîtra ici.")
        case .accountClosed: Flash(.success, "Votre compte est fermé. Un courriel vous le confirme.")
        case .removalAsked: Flash(.success, "Votre demande de suppression est transmise au service.")
        case .changeAsked: Flash(.success, "Votre demande est transmise au service\u{A0}: sa réponse apparaîtra ici.")
        case .invitationSent: Flash(.success, "L'invitation part par courriel, avec une clé enfance.")
        case .dataErased: Flash(.success, "C'est effacé. Le journal garde le nombre, pas les noms.")
        case .keyAdded: Flash(.success, "La clé est acceptée.")
        case .contactsChanged: Flash(.success, "Vos coordonnées sont enregistrées.")
        case .passwordChanged: Flash(.success, "Votre mot de passe est changé. Les autres appareils sont déconnectés.")
        case .emailChangeAsked:
            Flash(
                .success,
                "Un lien vient de partir à la nouvelle adresse, et à l'ancienne si nos courriels y arrivent\u{A0}: ouvrez-les pour que le changement ait lieu."
            )
        case .emailChangeDropped: Flash(.success, "Votre adresse e-mail reste la même.")
        case .emailHalfConfirmed: Flash(.success, "Merci. Ouvrez maintenant le lien reçu à l'autre adresse\u{A0}: le changement aura lieu.")
        case .emailChanged: Flash(.success, "Merci\u{A0}: la nouvelle adresse est celle de votre espace.")
        case .emailTriedAgain:
            Flash(.success, "Un courriel vient de partir à votre adresse\u{A0}: s'il ne vous arrive pas, donnez-nous-en une autre.")
        case .confirmationSent: Flash(.success, "Un nouveau lien vient de partir à votre adresse e-mail.")
        case .confirmationJustSent:
            Flash(.warning, "Plusieurs liens viennent déjà de partir\u{A0}: attendez quelques minutes avant d'en demander un autre.")
        case .sessionsEnded: Flash(.success, "C'est fait\u{A0}: il faut de nouveau un mot de passe sur ces appareils.")
        case .staffInvited: Flash(.success, "L'invitation part par courriel. Elle est valable sept jours.")
        case .staffChanged: Flash(.success, "Le compte de l'agent est modifié.")
        case .keysGiven: Flash(.success, "Les clés sont données\u{A0}: les courriels partent, les lettres sont à imprimer.")
        case .rulesPublished: Flash(.success, "La règle est publiée\u{A0}: elle juge désormais les demandes pour ces jours.")
        case .rulesWithdrawn: Flash(.success, "La règle est retirée\u{A0}: celle d'avant reprend.")
        case .documentTypePublished: Flash(.success, "La pièce est publiée\u{A0}: les familles la voient ainsi dès maintenant.")
        case .certificateSent: Flash(.success, "Le justificatif est arrivé\u{A0}: le service l'étudie, et vous répond par courriel.")
        case .passageConfirmed: Flash(.success, "Le passage est confirmé\u{A0}: chaque enfant a sa classe de l'année suivante.")
        case .passageUndone: Flash(.success, "Le passage est annulé\u{A0}: ce qui a été corrigé à la main reste.")
        case .documentSent: Flash(.success, "La pièce est arrivée\u{A0}: le service la vérifie, et vous répond par courriel.")
        case .documentWithdrawn: Flash(.success, "L'envoi est retiré\u{A0}: ses fichiers sont effacés.")
        case .documentJudged: Flash(.success, "La décision est enregistrée, et la famille en est prévenue.")
        case .familiesReminded: Flash(.success, "Les relances partent par courriel\u{A0}: le tableau montre leur avancement.")
        case .nobodyReminded: Flash(.neutral, "Aucun courriel n'est parti\u{A0}: ces familles n'ont pas d'espace, ou viennent d'être relancées.")
        case .dayClosed: Flash(.success, "La journée est close.")
        case .dayReopened: Flash(.success, "La journée est rouverte\u{A0}: elle peut être pointée de nouveau.")
        case .keyRevoked: Flash(.success, "La clé enfance est annulée\u{A0}: plus personne ne peut s'en servir.")
        case .firstPasswordChosen: Flash(.success, "Votre mot de passe est enregistré. Bienvenue dans votre espace\u{A0}!")
        case .newcomerRegistered: Flash(.success, "Votre compte est ouvert. Un courriel vous donne votre identifiant et confirme votre adresse.")
        case .recognitionAsked: Flash(.success, "Votre demande est envoyée.")
        case .recognitionAnswered: Flash(.success, "La réponse est enregistrée, et le parent en est prévenu.")
        case .accountPrepared: Flash(.success, "Le compte est prêt\u{A0}: l'identifiant et un premier mot de passe partent par courriel.")
        case .calendarFeedEnded: Flash(.success, "Le lien est supprimé\u{A0}: il ne répond plus.")
        case .sessionOver:
            Flash(
                .warning,
                "Vous avez été déconnecté après une longue absence\u{A0}: rien n'a été enregistré. Connectez-vous, puis refaites votre demande."
            )
        case .nothingToChange: Flash(.neutral, "Vous n'avez rien changé\u{A0}: les réservations restent comme elles sont.")
        }
    }
}
