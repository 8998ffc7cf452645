package import PortalCore

/// What an absence changes, before it is confirmed; the certificate may come along.
package struct AbsenceRecapPage: HTML {
    package struct Model: Sendable {
        package let review: AbsenceReview
        /// What was typed, to be sent again.
        package let typed: AbsenceForm
        package let key: String
        package let form: FormState

        package init(review: AbsenceReview, typed: AbsenceForm, key: String, form: FormState) {
            self.review = review
            self.typed = typed
            self.key = key
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
            title: "Vérifier l'absence",
            introduction: model.review.changesSomething ? "Rien n'est encore enregistré\u{A0}: vérifiez, puis confirmez." : nil,
            crumbs: [frame.homeCrumb, Crumb("Signaler une absence", frame.links.to(AbsencePage.form(nil)))],
            form: model.form
        ) {
            Steps(["L'absence", "Vérifier", "C'est enregistré"], current: 1)
            if model.review.lines.isEmpty {
                EmptyState("Rien n'est prévu ces jours-là", icon: .calendar) {
                    p { "Rien n'est réservé, et aucun contrat ne prévoit d'accueil\u{A0}: il n'y a rien à annuler ni à justifier." }
                    form(.method(.post), .action(frame.links.to(AbsencePage.reporting)), .enctype(.multipart)) {
                        TypedAbsence(token: frame.token, typed: model.typed)
                        ButtonRow { SubmitButton("Revenir au formulaire", icon: .previous, name: AbsenceForm.Field.revise.rawValue, value: "1") }
                    }
                }
            } else {
                AbsenceLines(review: model.review)
                if model.review.changesSomething { AbsenceConfirmation(frame: frame, model: model) }
            }
        }
    }
}

/// Each booking and each day of a contract, with what becomes of it.
private struct AbsenceLines: HTML {
    let review: AbsenceReview

    var body: some HTML {
        Card("Ce qui est concerné (\(review.lines.count))", icon: .absent) {
            ul(.class("lines")) { ForEach(review.lines) { line in AbsenceLineView(line: line) } }
        }
        if let difference = review.difference {
            p(.class("sum")) {
                span { "Différence immédiate sur les prochaines factures" }
                " "
                Price(difference: difference)
            }
        }
        if let minutes = review.deductedMinutes {
            p(.class("sum")) {
                span { "Heures déduites aussitôt du contrat d'accueil" }
                " "
                strong(.class("price")) { CareDuration(minutes: minutes).french }
            }
        }
    }
}

private struct AbsenceLineView: HTML {
    let line: AbsenceLine

    var body: some HTML {
        li {
            div(.class("what")) {
                strong { "\(line.childName), \(line.unitName)" }
                span(.class("hint")) {
                    time(.datetime(line.missed.date.iso)) { line.missed.date.french }
                    " · \(line.activityName)"
                    if case .care(let care) = line.missed { ", \(care.span.french)" }
                }
            }
            div(.class("end")) {
                tag
                if case .booking = line.missed, !line.outcome.isRefused { span(.class("hint")) { Price(difference: line.difference) } }
            }
            p(.class("why")) { line.sentence }
        }
    }

    private var tag: StateTag {
        switch line.outcome {
        case .cancelled: StateTag("Annulée", tone: .success, icon: .minus)
        case .recorded(.free, _): StateTag("Non facturée", tone: .success, icon: .absent)
        case .recorded(.unlessJustified, _): StateTag("À justifier", tone: .warning, icon: .file)
        case .recorded(.always, _): StateTag("Facturée", tone: .warning, icon: .euro)
        case .refused: StateTag("Impossible", tone: .danger)
        }
    }
}

private struct AbsenceConfirmation: HTML {
    let frame: PortalFrame
    let model: AbsenceRecapPage.Model

    var body: some HTML {
        form(.method(.post), .action(frame.links.to(AbsencePage.reporting)), .enctype(.multipart), .novalidate()) {
            TypedAbsence(token: frame.token, typed: model.typed)
            HiddenField(AbsenceForm.Field.key.rawValue, model.key)
            if model.review.wantsCertificate {
                FileField(
                    AbsenceForm.Field.certificate.rawValue,
                    "Justificatif",
                    hint: "Vous pouvez aussi l'envoyer plus tard, depuis «\u{A0}Mes absences\u{A0}».",
                    in: model.form
                )
            }
            ButtonRow {
                SubmitButton("Confirmer l'absence", icon: .check)
                SubmitButton("Modifier", style: .quiet, name: AbsenceForm.Field.revise.rawValue, value: "1")
            }
        }
    }
}

/// The absence as it was typed, so that nothing is typed twice.
private struct TypedAbsence: HTML {
    let token: FormToken
    let typed: AbsenceForm

    var body: some HTML {
        token
        ForEach(typed.children) { child in HiddenField(AbsenceForm.Field.child.rawValue, child) }
        ForEach(typed.activities) { code in HiddenField(AbsenceForm.Field.activity.rawValue, code) }
        HiddenField(AbsenceForm.Field.firstDay.rawValue, typed.firstDay)
        HiddenField(AbsenceForm.Field.lastDay.rawValue, typed.lastDay)
        HiddenField(AbsenceForm.Field.reason.rawValue, typed.reason)
    }
}
