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
            request: "Vous avez demandé que nos courriels n'arrivent plus ici, mais à l'adresse \(email.text).",
            warning: "n'ouvrez pas le lien, et changez votre mot de passe dans «\u{A0}Mon compte\u{A0}»."
        )
    }

    func toNewAddress(link: String) -> Mail {
        mail(
            to: email,
            link: link,
            request: "Vous avez demandé de recevoir ici, à votre nouvelle adresse, les courriels de \(settings.portalName).",
            warning: "n'ouvrez pas le lien\u{A0}: sans votre accord, rien ne change."
        )
    }

    private func mail(to recipient: EmailAddress, link: String, request: String, warning: String) -> Mail {
        Mail(
            to: recipient,
            subject: "votre changement d'adresse e-mail",
            salutation: salutation,
            [
                .paragraph(request), .paragraph("Si c'est bien vous, dites-le avant le \(expiry.french)."),
                .action("Accepter la nouvelle adresse", link: Mail.secretMark), .paragraph("Vous n'avez rien demandé\u{A0}? Alors \(warning)"),
            ],
            from: settings,
            secret: link
        )
    }
}
