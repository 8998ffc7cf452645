package import PortalCore

/// Reporting an absence: who, when, from what, and why.
package struct AbsenceFormPage: HTML {
    package struct Model: Sendable {
        package let children: [Child]
        /// Those that the children are enrolled in, or come to under a contract.
        package let activities: [Activity]
        package let reasons: [String]
        /// What the town's règlement says of absences.
        package let policy: String
        /// The children and activities that are ticked.
        package let ticked: Set<String>
        /// Whether a child comes under a contract: its leave is announced elsewhere.
        package let hasCare: Bool
        package let form: FormState

        package init(
            children: [Child],
            activities: [Activity],
            reasons: [String],
            policy: String,
            ticked: Set<String>,
            hasCare: Bool,
            form: FormState
        ) {
            self.hasCare = hasCare
            self.children = children
            self.activities = activities
            self.reasons = reasons
            self.policy = policy
            self.ticked = ticked
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
            frame.around(.home),
            title: "Signaler une absence",
            introduction: "Vous verrez ce que cela change sur la facture avant de confirmer.",
            crumbs: [frame.homeCrumb, Crumb("Mes absences", frame.links.to(AbsencePage.list))],
            form: model.form
        ) {
            Steps(["L'absence", "Vérifier", "C'est enregistré"], current: 0)
            form(.method(.post), .action(frame.links.to(AbsencePage.review)), .novalidate()) {
                frame.token
                CheckboxGroup(AbsenceForm.Field.child.rawValue, "Qui sera absent", choices: children, ticked: model.ticked, in: model.form)
                DaysFields(
                    (AbsenceForm.Field.firstDay, AbsenceForm.Field.lastDay),
                    ("Premier jour", "Dernier jour"),
                    hint: "Vide pour une absence d'un seul jour.",
                    in: model.form
                )
                if model.activities.count > 1 {
                    CheckboxGroup(
                        AbsenceForm.Field.activity.rawValue,
                        "De quelles activités",
                        choices: activities,
                        hint: "Rien de coché\u{A0}: toutes les activités de ces jours.",
                        ticked: model.ticked,
                        in: model.form
                    )
                }
                SelectField(AbsenceForm.Field.reason.rawValue, "Motif", choices: reasons, in: model.form)
                ButtonRow { SubmitButton("Voir ce que cela change", icon: .next) }
            }
            if model.hasCare {
                p(.class("hint")) {
                    "Pour des jours d'accueil régulier que vous laissez à l'avance, "
                    a(.href(frame.links.to(NurseryPage.contracts))) { "annoncez des congés" }
                    "\u{A0}: dans le préavis, ils sont déduits du contrat sans motif ni justificatif."
                }
            }
            Card("Ce que dit le règlement", icon: .info) {
                p { model.policy }
                ForEach(model.activities) { activity in
                    if let own = activity.absences {
                        p {
                            strong { "\(activity.name)\u{A0}: " }
                            own.french
                        }
                    }
                }
            }
        }
    }

    private var children: [Choice] { model.children.map { Choice(String($0.id.rawValue), $0.firstName) } }
    private var activities: [Choice] { model.activities.map { Choice($0.code, $0.name, hint: $0.place) } }
    private var reasons: [Choice] { [Choice("", "Choisissez…")] + model.reasons.map { Choice($0, $0) } }
}
