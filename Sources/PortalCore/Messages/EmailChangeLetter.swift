/// The two mails about a new e-mail address: one asks the present address, the other one the new.
struct EmailChangeLetter {
    let salutation: String
    /// The new one.
    let email: EmailAddress
    let expiry: Instant
    let settings: PortalSettings

    func toOldAddress(_ recipient: EmailAddress, link: String) -> Mail {
        mail(
            to: recipient,
            link: link,
            request: "Vous demandez que votre espace sur \(settings.portalName) utilise désormais l'adresse \(email.text) à la place de celle-ci.",
            warning: "n'ouvrez pas le lien, et changez votre mot de passe dans «\u{A0}Mon compte\u{A0}»."
        )
    }

    func toNewAddress(link: String) -> Mail {
        mail(
            to: email,
            link: link,
            request: "Vous demandez que votre espace sur \(settings.portalName) utilise désormais cette adresse e-mail.",
            warning: "n'ouvrez pas le lien."
        )
    }

    private func mail(to recipient: EmailAddress, link: String, request: String, warning: String) -> Mail {
        let body = """
            Bonjour \(salutation),

            \(request)

            Pour l'accepter, ouvrez ce lien avant le \(expiry.french)\u{A0}:

            \(Mail.secretMark)

            Vous n'avez rien demandé\u{A0}? Alors \(warning)

            \(settings.mailSignature)
            """
        return Mail(recipient: recipient, subject: "\(settings.shortName)\u{A0}: votre changement d'adresse e-mail", body: body, secret: link)
    }
}
