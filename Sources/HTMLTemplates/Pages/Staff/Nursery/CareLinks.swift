package import PortalCore

/// The care contracts of a family's children, for those of the staff who manage them.
package struct CareLinks: Sendable {
    private let contracts: [Identifier<Child>: [CareContract]]

    package init(_ contracts: [Identifier<Child>: [CareContract]]) {
        self.contracts = contracts
    }

    func contracts(of child: Child) -> [CareContract] { contracts[child.id] ?? [] }
}

/// The way to a child's contracts, and to a new one for a child young enough.
struct CareLinksRow: HTML {
    /// Children leave nurseries for school in the year in which they are three; some stay until four.
    private static let oldest = 3

    let care: CareLinks
    let child: Child
    let household: Identifier<Household>
    let frame: PortalFrame
    let today: CivilDate

    var body: some HTML {
        let contracts = care.contracts(of: child)
        if !contracts.isEmpty || child.age(on: today) <= CareLinksRow.oldest {
            ButtonRow {
                ForEach(contracts) { contract in
                    LinkButton(
                        "Contrat d'accueil \(contract.frenchDays)",
                        to: frame.links.to(.contract(contract.id, nil) as NurseryDeskPage),
                        icon: .file
                    )
                }
                if child.age(on: today) <= CareLinksRow.oldest {
                    LinkButton("Nouveau contrat d'accueil", to: frame.links.to(.signing(household, child.id)), style: .quiet, icon: .plus)
                }
            }
        }
    }
}
