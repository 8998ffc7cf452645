import PortalCore

/// A deadline composed of choices, for who does not know the notation: it is written into the field of the trial.
struct RuleComposerForm: HTML {
    let action: Link
    let trial: RuleTrial
    let month: Month
    private let composition: RuleComposition

    init(action: Link, trial: RuleTrial, month: Month) {
        self.action = action
        self.trial = trial
        self.month = month
        composition = RuleComposition(try? BookingDeadline(notation: trial.draft[.adding]))
    }

    var body: some HTML {
        details {
            summary { "Composer un délai" }
            form(.method(.get), .action(action), .class("stack compose"), .id("composer")) {
                ForEach([RuleDraft.Field.adding, .cancelling, .lateAdding, .lateCancelling]) { field in
                    HiddenField(field.rawValue, trial.draft[field])
                }
                HiddenField(RuleTrial.monthField, month.iso)
                HiddenField(RuleTrial.unitField, trial.unit)
                fieldset(.class("field choices")) {
                    legend { "Le délai est" }
                    ForEach(RuleComposition.Form.allCases) { form in line(form) }
                }
                ComposedSkips(composition: composition)
                div(.class("field")) {
                    label(.for("composer-heure")) { "À quelle heure" }
                    span(.class("hint")) { "Vide\u{A0}: jusqu'à la fin de la journée." }
                    input(
                        .class("short"),
                        .type(.time),
                        .id("composer-heure"),
                        .name(RuleComposition.Field.time.rawValue),
                        .value(composition[.time])
                    )
                }
                ButtonRow {
                    write("Écrire pour réserver", .adding)
                    write("Écrire pour annuler", .cancelling)
                }
            }
        }
    }

    private func write(_ title: String, _ field: RuleDraft.Field) -> some HTML {
        SubmitButton(title, style: .secondary, icon: .edit, name: RuleComposition.Field.target.rawValue, value: field.rawValue)
    }

    private func line(_ form: RuleComposition.Form) -> some HTML {
        div(.class("compose-line")) {
            label(.class("choice")) {
                input(
                    .type(.radio),
                    .name(RuleComposition.Field.form.rawValue),
                    .value(form.rawValue),
                    .checked(form.rawValue == composition[.form] || (composition[.form].isEmpty && form == .daysBefore))
                )
                span { form.french }
            }
            ComposedParts(form: form, composition: composition)
        }
    }
}

/// The numbers and days of one form of deadline.
private struct ComposedParts: HTML {
    let form: RuleComposition.Form
    let composition: RuleComposition

    var body: some HTML {
        switch form {
        case .none: ""
        case .daysBefore: number(.days, "Nombre de jours")
        case .hoursBefore: number(.hours, "Nombre d'heures")
        case .weekday:
            choice(.weekday, "Jour de la semaine", Weekday.allCases.map { Choice($0.frenchName, $0.frenchName) })
            choice(
                .weeks,
                "Semaine",
                [
                    Choice("0", "de la même semaine"), Choice("1", "de la semaine précédente"), Choice("2", "deux semaines avant"),
                    Choice("3", "trois semaines avant"),
                ]
            )
        case .dayOfPreviousMonth: number(.dayOfMonth, "Jour du mois précédent")
        case .beforeSession:
            number(.session, "Combien de temps avant la session")
            choice(.sessionSpan, "Unité de temps", [Choice("jours", "jours"), Choice("semaines", "semaines")])
        case .absolute:
            input(.type(.date), .name(RuleComposition.Field.date.rawValue), .value(composition[.date]), .ariaLabel("Date limite"))
        }
    }

    private func number(_ field: RuleComposition.Field, _ label: String) -> some HTML {
        input(.type(.text), .inputmode(.numeric), .name(field.rawValue), .value(composition[field]), .ariaLabel(label))
    }

    private func choice(_ field: RuleComposition.Field, _ label: String, _ choices: [Choice]) -> some HTML {
        select(.name(field.rawValue), .ariaLabel(label)) {
            ForEach(choices) { choice in
                option(.value(choice.value), .selected(choice.value == composition[field])) { choice.label }
            }
        }
    }
}

/// The days that do not count.
private struct ComposedSkips: HTML {
    let composition: RuleComposition

    var body: some HTML {
        fieldset(.class("field choices")) {
            legend { "Jours qui ne comptent pas" }
            span(.class("hint")) { "Pour un délai en jours seulement." }
            div(.class("chips")) {
                ForEach(RuleComposition.skips) { field in
                    label(.class("chip")) {
                        input(.type(.checkbox), .name(field.rawValue), .value("oui"), .checked(!composition[field].isEmpty))
                        span { field.skippedName ?? "" }
                    }
                }
            }
        }
    }
}

extension RuleComposition.Form {
    fileprivate var french: String {
        switch self {
        case .none: "aucun, jusqu'au jour même"
        case .daysBefore: "un nombre de jours avant"
        case .hoursBefore: "un nombre d'heures avant le début"
        case .weekday: "un jour de la semaine"
        case .dayOfPreviousMonth: "un jour du mois précédent"
        case .beforeSession: "avant le premier jour de la session"
        case .absolute: "une date pour tous"
        }
    }
}
