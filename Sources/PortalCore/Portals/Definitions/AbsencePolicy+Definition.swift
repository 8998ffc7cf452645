extension AbsencePolicy {
    /// The keys under "absences".
    static let keys = [
        "justificatif", "au plus tard", "carence", "carence hors délai", "pris en charge", "facturation", "présence sans réservation", "motifs",
        "motifs libres", "motifs facturés",
    ]

    /// Reads "absences", of the town or of an activity; nil when it left issues.
    init?(_ fields: DefinitionFields) {
        let certificate = fields.required("justificatif", .certificate)
        let latest = fields.optional("au plus tard", .dayCount)
        let waiting = fields.optional("carence", .waitingDays)
        let lateWaiting = fields.optional("carence hors délai", .waitingDays)
        let covered = fields.optional("pris en charge", .dayCount)
        let charge = fields.optional("facturation", .absencePrice)
        let unbooked = fields.optional("présence sans réservation", .absencePrice)
        let reasons = fields.required("motifs", items: { $0.value(.reason) })
        let free = fields.items("motifs libres") { $0.value(.reason) }
        let charged = fields.items("motifs facturés") { $0.value(.reason) }
        guard let certificate, !reasons.isEmpty else { return nil }
        if Set(reasons + free).count < reasons.count + free.count { fields.note("motifs libres", "un motif est donné deux fois") }
        if !Set(charged).isDisjoint(with: reasons + free) || Set(charged).count < charged.count {
            fields.note("motifs facturés", "un motif est donné deux fois")
        }
        if case .none = certificate, latest != nil { fields.note("au plus tard", "sans justificatif, il n'y a pas de dernier jour") }
        if lateWaiting != nil, latest == nil { fields.note("carence hors délai", "il faut aussi \(quoted("au plus tard"))") }
        self.init(
            certificate: certificate.span,
            latestDays: latest,
            waiting: waiting ?? WaitingDays(),
            lateWaiting: lateWaiting ?? WaitingDays(),
            coveredDays: covered ?? 0,
            charge: charge ?? .whole,
            unbooked: unbooked ?? .whole,
            reasons: reasons,
            freeReasons: free,
            chargedReasons: charged
        )
    }

    func write(to file: inout YAMLWriter) {
        file.field("justificatif", certificate?.notation ?? "aucun")
        file.field("au plus tard", latestDays.map(AbsencePolicy.days))
        file.field("carence", waiting.count > 0 ? waiting.notation : nil)
        file.field("carence hors délai", lateWaiting.count > 0 ? lateWaiting.notation : nil)
        file.field("pris en charge", coveredDays > 0 ? AbsencePolicy.days(coveredDays) : nil)
        file.field("facturation", charge.notation)
        file.field("présence sans réservation", unbooked == .whole ? nil : unbooked.notation)
        file.flow("motifs", reasons.map(FrenchTypography.plain))
        if !freeReasons.isEmpty { file.flow("motifs libres", freeReasons.map(FrenchTypography.plain)) }
        if !chargedReasons.isEmpty { file.flow("motifs facturés", chargedReasons.map(FrenchTypography.plain)) }
    }
}

/// What "justificatif" says: so long, or none.
private enum CertificateRule {
    case within(AbsencePolicy.Span)
    case none

    var span: AbsencePolicy.Span? {
        if case .within(let span) = self { span } else { nil }
    }
}

extension DefinitionFormat where Value == CertificateRule {
    fileprivate static var certificate: DefinitionFormat {
        DefinitionFormat(expected: "il faut une durée comme 72 h ou 7 jours, ou\u{A0}: aucun") { text in
            text == "aucun" ? CertificateRule.none : AbsencePolicy.Span(notation: text).map(CertificateRule.within)
        }
    }
}

extension DefinitionFormat where Value == String {
    /// A few words that stand in a list between commas.
    fileprivate static var reason: DefinitionFormat {
        DefinitionFormat(expected: "il faut quelques mots, sans virgule ni deux-points") { text in
            guard text.count <= 60, text.first?.isLetter == true, text.allSatisfy({ $0.isLetter || $0.isNumber || " '’-()/.".contains($0) }) else {
                return nil
            }
            return text
        }
    }
}

extension DefinitionFormat where Value == AbsencePolicy.WaitingDays {
    fileprivate static var waitingDays: DefinitionFormat {
        DefinitionFormat(expected: "il faut un nombre de jours, comme 2 jours ou 3 jours calendaires") { AbsencePolicy.WaitingDays(notation: $0) }
    }
}

extension DefinitionFormat where Value == Int {
    fileprivate static var dayCount: DefinitionFormat {
        DefinitionFormat(expected: "il faut un nombre de jours, comme 10 jours") { text in
            guard case .days(let count)? = AbsencePolicy.Span(notation: text), count <= 366 else { return nil }
            return count
        }
    }

}

extension DefinitionFormat where Value == AbsencePrice {
    fileprivate static var absencePrice: DefinitionFormat {
        DefinitionFormat(expected: "il faut un pourcentage du prix ou un montant, comme 100 % ou 2,99 €") { AbsencePrice(notation: $0) }
    }
}
