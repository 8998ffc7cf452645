extension Mail {
    /// Tells somebody that the account is closed: who did not do it must learn it.
    static func accountClosed(to recipient: EmailAddress, salutation: String, login: String, at instant: Instant, from settings: PortalSettings)
        -> Mail
    {
        Mail(
            to: recipient,
            subject: "votre compte est fermé",
            salutation: salutation,
            [
                .paragraph("Votre compte sur \(settings.portalName) est fermé depuis le \(instant.french), comme demandé."),
                .fact("Identifiant", value: login),
                .paragraph(
                    "Les réservations déjà faites restent\u{A0}: pour les annuler, pour revenir, ou si ce n'était pas vous, adressez-vous au service."
                ),
            ],
            from: settings
        )
    }

    /// Carries the answer to somebody who asked to be forgotten.
    static func erasure(to recipient: EmailAddress, salutation: String, isAccepted: Bool, answer: String, from settings: PortalSettings) -> Mail {
        Mail(
            to: recipient,
            subject: "votre demande d'effacement",
            salutation: salutation,
            [
                .paragraph(
                    """
                    Vous avez demandé l'effacement de vos données sur \(settings.portalName). \
                    Votre demande est \(isAccepted ? "acceptée" : "refusée").
                    """
                )
            ] + MailBlock.paragraphs(answer) + [
                .paragraph("Si cette réponse ne vous convient pas, vous pouvez vous adresser à la CNIL (cnil.fr).")
            ],
            from: settings
        )
    }
}
