extension Mail {
    /// Tells somebody that FranceConnect opens the account from now on: who did not do it must learn it.
    static func identityAttached(to recipient: EmailAddress, salutation: String, at instant: Instant, from settings: PortalSettings) -> Mail {
        let body = """
            Bonjour \(salutation),

            Depuis le \(instant.french), FranceConnect ouvre aussi votre espace sur \(settings.portalName), \(settings.name).

            Votre identifiant et votre mot de passe restent valables.

            Ce n'était pas vous\u{A0}? Dans «\u{A0}Mon compte\u{A0}», changez de mot de passe et détachez FranceConnect, puis prévenez-nous.

            \(settings.mailSignature)
            """
        return Mail(recipient: recipient, subject: "\(settings.shortName)\u{A0}: FranceConnect ouvre votre espace", body: body)
    }

    /// Tells somebody that FranceConnect does not open the account any more.
    static func identityDetached(to recipient: EmailAddress, salutation: String, at instant: Instant, from settings: PortalSettings) -> Mail {
        let body = """
            Bonjour \(salutation),

            Depuis le \(instant.french), FranceConnect n'ouvre plus votre espace sur \(settings.portalName), \(settings.name).

            Votre identifiant et votre mot de passe restent valables. Vous pouvez associer FranceConnect de nouveau dans «\u{A0}Mon compte\u{A0}».

            \(settings.mailSignature)
            """
        return Mail(recipient: recipient, subject: "\(settings.shortName)\u{A0}: FranceConnect est détaché de votre espace", body: body)
    }
}
