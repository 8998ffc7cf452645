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
        var blocks: [MailBlock] = []
        if accepted {
            let end = validUntil.map { ", jusqu'au \($0.frenchWithoutWeekday)" } ?? ""
            blocks.append(.paragraph("La pièce \(what) est acceptée\(end). Merci."))
            if !note.isEmpty { blocks.append(.paragraph("Remarque du service\u{A0}: \(note)")) }
        } else {
            blocks.append(.paragraph("La pièce \(what) n'a pas pu être acceptée\u{A0}: \(note)"))
            blocks.append(.paragraph("Vous pouvez en envoyer une autre dès maintenant."))
        }
        if let link { blocks.append(.action(accepted ? "Voir mes pièces justificatives" : "Envoyer une autre pièce", link: link)) }
        return Mail(to: recipient, subject: "votre pièce justificative", salutation: salutation, blocks, from: settings)
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
        let heading = lines.count == 1 ? "Il manque une pièce à votre dossier" : "Il manque \(lines.count) pièces à votre dossier"
        var blocks: [MailBlock] = [.list(heading: heading, items: lines)]
        if let link {
            blocks.append(.paragraph("Une photo ou un PDF suffit, depuis votre espace."))
            blocks.append(.action("Envoyer mes pièces", link: link))
        }
        return Mail(to: recipient, subject: "des pièces manquent à votre dossier", salutation: salutation, blocks, from: settings)
    }
}
