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
        Mail(
            to: recipient,
            subject: "votre espace est créé",
            salutation: salutation,
            [
                .paragraph("Votre espace est créé sur \(settings.portalName), \(settings.name). Vous pouvez déjà l'utiliser."),
                .fact("Votre identifiant", value: login.text),
                .paragraph("Il reste une chose à faire\u{A0}: nous dire que cette adresse est bien la vôtre, avant le \(expiry.french)."),
                .action("Confirmer mon adresse", link: Mail.secretMark), .nothingAsked,
            ],
            from: settings,
            secret: link
        )
    }
}
