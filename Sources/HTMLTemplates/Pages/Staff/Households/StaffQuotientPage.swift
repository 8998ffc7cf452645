package import PortalCore

/// What a household has declared of its income, for the staff who have seen the document.
package struct StaffQuotientPage: HTML {
    private let frame: PortalFrame
    private let household: Household
    private let incomes: [HouseholdIncome]
    private let check: YearlyCheck?

    package init(frame: PortalFrame, household: Household, incomes: [HouseholdIncome], check: YearlyCheck?) {
        self.frame = frame
        self.household = household
        self.incomes = incomes
        self.check = check
    }

    package static let field = "declaration"

    package var body: some HTML {
        PageLayout(
            frame.around(.households),
            title: "Quotient familial",
            introduction: "Foyer \(household.name)",
            crumbs: [
                Crumb("Familles", frame.links.to(.list(search: nil))), Crumb("Foyer \(household.name)", frame.links.to(.household(household.id))),
            ]
        ) {
            Card("Dossier de l'année", icon: .check) {
                if let check {
                    StateTag("Certifié le \(check.at.frenchNumeric) par \(check.by)", tone: .success)
                } else {
                    StateTag("Pas encore certifié", tone: .warning)
                }
            }
            if incomes.isEmpty {
                EmptyState("Rien n'est déclaré", icon: .euro) { p { "La famille calcule et déclare son quotient depuis «\u{A0}Ma famille\u{A0}»." } }
            } else {
                IncomeTable(incomes: incomes)
                ForEach(incomes.filter { $0.verifiedAt == nil }) { income in IncomeVerification(frame: frame, household: household, income: income) }
            }
        }
    }
}

private struct IncomeVerification: HTML {
    let frame: PortalFrame
    let household: Household
    let income: HouseholdIncome

    var body: some HTML {
        Card("Déclaration du \(income.declaredAt.frenchNumeric)", icon: .euro) {
            ol { ForEach(income.facts.steps) { step in li { step } } }
            form(.method(.post), .action(frame.links.to(.quotient(household.id) as HouseholdDeskPage))) {
                frame.token
                HiddenField(StaffQuotientPage.field, String(income.id.rawValue))
                SubmitButton("J'ai vu le justificatif", style: .secondary, icon: .check)
            }
        }
    }
}
