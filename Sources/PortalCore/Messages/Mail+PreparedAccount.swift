extension Mail {
    /// Gives somebody the login and the first password of the account that the town has prepared.
    ///
    /// - Parameter link: the address of the sign-in page.
    static func preparedAccount(
        to recipient: EmailAddress,
        for adult: Adult,
        login: Login,
        password: FirstPassword,
        link: String,
        from settings: PortalSettings
    ) -> Mail {
        Mail(
            to: recipient,
            subject: "votre espace est prêt",
            salutation: adult.salutation,
            [
                .paragraph(
                    "\(settings.name) a préparé votre espace sur \(settings.portalName)\u{A0}: réservations, absences et demandes, de chez vous."
                ),
                .fact("Votre identifiant", value: login.text), .fact("Votre premier mot de passe", value: Mail.secretMark),
                .paragraph(
                    """
                    Connectez-vous avant le \(password.expiry.french). Vous choisirez alors votre propre mot de passe, et celui-ci ne servira plus.
                    """
                ), .action("Ouvrir la page de connexion", link: link),
                .paragraph("Vous ne connaissez pas ce service\u{A0}? Prévenez-nous\u{A0}: quelqu'un a pu se tromper d'adresse."),
            ],
            from: settings,
            secret: password.text
        )
    }
}
