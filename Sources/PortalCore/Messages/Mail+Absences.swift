extension Mail {
    /// Reminds a parent of the certificate that an absence waits for.
    static func certificateReminder(
        _ absence: Absence,
        dueAt: Instant,
        to recipient: EmailAddress,
        salutation: String,
        link: String,
        from settings: PortalSettings
    ) -> Mail {
        Mail(
            to: recipient,
            subject: "un justificatif est attendu",
            salutation: salutation,
            [
                .paragraph("Vous avez signalé l'absence de \(absence.child.firstName) \(absence.frenchDays)."),
                .paragraph("Nous attendons le justificatif avant le \(dueAt.french). Sans lui, l'absence reste facturée."),
                .action("Envoyer le justificatif", link: link),
            ],
            from: settings
        )
    }

    /// Tells what became of a certificate.
    ///
    /// - Parameter stillCharged: the days that stay charged although it was accepted (carence).
    static func absenceJudged(
        _ absence: Absence,
        accepted: Bool,
        note: String,
        stillCharged: Int,
        to recipient: EmailAddress,
        salutation: String,
        link: String?,
        from settings: PortalSettings
    ) -> Mail {
        let what = "l'absence de \(absence.child.firstName) \(absence.frenchDays)"
        var blocks: [MailBlock] = []
        if accepted {
            blocks.append(.paragraph("Le justificatif de \(what) est accepté."))
            blocks.append(
                .paragraph(
                    stillCharged == 0
                        ? "Ces jours ne sont pas facturés."
                        : "Ce qui reste facturé (carence)\u{A0}: \(stillCharged == 1 ? "1 ligne" : "\(stillCharged) lignes"). Le reste ne l'est pas."
                )
            )
            if !note.isEmpty { blocks.append(.paragraph("Remarque du service\u{A0}: \(note)")) }
        } else {
            blocks.append(.paragraph("Le justificatif de \(what) n'a pas pu être accepté\u{A0}: \(note)"))
            blocks.append(.paragraph("L'absence reste facturée. Vous pouvez envoyer un autre justificatif tant que le délai n'est pas passé."))
        }
        if let link { blocks.append(.action("Voir le détail dans votre espace", link: link)) }
        return Mail(to: recipient, subject: "votre justificatif d'absence", salutation: salutation, blocks, from: settings)
    }
}
