package import PortalCore

/// The incomes that families have declared and nobody of the staff has compared with the document yet.
package struct IncomeInboxPage: HTML {
    private let frame: PortalFrame
    private let incomes: [UnverifiedIncome]

    /// - Parameter incomes: the oldest first.
    package init(frame: PortalFrame, incomes: [UnverifiedIncome]) {
        self.frame = frame
        self.incomes = incomes
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.households),
            title: "Quotients à vérifier",
            introduction: "Ce que les familles déclarent gagner, les plus anciennes déclarations d'abord.",
            crumbs: [Crumb("Familles", frame.links.to(.list(search: nil)))]
        ) {
            if incomes.isEmpty {
                EmptyState("Tout est vérifié", icon: .check) { p { "Les déclarations des familles apparaîtront ici." } }
            } else {
                DataTable("Déclarations à comparer au justificatif", columns: ["Foyer", .number("Quotient"), "Déclaré par", "Le"]) {
                    ForEach(incomes) { income in UnverifiedIncomeRow(income: income, links: frame.links) }
                }
            }
        }
    }
}

private struct UnverifiedIncomeRow: HTML {
    let income: UnverifiedIncome
    let links: PortalLinks

    var body: some HTML {
        tr {
            th(.scope(.row)) { a(.href(links.to(.quotient(income.household) as HouseholdDeskPage))) { income.householdName } }
            td(.class("number")) { income.income.quotient.french }
            td { income.income.declaredBy }
            td { income.income.declaredAt.frenchNumeric }
        }
    }
}
