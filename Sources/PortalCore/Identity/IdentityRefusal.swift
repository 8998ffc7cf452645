/// Why nobody comes in through the identity provider.
package enum IdentityRefusal: Error, Hashable, Sendable {
    /// The person stopped at FranceConnect ("access_denied").
    case cancelled
    /// FranceConnect does not answer, or says that it cannot for now.
    case unavailable
    /// Another error that FranceConnect sent back, by its code.
    case provider(String)
    /// Somebody came to the return page without having left from here.
    case notStarted
    /// The return belongs to another browser, or was made up.
    case otherBrowser
    /// More than a quarter of an hour has passed.
    case tooLate
    /// The return page has served already.
    case served
    /// The code was too old when FranceConnect was asked.
    case codeExpired
    /// What FranceConnect sent is not believed; the word is for the operator.
    case unverified(String)
    /// The identity is attached to another account.
    case attachedElsewhere
    /// The account has another identity.
    case otherIdentity
    /// The session that wanted to attach an identity has ended.
    case sessionEnded

    /// The sentence for the reader.
    package var french: String {
        switch self {
        case .cancelled: "Vous avez interrompu l'identification auprès de FranceConnect\u{A0}: rien n'a changé."
        case .unavailable: "FranceConnect ne répond pas pour le moment. Réessayez dans quelques minutes, ou connectez-vous avec votre identifiant."
        case .provider: "FranceConnect n'a pas pu vous identifier. Réessayez, ou connectez-vous avec votre identifiant."
        case .notStarted: "Cette page termine une identification avec FranceConnect, et aucune n'est en cours dans ce navigateur."
        case .otherBrowser: "Cette identification n'a pas été commencée dans ce navigateur\u{A0}: par sécurité, elle s'arrête ici."
        case .tooLate: "Plus d'un quart d'heure a passé\u{A0}: par sécurité, l'identification est à recommencer."
        case .served: "Cette identification a déjà servi. Si vous n'êtes pas connecté, recommencez."
        case .codeExpired: "FranceConnect ne laisse que quelques secondes pour revenir ici, et elles sont passées. Recommencez."
        case .unverified:
            "La réponse de FranceConnect n'a pas pu être vérifiée\u{A0}: par sécurité, rien n'a été ouvert. Prévenez le service si cela se répète."
        case .attachedElsewhere: "Cette identité FranceConnect est déjà associée à un autre espace. Connectez-vous à cet espace pour l'en détacher."
        case .otherIdentity: "Votre espace est déjà associé à une autre identité FranceConnect. Détachez-la d'abord."
        case .sessionEnded: "Votre session s'est terminée entre-temps\u{A0}: reconnectez-vous, puis recommencez."
        }
    }

    /// What the provider's `error` parameter means (RFC 6749 section 4.1.2.1).
    init(providerError code: String) {
        switch code {
        case "access_denied": self = .cancelled
        case "temporarily_unavailable", "server_error": self = .unavailable
        default: self = .provider(String(code.prefix(40)))
        }
    }
}
