extension Mail {
    /// Answers a change that a parent has asked for.
    ///
    /// - Parameter reason: why it is refused; nil when it is done.
    static func change(_ field: ChangeField, to recipient: EmailAddress, salutation: String, reason: String?, from settings: PortalSettings) -> Mail {
        let answer =
            reason.map { "n'est pas acceptée. La raison\u{A0}:\n\n\($0)\n\nVous pouvez la demander de nouveau, ou nous appeler." }
            ?? "est acceptée\u{A0}: votre dossier est à jour."
        let body = """
            Bonjour \(salutation),

            Votre demande de modification («\u{A0}\(field.french)\u{A0}») \(answer)

            Dans votre espace, «\u{A0}Mes modifications\u{A0}» montre ce qui était écrit et ce que vous avez demandé.

            \(settings.mailSignature)
            """
        return Mail(recipient: recipient, subject: "\(settings.shortName)\u{A0}: réponse à votre demande de modification", body: body)
    }

    /// Says what became of a contact that a parent no longer wants.
    static func removal(
        of contact: ContactDetails,
        isDeleted: Bool,
        to recipient: EmailAddress,
        salutation: String,
        from settings: PortalSettings
    ) -> Mail {
        let answer =
            isDeleted
            ? "est retiré\u{A0}: le personnel ne le voit plus."
            : "est gardé pour le moment. Appelez-nous pour savoir pourquoi, ou demandez-le de nouveau."
        let body = """
            Bonjour \(salutation),

            Le contact \(contact.fullName) (\(contact.kinship)), dont vous avez demandé la suppression, \(answer)

            \(settings.mailSignature)
            """
        return Mail(recipient: recipient, subject: "\(settings.shortName)\u{A0}: suppression d'un contact", body: body)
    }
}
