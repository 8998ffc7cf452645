extension Mail {
    /// Asks again to confirm the address of an account.
    static func confirmation(to recipient: EmailAddress, salutation: String, link: String, expiry: Instant, from settings: PortalSettings) -> Mail {
        Mail(
            to: recipient,
            subject: "confirmez votre adresse e-mail",
            salutation: salutation,
            [
                .paragraph(
                    "Votre espace sur \(settings.portalName) utilise cette adresse. Dites-nous qu'elle est bien la vôtre, avant le \(expiry.french)."
                ), .action("Confirmer mon adresse", link: Mail.secretMark), .nothingAsked,
            ],
            from: settings,
            secret: link
        )
    }

    /// Tells somebody that the account was opened in a browser that it has never seen.
    static func newDevice(_ device: DeviceName, to recipient: EmailAddress, salutation: String, at instant: Instant, from settings: PortalSettings)
        -> Mail
    {
        Mail(
            to: recipient,
            subject: "connexion depuis un nouvel appareil",
            salutation: salutation,
            [
                .paragraph("Votre espace sur \(settings.portalName) a été ouvert sur un appareil que nous ne connaissions pas."),
                .fact("Appareil", value: device.french), .fact("Quand", value: instant.french),
                .paragraph("C'était vous\u{A0}? Il n'y a rien à faire."),
                .paragraph(
                    "Ce n'était pas vous\u{A0}? Dans «\u{A0}Mon compte\u{A0}», changez votre mot de passe\u{A0}: tous les autres appareils seront déconnectés."
                ),
            ],
            from: settings
        )
    }
}

extension MailBlock {
    /// The last words of a mail whose link confirms an address.
    static let nothingAsked = MailBlock.paragraph(
        "Vous n'avez rien demandé\u{A0}? Quelqu'un a pu se tromper d'adresse\u{A0}: n'ouvrez pas le lien et prévenez-nous."
    )
}
