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
        let body = """
            Bonjour \(salutation),

            Vous avez signalé l'absence de \(absence.child.firstName) \(absence.frenchDays). Elle reste facturée si le justificatif n'arrive pas avant le \(dueAt.french).

            Pour l'envoyer\u{A0}:
            \(link)

            \(settings.mailSignature)
            """
        return Mail(recipient: recipient, subject: "\(settings.shortName)\u{A0}: un justificatif est attendu", body: body)
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
        var parts = ["Bonjour \(salutation),"]
        if accepted {
            parts.append("Le justificatif de \(what) est accepté.")
            parts.append(
                stillCharged == 0
                    ? "Ces jours ne sont pas facturés."
                    : "Réservations qui restent facturées (carence)\u{A0}: \(stillCharged). Les autres ne le sont pas."
            )
        } else {
            parts.append("Le justificatif de \(what) n'a pas pu être accepté\u{A0}: \(note)")
            parts.append("L'absence reste facturée. Vous pouvez envoyer un autre justificatif tant que le délai n'est pas passé.")
        }
        if accepted, !note.isEmpty { parts.append("Remarque du service\u{A0}: \(note)") }
        if let link { parts.append("Le détail est dans votre espace\u{A0}:\n\(link)") }
        parts.append(settings.mailSignature)
        let subject = "\(settings.shortName)\u{A0}: votre justificatif d'absence"
        return Mail(recipient: recipient, subject: subject, body: parts.joined(separator: "\n\n"))
    }
}
