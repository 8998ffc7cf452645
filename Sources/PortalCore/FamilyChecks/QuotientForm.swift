/// What a parent types to know the family's quotient.
package struct QuotientForm: Hashable, Sendable {
    package enum Field: String, CaseIterable {
        case income = "revenus"
        case benefits = "prestations"
        case children = "enfants"
        case disabled = "handicap"
    }

    private let values: [Field: String]

    package init(_ value: (Field) -> String) {
        values = Dictionary(uniqueKeysWithValues: Field.allCases.map { ($0, value($0)) })
    }

    /// - Throws: one sentence for each wrong field.
    package func checked() throws(FieldErrors) -> FamilyQuotient {
        var errors = FieldErrors()
        let income = errors.require(euros(.income), Field.income, "Indiquez un montant en euros, par exemple 30 000.")
        let benefits = errors.require(euros(.benefits), Field.benefits, "Indiquez un montant en euros, 0 s'il n'y en a pas.")
        let children = errors.require(count(.children), Field.children, "Indiquez un nombre d'enfants, de 0 à 15.")
        let disabled = errors.require(count(.disabled), Field.disabled, "Indiquez un nombre d'enfants, 0 s'il n'y en a pas.")
        if let children, let disabled, disabled > children {
            errors.add(Field.disabled, "Il ne peut pas y en avoir plus que d'enfants à charge.")
        }
        guard errors.isEmpty, let income, let benefits, let children, let disabled else { throw errors.inOrder(of: Field.self) }
        return FamilyQuotient(annualIncome: income, monthlyBenefits: benefits, children: children, disabledChildren: disabled)
    }

    /// "30 000", "30000,50".
    private func euros(_ field: Field) -> Cents? { Cents(euros: plain(field).filter { $0 != "€" }) }

    private func count(_ field: Field) -> Int? {
        let text = plain(field)
        guard (1...2).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int(text).flatMap { $0 <= 15 ? $0 : nil }
    }

    private func plain(_ field: Field) -> String { (values[field] ?? "").filter { !$0.isWhitespace } }
}
