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
        let body = """
            Bonjour \(salutation),

            Quelqu'un, vous sans doute, a demandé un nouveau mot de passe pour votre espace sur \(settings.portalName), \(settings.name).

            Votre identifiant\u{A0}: \(login)

            Pour choisir un nouveau mot de passe, ouvrez ce lien avant le \(expiry.french). Il ne sert qu'une fois\u{A0}:

            \(Mail.secretMark)

            Vous n'avez rien demandé\u{A0}? Ignorez ce message\u{A0}: votre mot de passe reste le même.

            \(settings.mailSignature)
            """
        return Mail(recipient: recipient, subject: "\(settings.shortName)\u{A0}: votre nouveau mot de passe", body: body, secret: link)
    }

    /// Tells somebody that the password has changed: who did not do it must learn it.
    static func passwordChanged(to recipient: EmailAddress, salutation: String, login: String, at instant: Instant, from settings: PortalSettings)
        -> Mail
    {
        let body = """
            Bonjour \(salutation),

            Le mot de passe de votre espace sur \(settings.portalName) (identifiant\u{A0}: \(login)) a changé le \(instant.french).

            Les autres appareils qui étaient connectés à votre espace ne le sont plus.

            Ce n'était pas vous\u{A0}? Sur la page de connexion, choisissez «\u{A0}Mot de passe oublié\u{A0}», puis prévenez-nous.

            \(settings.mailSignature)
            """
        return Mail(recipient: recipient, subject: "\(settings.shortName)\u{A0}: votre mot de passe a changé", body: body)
    }
}
