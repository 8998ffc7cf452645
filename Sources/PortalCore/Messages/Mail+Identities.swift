extension Mail {
    /// Tells somebody that FranceConnect opens the account from now on: who did not do it must learn it.
    static func identityAttached(to recipient: EmailAddress, salutation: String, at instant: Instant, from settings: PortalSettings) -> Mail {
        let alarm = "Ce n'était pas vous\u{A0}? Dans «\u{A0}Mon compte\u{A0}», changez de mot de passe et détachez FranceConnect, puis prévenez-nous."
        let blocks: [MailBlock] = [
            .paragraph("Depuis le \(instant.french), FranceConnect ouvre aussi votre espace sur \(settings.portalName), \(settings.name)."),
            .paragraph("Votre identifiant et votre mot de passe restent valables."), .paragraph(alarm),
        ]
        return Mail(to: recipient, subject: "FranceConnect ouvre votre espace", salutation: salutation, blocks, from: settings)
    }

    /// Tells somebody that FranceConnect does not open the account any more.
    static func identityDetached(to recipient: EmailAddress, salutation: String, at instant: Instant, from settings: PortalSettings) -> Mail {
        let rest =
            "Votre identifiant et votre mot de passe restent valables. Vous pouvez associer FranceConnect de nouveau dans «\u{A0}Mon compte\u{A0}»."
        let blocks: [MailBlock] = [
            .paragraph("Depuis le \(instant.french), FranceConnect n'ouvre plus votre espace sur \(settings.portalName), \(settings.name)."),
            .paragraph(rest),
        ]
        return Mail(to: recipient, subject: "FranceConnect est détaché de votre espace", salutation: salutation, blocks, from: settings)
    }
}
