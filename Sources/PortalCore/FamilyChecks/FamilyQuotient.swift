/// The quotient familial as the CAF computes it (caf.fr; CNAF formula): a twelfth of the yearly net taxable income before abatements, two years
/// ago, and a month's benefits, divided by parts.
package struct FamilyQuotient: Hashable, Sendable {
    package let annualIncome: Cents
    package let monthlyBenefits: Cents
    package let children: Int
    /// Of them, those with a disability recognised by the MDPH.
    package let disabledChildren: Int

    package init(annualIncome: Cents, monthlyBenefits: Cents, children: Int, disabledChildren: Int) {
        self.annualIncome = annualIncome
        self.monthlyBenefits = monthlyBenefits
        self.children = children
        self.disabledChildren = disabledChildren
    }

    /// A couple or a single parent counts two parts, the third child one, every other child a half, a disability a half more.
    package var halfParts: Int { 4 + children + (children >= 3 ? 1 : 0) + disabledChildren }

    /// To the cent, halves up.
    package var value: Cents {
        let (sum, divisor) = (2 * (annualIncome.amount + 12 * monthlyBenefits.amount), Int64(12 * halfParts))
        return Cents((2 * sum + divisor) / (2 * divisor))
    }

    /// The computation in words, step by step.
    package var steps: [String] {
        let month = Cents((2 * annualIncome.amount + 12) / 24)
        let total = Cents((2 * (annualIncome.amount + 12 * monthlyBenefits.amount) + 12) / 24)
        return [
            "Revenus par mois\u{A0}: \(annualIncome.french) ÷ 12 = \(month.french)",
            "Avec les prestations du mois\u{A0}: \(month.french) + \(monthlyBenefits.french) = \(total.french)",
            "Parts\u{A0}: \(parts)",
            "Quotient familial\u{A0}: \(total.french) ÷ \(FamilyQuotient.french(halfParts)) = \(value.french)",
        ]
    }

    private var parts: String {
        var list = ["2 pour le ou les parents"]
        list += (1...max(1, children)).filter { $0 <= children }.map { "\($0 == 3 ? "1" : "½") pour le \($0 == 1 ? "1er" : "\($0)e") enfant" }
        if disabledChildren > 0 { list.append("\(FamilyQuotient.french(disabledChildren)) pour handicap") }
        return list.joined(separator: " + ") + " = \(FamilyQuotient.french(halfParts))"
    }

    /// "3" or "2,5".
    private static func french(_ halves: Int) -> String { halves.isMultiple(of: 2) ? "\(halves / 2)" : "\(halves / 2),5" }
}
