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
        let days = review.days.frenchSpan
        var parts = ["Bonjour \(salutation),", "Vous avez annoncé les congés de \(child) \(days).", review.french]
        let lines = review.lines.map { "- \($0.date.french)\u{A0}: \(review.decision == .rule ? $0.charge.french.lowercased() : "à l'étude")" }
        parts.append(lines.joined(separator: "\n"))
        if let link { parts.append("Le contrat et le mois sont dans votre espace\u{A0}:\n\(link)") }
        parts.append(settings.mailSignature)
        return Mail(recipient: recipient, subject: "\(settings.shortName)\u{A0}: congés de \(child)", body: parts.joined(separator: "\n\n"))
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
        var parts = ["Bonjour \(salutation),"]
        if leave.state == .accepted {
            let over = leave.count(.overAllowance)
            let rest = over == 0 ? "" : " Jours facturés, au-delà de ceux que prévoit le contrat\u{A0}: \(over)."
            parts.append("Le service accepte \(days). Jours déduits\u{A0}: \(leave.count(.deducted)).\(rest)")
            if !note.isEmpty { parts.append("Remarque du service\u{A0}: \(note)") }
        } else {
            parts.append("Le service ne peut pas accepter \(days)\u{A0}: \(note)")
            parts.append("Ces jours restent facturés. Vous pouvez retirer ces congés dans votre espace tant qu'ils n'ont pas commencé.")
        }
        if let link { parts.append("Le contrat et le mois sont dans votre espace\u{A0}:\n\(link)") }
        parts.append(settings.mailSignature)
        return Mail(recipient: recipient, subject: "\(settings.shortName)\u{A0}: réponse à vos congés", body: parts.joined(separator: "\n\n"))
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
        var parts = ["Bonjour \(salutation),", news]
        if let terms = contract.terms.last { parts.append(([terms.frenchHours] + terms.frenchWeeks).joined(separator: "\n")) }
        if let link { parts.append("Le contrat et le mois sont dans votre espace\u{A0}:\n\(link)") }
        parts.append(settings.mailSignature)
        let subject = "\(settings.shortName)\u{A0}: contrat d'accueil de \(contract.child.firstName)"
        return Mail(recipient: recipient, subject: subject, body: parts.joined(separator: "\n\n"))
    }
}
