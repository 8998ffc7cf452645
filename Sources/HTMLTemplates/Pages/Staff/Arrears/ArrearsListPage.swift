package import PortalCore

/// "Impayés": what families owe, the account that replaces it, and whom it keeps from booking.
package struct ArrearsListPage: HTML {
    package struct Model: Sendable {
        package let arrears: [Arrears]
        package let policy: ArrearsPolicy?
        package let today: CivilDate
        package let form: FormState

        package init(arrears: [Arrears], policy: ArrearsPolicy?, today: CivilDate, form: FormState) {
            self.arrears = arrears
            self.policy = policy
            self.today = today
            self.form = form
        }
    }

    private let frame: PortalFrame
    private let model: Model

    package init(frame: PortalFrame, model: Model) {
        self.frame = frame
        self.model = model
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.arrears),
            title: "Impayés",
            introduction: model.policy.map { "À partir de \($0.threshold.french), une famille ne peut plus réserver, sauf dispense." }
                ?? "La collectivité n'a pas choisi de montant à partir duquel réserver est bloqué\u{A0}: rien n'empêche de réserver.",
            crumbs: [Crumb("Aujourd'hui", frame.links.to(.home as StaffPage))],
            form: model.form
        ) {
            if model.arrears.isEmpty {
                EmptyState("Aucun impayé", icon: .euro) { p { "Le dernier compte ne nomme aucune famille." } }
            } else {
                DataTable("Ce que doivent les familles", columns: ["Foyer", .number("Montant"), "Arrêté au", "Réservations"]) {
                    ForEach(model.arrears) { arrears in ArrearsRow(arrears: arrears, model: model, links: frame.links) }
                }
            }
            Card("Reprendre le compte de la régie", icon: .copy) {
                p {
                    "Collez les lignes du logiciel de facturation ou d'un tableur\u{A0}: le numéro du foyer, un point-virgule ou une tabulation, "
                    "le montant. Ce compte remplace le précédent\u{A0}: un foyer qui n'y est pas ne doit plus rien."
                }
                form(.method(.post), .action(frame.links.to(ArrearsDeskPage.list)), .novalidate(), .class("form")) {
                    frame.token
                    TextField(ArrearsField.day.rawValue, "Compte arrêté au", kind: .date, in: model.form)
                    TextAreaField(ArrearsField.lines.rawValue, "Lignes", hint: "Par exemple\u{A0}: 12;84,50", in: model.form)
                    SubmitButton("Remplacer le compte", icon: .check)
                }
            }
        }
    }
}

private struct ArrearsRow: HTML {
    let arrears: Arrears
    let model: ArrearsListPage.Model
    let links: PortalLinks

    var body: some HTML {
        tr {
            th(.scope(.row)) {
                a(.href(links.to(ArrearsDeskPage.owing(arrears.household)))) { arrears.householdName }
                span(.class("hint")) { " n°\u{A0}\(arrears.household.rawValue)" }
            }
            td(.class("number")) { arrears.amount.french }
            td { arrears.asOf.frenchNumeric }
            td { ArrearsTag(arrears: arrears, policy: model.policy, today: model.today) }
        }
    }
}

/// What the arrears mean for the household's bookings.
struct ArrearsTag: HTML {
    let arrears: Arrears
    let policy: ArrearsPolicy?
    let today: CivilDate

    var body: some HTML {
        if let exemption = arrears.exemption, exemption.lastDay >= today {
            StateTag("Dispensé jusqu'au \(exemption.lastDay.frenchNumeric)", tone: .accent, icon: .check)
        } else if let policy, arrears.blocks(under: policy, on: today) {
            StateTag("Bloquées", tone: .danger, icon: .lock)
        } else {
            StateTag("Possibles", tone: .success)
        }
    }
}
