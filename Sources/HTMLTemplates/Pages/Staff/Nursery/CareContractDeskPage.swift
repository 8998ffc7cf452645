package import PortalCore

/// Signing a contract for a child.
package struct CareSigningPage: HTML {
    package struct Model: Sendable {
        package let household: Identifier<Household>
        package let child: Child
        package let nurseries: [Activity]
        package let form: FormState

        package init(household: Identifier<Household>, child: Child, nurseries: [Activity], form: FormState) {
            self.household = household
            self.child = child
            self.nurseries = nurseries
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
            frame.around(.nursery),
            title: "Contrat d'accueil de \(model.child.firstName)",
            introduction: "La famille reçoit le contrat par courriel et le retrouve dans son espace.",
            crumbs: [
                Crumb("Familles", frame.links.to(.list(search: nil))), Crumb("Dossier", frame.links.to(.household(model.household))),
            ],
            form: model.form
        ) {
            HTMLTemplates.form(
                .method(.post),
                .action(frame.links.to(.signing(model.household, model.child.id))),
                .novalidate(),
                .class("form")
            ) {
                frame.token
                SelectField(
                    CareForm.Field.nursery.rawValue,
                    "Structure",
                    choices: model.nurseries.map { Choice($0.code, $0.place) },
                    in: model.form
                )
                TextField(CareForm.Field.firstDay.rawValue, "Premier jour", kind: .date, in: model.form)
                TextField(
                    CareForm.Field.lastDay.rawValue,
                    "Dernier jour",
                    kind: .date,
                    hint: "Vide tant que la fin n'est pas connue.",
                    isRequired: false,
                    in: model.form
                )
                CareWeekFields(nursery: weekdays, form: model.form)
                ButtonRow { SubmitButton("Créer le contrat", icon: .check) }
            }
        }
    }

    private var weekdays: [Weekday] { Set(model.nurseries.flatMap(\.opening.weekdays)).sorted() }
}

/// A contract as the staff read, amend and end it.
package struct CareContractDeskPage: HTML {
    package struct Model: Sendable {
        package let file: CareFile
        package let month: CareMonth
        package let today: CivilDate
        /// Whether the reader changes contracts.
        package let mayChange: Bool
        package let amendment: FormState
        package let ending: FormState

        package init(file: CareFile, month: CareMonth, today: CivilDate, mayChange: Bool, amendment: FormState, ending: FormState) {
            self.file = file
            self.month = month
            self.today = today
            self.mayChange = mayChange
            self.amendment = amendment
            self.ending = ending
        }

        var form: FormState { ending.errors.isEmpty ? amendment : ending }
    }

    private let place: NurseryPlace
    private let model: Model

    package init(place: NurseryPlace, model: Model) {
        self.place = place
        self.model = model
    }

    package var body: some HTML {
        let contract = model.file.contract
        let links = place.frame.links
        PageLayout(
            place.frame.around(.nursery),
            title: contract.child.fullName,
            introduction: "\(place.nursery.place), contrat \(contract.frenchDays)",
            crumbs: [Crumb("Contrats", place.link(.contracts, to: place.nursery))],
            form: model.form
        ) {
            MonthSteps(month: model.month.month) { links.to(.contract(contract.id, $0) as NurseryDeskPage) }
            div(.class("columns")) {
                div(.class("stack")) {
                    CareMonthCard(month: model.month)
                    if model.mayChange { amending }
                }
                div(.class("stack")) {
                    Card("Contrat", icon: .file) { CareFacts(file: model.file, today: model.today) }
                    Card("Congés", icon: .calendar) {
                        AllowanceWords(allowance: model.file.allowance(on: max(model.today, contract.firstDay)))
                        if model.file.leaves.isEmpty { p(.class("hint")) { "Aucun congé annoncé." } }
                        ul(.class("lines")) { ForEach(model.file.leaves) { leave in LeaveItem(leave: leave) { nil as Nothing? } } }
                    }
                    if model.mayChange { ending }
                }
            }
        }
    }

    private var amending: some HTML {
        Card("Modifier à partir d'un jour", icon: .edit) {
            p(.class("hint")) { "Ce qui vaut avant ce jour ne change pas\u{A0}; ce qui était prévu après est remplacé. La famille en est prévenue." }
            form(.method(.post), .action(address), .novalidate(), .class("form")) {
                place.frame.token
                TextField(CareForm.Field.firstDay.rawValue, "À partir du", kind: .date, in: model.amendment)
                CareWeekFields(nursery: place.nursery.opening.weekdays.sorted(), form: model.amendment)
                ButtonRow {
                    SubmitButton("Enregistrer l'avenant", style: .secondary, name: CareForm.Field.act.rawValue, value: CareAct.amend.rawValue)
                }
            }
        }
    }

    private var ending: some HTML {
        Card("Fin du contrat", icon: .exit) {
            form(.method(.post), .action(address), .novalidate(), .class("form")) {
                place.frame.token
                TextField(
                    CareForm.Field.lastDay.rawValue,
                    "Dernier jour d'accueil",
                    kind: .date,
                    hint: "Vide\u{A0}: le contrat continue.",
                    isRequired: false,
                    in: model.ending
                )
                ButtonRow { SubmitButton("Enregistrer la fin", style: .secondary, name: CareForm.Field.act.rawValue, value: CareAct.end.rawValue) }
            }
        }
    }

    private var address: Link { place.frame.links.to(.contract(model.file.contract.id, nil) as NurseryDeskPage) }
}

/// Which of a contract's forms is sent.
package enum CareAct: String, Sendable {
    case amend = "avenant"
    case end = "fin"
}
