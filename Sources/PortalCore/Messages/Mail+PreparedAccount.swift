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
        let body = """
            Bonjour \(adult.salutation),

            \(settings.name) a préparé votre espace sur \(settings.portalName).

            Votre identifiant\u{A0}: \(login.text)
            Votre premier mot de passe\u{A0}: \(Mail.secretMark)

            Connectez-vous avant le \(password.expiry.french)\u{A0}:

            \(link)

            À la première connexion, vous choisirez votre propre mot de passe. Celui-ci ne servira plus.

            Vous ne connaissez pas ce service\u{A0}? Prévenez-nous\u{A0}: quelqu'un a pu se tromper d'adresse.

            \(settings.mailSignature)
            """
        return Mail(recipient: recipient, subject: "\(settings.shortName)\u{A0}: votre espace est prêt", body: body, secret: password.text)
    }
}
