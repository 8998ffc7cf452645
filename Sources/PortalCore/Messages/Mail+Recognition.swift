extension Mail {
    /// Tells somebody whether the town has recognised the family.
    ///
    /// - Parameter refusal: the reason; nil when it has.
    static func recognition(of adult: Adult, to recipient: EmailAddress, refusal: String?, from settings: PortalSettings) -> Mail {
        let answer =
            refusal.map {
                """
                Nous n'avons pas pu rattacher votre espace à une famille. La raison\u{A0}:

                \($0)

                Dans votre espace, vous pouvez compléter votre demande et l'envoyer de nouveau.
                """
            } ?? "Votre espace est rattaché à votre famille\u{A0}: vous y trouvez vos enfants et leurs réservations."
        let body = """
            Bonjour \(adult.salutation),

            \(answer)

            \(settings.mailSignature)
            """
        return Mail(recipient: recipient, subject: "\(settings.shortName)\u{A0}: réponse à votre demande de rattachement", body: body)
    }
}
