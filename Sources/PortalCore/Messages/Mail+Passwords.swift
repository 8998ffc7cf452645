extension Mail {
    /// Carries the link by which somebody who forgot the password chooses another one.
    ///
    /// - Parameter expiry: until when the link works.
    static func passwordReset(
        to recipient: EmailAddress,
        salutation: String,
        login: String,
        link: String,
        expiry: Instant,
        from settings: PortalSettings
    ) -> Mail {
        Mail(
            to: recipient,
            subject: "votre nouveau mot de passe",
            salutation: salutation,
            [
                .paragraph(
                    "Quelqu'un, vous sans doute, a demandé un nouveau mot de passe pour votre espace sur \(settings.portalName), \(settings.name)."
                ), .fact("Votre identifiant", value: login),
                .paragraph("Choisissez votre nouveau mot de passe avant le \(expiry.french). Le lien ne sert qu'une fois."),
                .action("Choisir un nouveau mot de passe", link: Mail.secretMark),
                .paragraph("Vous n'avez rien demandé\u{A0}? Ignorez ce message\u{A0}: votre mot de passe reste le même."),
            ],
            from: settings,
            secret: link
        )
    }

    /// Tells somebody that the password has changed: who did not do it must learn it.
    static func passwordChanged(to recipient: EmailAddress, salutation: String, login: String, at instant: Instant, from settings: PortalSettings)
        -> Mail
    {
        Mail(
            to: recipient,
            subject: "votre mot de passe a changé",
            salutation: salutation,
            [
                .paragraph("Le mot de passe de votre espace sur \(settings.portalName) a changé le \(instant.french)."),
                .fact("Votre identifiant", value: login),
                .paragraph("C'était vous\u{A0}? Il n'y a rien à faire. Les autres appareils qui étaient connectés à votre espace ne le sont plus."),
                .paragraph(
                    "Ce n'était pas vous\u{A0}? Sur la page de connexion, choisissez «\u{A0}Mot de passe oublié\u{A0}», puis prévenez-nous."
                ),
            ],
            from: settings
        )
    }
}
