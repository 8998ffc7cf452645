package import PortalCore

/// Announcing leave: from when to when.
package struct LeaveFormPage: HTML {
    private let frame: PortalFrame
    private let file: CareFile
    private let today: CivilDate
    private let form: FormState

    package init(frame: PortalFrame, file: CareFile, today: CivilDate, form: FormState) {
        self.frame = frame
        self.file = file
        self.today = today
        self.form = form
    }

    package var body: some HTML {
        let contract = file.contract
        PageLayout(
            frame.around(.home),
            title: "Annoncer des congés",
            introduction: "Transmettez vos dates de congés\u{A0}: vous verrez ce qui est déduit avant de confirmer.",
            crumbs: LeaveFormPage.crumbs(frame, contract),
            form: form
        ) {
            Steps(["Les dates", "Vérifier", "C'est annoncé"], current: 0)
            HTMLTemplates.form(.method(.post), .action(frame.links.to(.leave(contract.id))), .novalidate()) {
                frame.token
                DaysFields(
                    (LeaveForm.Field.firstDay, LeaveForm.Field.lastDay),
                    ("Premier jour sans accueil", "Dernier jour sans accueil"),
                    hint: "Vide pour un seul jour.",
                    in: form
                )
                ButtonRow { SubmitButton("Voir ce qui est déduit", icon: .next) }
            }
            p(.class("hint")) {
                "Des congés se préparent\u{A0}: annoncés à temps, ils sont déduits dans la limite du contrat. Pour une maladie ou un imprévu, "
                a(.href(frame.links.to(AbsencePage.form(contract.child.id)))) { "signalez une absence" }
                "."
            }
            Card("Ce que dit le règlement", icon: .info) {
                p { file.policy.french }
                AllowanceWords(allowance: file.allowance(on: max(today, contract.firstDay)))
            }
        }
    }

    static func crumbs(_ frame: PortalFrame, _ contract: CareContract) -> [Crumb] {
        [frame.homeCrumb, Crumb("Accueil régulier de \(contract.child.firstName)", frame.links.to(.contract(contract.id, nil) as NurseryPage))]
    }
}

/// What a leave changes, before it is confirmed.
package struct LeaveRecapPage: HTML {
    package struct Model: Sendable {
        package let file: CareFile
        package let review: LeaveReview
        /// What was typed, to be sent again.
        package let typed: LeaveForm
        package let key: String

        package init(file: CareFile, review: LeaveReview, typed: LeaveForm, key: String) {
            self.file = file
            self.review = review
            self.typed = typed
            self.key = key
        }
    }

    private let frame: PortalFrame
    private let model: Model

    package init(frame: PortalFrame, model: Model) {
        self.frame = frame
        self.model = model
    }

    package var body: some HTML {
        let contract = model.file.contract
        PageLayout(
            frame.around(.home),
            title: "Vérifier les congés",
            introduction: "Rien n'est encore annoncé\u{A0}: vérifiez, puis confirmez.",
            crumbs: LeaveFormPage.crumbs(frame, contract)
        ) {
            Steps(["Les dates", "Vérifier", "C'est annoncé"], current: 1)
            Notice(tone) { p { model.review.french } }
            Card("Jours de \(contract.child.firstName) (\(model.review.lines.count))", icon: .calendar) {
                ul(.class("lines")) { ForEach(model.review.lines) { line in LeaveLine(line: line, contract: contract, review: model.review) } }
            }
            if !model.review.alreadyAnnounced.isEmpty {
                p(.class("hint")) { "Déjà annoncés\u{A0}: \(model.review.alreadyAnnounced.map(\.frenchShort).joined(separator: ", "))." }
            }
            p(.class("sum")) {
                span { model.review.decision == .rule ? "Heures déduites" : "Heures déduites si le service accepte" }
                " "
                strong(.class("price")) { CareDuration(minutes: model.review.deductedMinutes).french }
            }
            ForEach(model.review.remaining) { allowance in AllowanceWords(allowance: allowance) }
            form(.method(.post), .action(frame.links.to(.announcement(contract.id)))) {
                frame.token
                HiddenField(LeaveForm.Field.key.rawValue, model.key)
                HiddenField(LeaveForm.Field.firstDay.rawValue, model.typed.firstDay)
                HiddenField(LeaveForm.Field.lastDay.rawValue, model.typed.lastDay)
                ButtonRow {
                    SubmitButton("Annoncer ces congés", icon: .check)
                    LinkButton("Modifier les dates", to: frame.links.to(.leave(contract.id)), style: .quiet)
                }
            }
        }
    }

    private var tone: Tone {
        if model.review.decision == .service { return .accent }
        return model.review.lines.allSatisfy { $0.charge == .deducted } ? .success : .warning
    }
}

private struct LeaveLine: HTML {
    let line: LeaveDay
    let contract: CareContract
    let review: LeaveReview

    var body: some HTML {
        li {
            div(.class("what")) {
                strong { time(.datetime(line.date.iso)) { line.date.french } }
                if let span = contract.span(on: line.date) { span_(span) }
            }
            div(.class("end")) {
                if review.decision == .service, line.charge != .overAllowance {
                    StateTag("À l'étude", tone: .accent, icon: .clock)
                } else if line.charge == .deducted {
                    StateTag(line.charge.french, tone: .success)
                } else {
                    StateTag(line.charge.french, tone: .warning, icon: .euro)
                }
            }
        }
    }

    private func span_(_ hours: CareSpan) -> some HTML { span(.class("hint")) { hours.french } }
}
