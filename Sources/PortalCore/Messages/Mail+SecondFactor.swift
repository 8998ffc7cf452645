/// What has become of somebody's second factor.
enum SecondFactorChange: Hashable, Sendable {
    case on
    case off
    /// An administrator took it away.
    case reset

    fileprivate var french: String {
        switch self {
        case .on: "a été activée"
        case .off: "a été désactivée"
        case .reset: "a été retirée par le service, comme demandé"
        }
    }
}

extension Mail {
    /// Tells somebody that the way to sign in has changed: who did not do it must learn it.
    static func secondFactor(
        _ change: SecondFactorChange,
        to recipient: EmailAddress,
        name: String,
        login: String,
        at instant: Instant,
        from settings: PortalSettings
    ) -> Mail {
        Mail(
            to: recipient,
            subject: "votre double authentification",
            salutation: name,
            [
                .paragraph("La double authentification de votre compte sur \(settings.portalName) \(change.french) le \(instant.french)."),
                .fact("Votre identifiant", value: login),
                .paragraph("C'était vous\u{A0}? Il n'y a rien à faire."),
                .paragraph("Ce n'était pas vous\u{A0}? Changez de mot de passe, puis prévenez-nous."),
            ],
            from: settings
        )
    }
}
