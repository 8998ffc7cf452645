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
        let body = """
            Bonjour \(name),

            La double authentification de votre compte sur \(settings.portalName) (identifiant\u{A0}: \(login)) \(change.french) le \(instant.french).

            Ce n'était pas vous\u{A0}? Changez de mot de passe, puis prévenez-nous.

            \(settings.mailSignature)
            """
        return Mail(recipient: recipient, subject: "\(settings.shortName)\u{A0}: votre double authentification", body: body)
    }
}
