extension Mail {
    /// Asks a family to check its file for the school year.
    static func fileToCheck(
        _ line: FamilyCheckLine,
        year: Int,
        to recipient: EmailAddress,
        salutation: String,
        link: String,
        from settings: PortalSettings
    ) -> Mail {
        var blocks: [MailBlock] = [
            .paragraph(
                "Une fois par année scolaire, nous vous demandons de relire votre dossier et de le certifier. Pour \(year)-\(year + 1), ce n'est pas encore fait."
            )
        ]
        if !line.stale.isEmpty {
            blocks.append(.list(heading: "À regarder en particulier", items: line.stale.map { "\($0.french)\u{A0}: \($0.reason)" }))
        }
        blocks.append(.paragraph("Quelques minutes suffisent\u{A0}: relisez chaque partie, corrigez ce qui a changé, puis certifiez."))
        blocks.append(.action("Vérifier mes informations", link: link))
        return Mail(to: recipient, subject: "vérifiez votre dossier", salutation: salutation, blocks, from: settings)
    }
}
