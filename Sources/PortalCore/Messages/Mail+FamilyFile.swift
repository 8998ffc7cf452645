extension Mail {
    /// Answers a change that a parent has asked for.
    ///
    /// - Parameter reason: why it is refused; nil when it is done.
    static func change(_ field: ChangeField, to recipient: EmailAddress, salutation: String, reason: String?, from settings: PortalSettings) -> Mail {
        let what = "Votre demande de modification («\u{A0}\(field.french)\u{A0}»)"
        let answer: [MailBlock] =
            reason.map {
                [
                    .paragraph("\(what) n'est pas acceptée. La raison\u{A0}: \($0)"),
                    .paragraph("Vous pouvez la demander de nouveau, ou nous appeler."),
                ]
            } ?? [.paragraph("\(what) est acceptée\u{A0}: votre dossier est à jour.")]
        let place = "Dans votre espace, «\u{A0}Mes modifications\u{A0}» montre ce qui était écrit et ce que vous avez demandé."
        return Mail(
            to: recipient,
            subject: "réponse à votre demande de modification",
            salutation: salutation,
            answer + [.paragraph(place)],
            from: settings
        )
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
        let what = "Le contact \(contact.fullName) (\(contact.kinship)), dont vous avez demandé la suppression,"
        return Mail(
            to: recipient,
            subject: "suppression d'un contact",
            salutation: salutation,
            [.paragraph("\(what) \(answer)")],
            from: settings
        )
    }
}
