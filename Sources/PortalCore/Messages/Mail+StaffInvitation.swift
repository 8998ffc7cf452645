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
        Mail(
            to: recipient,
            subject: "votre compte d'agent",
            salutation: name,
            [
                .paragraph("Un compte d'agent vous attend sur \(settings.portalName), \(settings.name)."), .fact("Votre identifiant", value: login),
                .paragraph("Choisissez votre mot de passe avant le \(expiry.french). Le lien ne sert qu'une fois."),
                .action("Choisir mon mot de passe", link: Mail.secretMark),
                .paragraph("Vous n'attendiez pas ce message\u{A0}? N'ouvrez pas le lien et prévenez-nous."),
            ],
            from: settings,
            secret: link
        )
    }
}
