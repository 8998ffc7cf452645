extension Mail {
    /// Tells a parent what becomes of the leave that was announced.
    static func leaveAnnounced(
        _ review: LeaveReview,
        child: String,
        to recipient: EmailAddress,
        salutation: String,
        link: String?,
        from settings: PortalSettings
    ) -> Mail {
        let days = review.lines.map { "\($0.date.french)\u{A0}: \(review.decision == .rule ? $0.charge.french.lowercased() : "à l'étude")" }
        let blocks: [MailBlock] = [
            .paragraph("Vous avez annoncé les congés de \(child) \(review.days.frenchSpan)."), .paragraph(review.french),
            .list(heading: nil, items: days),
        ]
        return Mail(to: recipient, subject: "congés de \(child)", salutation: salutation, blocks + contract(link), from: settings)
    }

    /// Tells a parent what the service has answered.
    static func leaveJudged(
        _ leave: FamilyLeave,
        child: String,
        note: String,
        to recipient: EmailAddress,
        salutation: String,
        link: String?,
        from settings: PortalSettings
    ) -> Mail {
        let days = "les congés de \(child) \(leave.frenchDays)"
        var blocks: [MailBlock] = []
        if leave.state == .accepted {
            let over = leave.count(.overAllowance)
            let rest = over == 0 ? "" : " Jours facturés, au-delà de ceux que prévoit le contrat\u{A0}: \(over)."
            blocks.append(.paragraph("Le service accepte \(days). Jours déduits\u{A0}: \(leave.count(.deducted)).\(rest)"))
            if !note.isEmpty { blocks.append(.paragraph("Remarque du service\u{A0}: \(note)")) }
        } else {
            let rest = "Ces jours restent facturés. Vous pouvez retirer ces congés dans votre espace tant qu'ils n'ont pas commencé."
            blocks = [.paragraph("Le service ne peut pas accepter \(days)\u{A0}: \(note)"), .paragraph(rest)]
        }
        return Mail(to: recipient, subject: "réponse à vos congés", salutation: salutation, blocks + contract(link), from: settings)
    }

    /// Tells a parent what a contract says now.
    ///
    /// - Parameter news: what has changed, in a sentence.
    static func careContract(
        _ contract: CareContract,
        news: String,
        to recipient: EmailAddress,
        salutation: String,
        link: String?,
        from settings: PortalSettings
    ) -> Mail {
        var blocks: [MailBlock] = [.paragraph(news)]
        if let terms = contract.terms.last { blocks.append(.list(heading: terms.frenchHours, items: terms.frenchWeeks)) }
        let subject = "contrat d'accueil de \(contract.child.firstName)"
        return Mail(to: recipient, subject: subject, salutation: salutation, blocks + self.contract(link), from: settings)
    }

    /// The way to the contract.
    private static func contract(_ link: String?) -> [MailBlock] { link.map { [.action("Voir le contrat et le mois", link: $0)] } ?? [] }
}
