extension Mail {
    /// Tells somebody that the account is closed: who did not do it must learn it.
    static func accountClosed(to recipient: EmailAddress, salutation: String, login: String, at instant: Instant, from settings: PortalSettings)
        -> Mail
    {
        let body = """
            Bonjour \(salutation),

            Votre compte sur \(settings.portalName) (identifiant\u{A0}: \(login)) est fermé depuis le \(instant.french), comme demandé.

            Les réservations déjà faites restent. Pour revenir, ou si ce n'était pas vous, adressez-vous au service.

            \(settings.mailSignature)
            """
        return Mail(recipient: recipient, subject: "\(settings.shortName)\u{A0}: votre compte est fermé", body: body)
    }

    /// Carries the answer to somebody who asked to be forgotten.
    static func erasure(to recipient: EmailAddress, salutation: String, isAccepted: Bool, answer: String, from settings: PortalSettings) -> Mail {
        let body = """
            Bonjour \(salutation),

            Vous avez demandé l'effacement de vos données sur \(settings.portalName). Votre demande est \(isAccepted ? "acceptée" : "refusée").

            \(answer)

            Si cette réponse ne vous convient pas, vous pouvez vous adresser à la CNIL (cnil.fr).

            \(settings.mailSignature)
            """
        return Mail(recipient: recipient, subject: "\(settings.shortName)\u{A0}: votre demande d'effacement", body: body)
    }
}
