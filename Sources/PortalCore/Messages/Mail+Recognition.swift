extension Mail {
    /// Tells somebody whether the town has recognised the family.
    ///
    /// - Parameter refusal: the reason; nil when it has.
    static func recognition(of adult: Adult, to recipient: EmailAddress, refusal: String?, from settings: PortalSettings) -> Mail {
        let blocks: [MailBlock] =
            refusal.map {
                [
                    .paragraph(
                        "Vous avez demandé que votre espace sur \(settings.portalName) soit rattaché à votre famille. Nous n'avons pas pu le faire."
                    ),
                    .paragraph("La raison\u{A0}: \($0)"),
                    .paragraph("Dans votre espace, vous pouvez compléter votre demande et l'envoyer de nouveau."),
                ]
            } ?? [
                .paragraph(
                    """
                    Votre espace sur \(settings.portalName) est maintenant rattaché à votre famille\u{A0}: \
                    à votre prochaine connexion, vous y trouverez vos enfants et leurs réservations.
                    """
                )
            ]
        return Mail(to: recipient, subject: "réponse à votre demande de rattachement", salutation: adult.salutation, blocks, from: settings)
    }
}
