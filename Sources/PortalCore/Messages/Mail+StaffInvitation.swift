extension Mail {
    /// Carries the link by which somebody of the staff chooses a password.
    ///
    /// - Parameter expiry: until when the link works.
    static func staffInvitation(
        to recipient: EmailAddress,
        name: String,
        login: String,
        link: String,
        expiry: Instant,
        from settings: PortalSettings
    ) -> Mail {
        let body = """
            Bonjour \(name),

            Un compte d'agent vous attend sur \(settings.portalName), \(settings.name).

            Votre identifiant\u{A0}: \(login)

            Pour choisir votre mot de passe, ouvrez ce lien avant le \(expiry.french). Il ne sert qu'une fois\u{A0}:

            \(Mail.secretMark)

            Vous n'attendiez pas ce message\u{A0}? N'ouvrez pas le lien et prévenez-nous.

            \(settings.mailSignature)
            """
        return Mail(recipient: recipient, subject: "\(settings.shortName)\u{A0}: votre compte d'agent", body: body, secret: link)
    }
}
