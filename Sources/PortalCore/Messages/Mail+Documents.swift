extension Mail {
    /// Tells what became of a document.
    ///
    /// - Parameter child: the first name of the child that it is about.
    static func documentJudged(
        _ document: SupportingDocument,
        about child: String?,
        accepted: Bool,
        validUntil: CivilDate?,
        note: String,
        to recipient: EmailAddress,
        salutation: String,
        link: String?,
        from settings: PortalSettings
    ) -> Mail {
        let what = "«\u{A0}\(document.typeName)\u{A0}»" + (child.map { " pour \($0)" } ?? "")
        var parts = ["Bonjour \(salutation),"]
        if accepted {
            let end = validUntil.map { ", jusqu'au \($0.frenchWithoutWeekday)" } ?? ""
            parts.append("La pièce \(what) est acceptée\(end). Merci.")
            if !note.isEmpty { parts.append("Remarque du service\u{A0}: \(note)") }
        } else {
            parts.append("La pièce \(what) n'a pas pu être acceptée\u{A0}: \(note)")
            parts.append("Vous pouvez en envoyer une autre dès maintenant.")
        }
        if let link { parts.append("Vos pièces justificatives\u{A0}:\n\(link)") }
        parts.append(settings.mailSignature)
        return Mail(
            recipient: recipient,
            subject: "\(settings.shortName)\u{A0}: votre pièce justificative",
            body: parts.joined(separator: "\n\n")
        )
    }

    /// Asks a family again for what is missing.
    ///
    /// - Parameter lines: "Copie des vaccins à jour pour Léa", one for each.
    static func documentsMissing(
        _ lines: [String],
        to recipient: EmailAddress,
        salutation: String,
        link: String?,
        from settings: PortalSettings
    ) -> Mail {
        var parts = [
            "Bonjour \(salutation),",
            lines.count == 1 ? "Il manque une pièce à votre dossier\u{A0}:" : "Il manque \(lines.count) pièces à votre dossier\u{A0}:",
            lines.map { "- \($0)" }.joined(separator: "\n"),
        ]
        if let link { parts.append("Envoyez-les depuis votre espace, en photo ou en PDF\u{A0}:\n\(link)") }
        parts.append(settings.mailSignature)
        return Mail(
            recipient: recipient,
            subject: "\(settings.shortName)\u{A0}: des pièces manquent à votre dossier",
            body: parts.joined(separator: "\n\n")
        )
    }
}
