extension Mail {
    /// Asks again to confirm the address of an account.
    static func confirmation(to recipient: EmailAddress, salutation: String, link: String, expiry: Instant, from settings: PortalSettings) -> Mail {
        let body = """
            Bonjour \(salutation),

            Pour confirmer que cette adresse e-mail est bien la vôtre, ouvrez ce lien avant le \(expiry.french)\u{A0}:

            \(Mail.secretMark)

            Vous n'avez rien demandé\u{A0}? Quelqu'un a pu se tromper d'adresse\u{A0}: n'ouvrez pas le lien et prévenez-nous.

            \(settings.mailSignature)
            """
        return Mail(recipient: recipient, subject: "\(settings.shortName)\u{A0}: confirmez votre adresse e-mail", body: body, secret: link)
    }

    /// Tells somebody that the account was opened in a browser that it has never seen.
    static func newDevice(_ device: DeviceName, to recipient: EmailAddress, salutation: String, at instant: Instant, from settings: PortalSettings)
        -> Mail
    {
        let body = """
            Bonjour \(salutation),

            Votre espace sur \(settings.portalName) a été ouvert sur un nouvel appareil le \(instant.french)\u{A0}: \(device.french).

            C'était vous\u{A0}? Il n'y a rien à faire.

            Ce n'était pas vous\u{A0}? Dans «\u{A0}Mon compte\u{A0}», changez votre mot de passe\u{A0}: tous les autres appareils seront déconnectés.

            \(settings.mailSignature)
            """
        return Mail(recipient: recipient, subject: "\(settings.shortName)\u{A0}: connexion depuis un nouvel appareil", body: body)
    }
}
