package import PortalCore

/// "Impayés": what the family owes, whether it keeps it from booking, and whom to call.
package struct OwedPage: HTML {
    private let frame: PortalFrame
    private let arrears: [Arrears]
    private let policy: ArrearsPolicy?
    private let today: CivilDate

    package init(frame: PortalFrame, arrears: [Arrears], policy: ArrearsPolicy?, today: CivilDate) {
        self.frame = frame
        self.arrears = arrears
        self.policy = policy
        self.today = today
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.home),
            title: "Impayés",
            introduction: "Ce que votre famille doit d'après le dernier compte de la régie.",
            crumbs: [frame.homeCrumb]
        ) {
            if arrears.isEmpty {
                EmptyState("Rien à régler", icon: .check) { p { "Le dernier compte de la régie ne nomme pas votre famille." } }
            }
            ForEach(arrears) { each in
                Card("Foyer \(each.householdName)", icon: .euro) {
                    DefinitionList([
                        Definition("À régler", each.amount.french), Definition("Compte arrêté au", each.asOf.frenchWithoutWeekday),
                        Definition("Réservations", words(each)),
                    ])
                }
            }
            if let policy, !arrears.isEmpty {
                Card("Comment faire", icon: .help) {
                    TownText(TextBlock.blocks(of: policy.message))
                    p { "Vous venez de payer\u{A0}? Le compte n'est pas encore à jour\u{A0}: appelez le service, qui peut vous laisser réserver." }
                }
            }
        }
    }

    private func words(_ arrears: Arrears) -> String {
        guard let policy else { return "possibles" }
        return arrears.blocks(under: policy, on: today)
            ? "bloquées à partir de \(policy.threshold.french)\u{A0}; annuler reste possible" : "possibles"
    }
}
