package import PortalCore

/// What the buttons of a household's page about what it owes do.
package enum ArrearsAct: String, Sendable {
    case record = "enregistrer"
    case exempt = "dispenser"
    case end = "retirer"

    package static let field = "acte"
}

/// What one household owes: the amount, and the exemption that lets it book all the same.
package struct HouseholdArrearsPage: HTML {
    private let frame: PortalFrame
    private let household: Household
    private let arrears: Arrears?
    private let policy: ArrearsPolicy?
    private let today: CivilDate
    private let form: FormState

    package init(frame: PortalFrame, household: Household, arrears: Arrears?, policy: ArrearsPolicy?, today: CivilDate, form: FormState) {
        self.frame = frame
        self.household = household
        self.arrears = arrears
        self.policy = policy
        self.today = today
        self.form = form
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.arrears),
            title: "Impayés du foyer \(household.name)",
            introduction: arrears.map { "\($0.amount.french), compte arrêté au \($0.asOf.frenchNumeric)" } ?? "Aucun impayé n'est enregistré.",
            crumbs: [
                Crumb("Impayés", frame.links.to(ArrearsDeskPage.list)), Crumb("Foyer \(household.name)", frame.links.to(.household(household.id))),
            ],
            form: form
        ) {
            if let arrears { p { ArrearsTag(arrears: arrears, policy: policy, today: today) } }
            Card("Montant dû", icon: .euro) {
                entry {
                    TextField(ArrearsField.amount.rawValue, "Montant en euros", hint: "0 quand tout est payé.", autocomplete: .off, in: form)
                    SubmitButton("Enregistrer", icon: .check, name: ArrearsAct.field, value: ArrearsAct.record.rawValue)
                }
            }
            Card("Laisser réserver malgré tout", icon: .check) {
                p { "Un échéancier accepté, une erreur à corriger\u{A0}: la famille réserve jusqu'à ce jour, quel que soit le montant." }
                entry {
                    TextField(ArrearsField.reason.rawValue, "Motif", hint: "Gardé dans le journal\u{A0}; la famille ne le lit pas.", in: form)
                    TextField(ArrearsField.lastDay.rawValue, "Jusqu'au", kind: .date, in: form)
                    SubmitButton("Dispenser", style: .secondary, icon: .check, name: ArrearsAct.field, value: ArrearsAct.exempt.rawValue)
                }
                if let exemption = arrears?.exemption {
                    p { "Dispense en cours jusqu'au \(exemption.lastDay.frenchNumeric)\u{A0}: \(exemption.reason)" }
                    entry { SubmitButton("Retirer la dispense", style: .danger, name: ArrearsAct.field, value: ArrearsAct.end.rawValue) }
                }
            }
        }
    }

    private func entry(@HTMLBuilder _ content: () -> some HTML) -> some HTML {
        HTMLTemplates.form(.method(.post), .action(frame.links.to(ArrearsDeskPage.owing(household.id))), .novalidate(), .class("form")) {
            frame.token
            content()
        }
    }
}
