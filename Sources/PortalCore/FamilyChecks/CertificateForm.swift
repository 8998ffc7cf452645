/// What a member of the staff reads on a certificate of the CAF or the MSA.
package struct CertificateForm: Hashable, Sendable {
    package enum Field: String, CaseIterable {
        case quotient
        case provider = "organisme"
        case month = "mois"
    }

    private let values: [Field: String]

    package init(_ value: (Field) -> String) {
        values = Dictionary(uniqueKeysWithValues: Field.allCases.map { ($0, value($0)) })
    }

    /// - Throws: one sentence for each wrong field.
    func checked(today: CivilDate) throws(FieldErrors) -> OfficialQuotient {
        var errors = FieldErrors()
        let value = Cents(euros: text(.quotient).filter { !$0.isWhitespace && $0 != "€" })
        let quotient = errors.require(value, Field.quotient, "Indiquez le quotient de l'attestation en euros, par exemple 650.")
        let provider = errors.require(BenefitsProvider(rawValue: text(.provider)), Field.provider, "Choisissez la CAF ou la MSA.")
        let month = errors.require(month(today), Field.month, "Indiquez le mois de l'attestation, par exemple 10/2026.")
        guard errors.isEmpty, let quotient, let provider, let month else { throw errors.inOrder(of: Field.self) }
        return OfficialQuotient(value: quotient, provider: provider, month: month)
    }

    /// "10/2026", of the last two years.
    private func month(_ today: CivilDate) -> Month? {
        let parts = text(.month).split(separator: "/").map { Int($0) ?? 0 }
        guard parts.count == 2, let day = CivilDate(year: parts[1], month: parts[0], day: 1) else { return nil }
        return day <= today && day >= today.adding(days: -731) ? Month(containing: day) : nil
    }

    private func text(_ field: Field) -> String { String((values[field] ?? "").trimmingSpaces) }
}
