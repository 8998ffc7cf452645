extension Mail {
    /// Welcomes somebody who has just created an account, and asks to confirm the address.
    ///
    /// - Parameters:
    ///   - link: the address of the page that confirms.
    ///   - expiry: until when the link works.
    package static func activation(
        to recipient: EmailAddress,
        salutation: String,
        login: Login,
        link: String,
        expiry: Instant,
        from settings: PortalSettings
    ) -> Mail {
        let body = """
            Bonjour \(salutation),

            Votre espace est créé sur \(settings.portalName), \(settings.name).

            Votre identifiant\u{A0}: \(login.text)

            Pour confirmer que cette adresse e-mail est bien la vôtre, ouvrez ce lien avant le \(expiry.french)\u{A0}:

            \(Mail.secretMark)

            Vous pouvez déjà utiliser votre espace sans attendre.

            Vous n'avez rien demandé\u{A0}? Quelqu'un a pu se tromper d'adresse\u{A0}: n'ouvrez pas le lien et prévenez-nous.

            \(settings.mailSignature)
            """
        return Mail(recipient: recipient, subject: "\(settings.shortName)\u{A0}: votre espace est créé", body: body, secret: link)
    }
}
