import PortalCore

/// The fields of the tried rules, and the ways to fill them without knowing the notation. They are sent by GET: a trial has an address that a
/// colleague can open.
struct RuleTrialForm: HTML {
    let frame: PortalFrame
    let bench: RuleBench
    let trial: RuleTrial
    let form: FormState
    let others: [Activity]

    var body: some HTML {
        Card("Essayer une règle", icon: .edit, id: "essai") {
            HTMLTemplates.form(.method(.get), .action(here), .class("form stack")) {
                deadline(.adding, "Réserver jusqu'à", hint: "J-7, J-2 12:00 hors week-ends, 72 h, jeudi S-1 12:00, session-4 semaines, aucun…")
                deadline(.cancelling, "Annuler jusqu'à", hint: "Vide\u{A0}: comme la réservation.")
                TextField(
                    RuleDraft.Field.lateAdding.rawValue,
                    "Réserver hors délai",
                    hint: lateMeaning ?? "refus, service, majoration 20 %, tarif 6,00 €, majoration 1,50 € jusqu'à J-2 12:00",
                    autocomplete: .off,
                    in: form
                )
                SelectField(
                    RuleDraft.Field.lateCancelling.rawValue,
                    "Annuler hors délai",
                    choices: [LateCancelling.refuse, .becomesAbsence].map { Choice($0.notation, $0.frenchDescription.capitalizedFirst) },
                    in: form
                )
                if bench.activity.units.count > 1 {
                    SelectField(
                        RuleTrial.unitField,
                        "Unité",
                        choices: bench.activity.units.map { Choice($0.code, $0.name) },
                        hint: "Les délais en heures comptent depuis son début.",
                        in: form
                    )
                }
                HiddenField(RuleTrial.monthField, bench.month.iso)
                SubmitButton("Comparer", style: bench.tried == nil ? .primary : .secondary, icon: .search)
            }
            RuleComposerForm(action: here, trial: trial, month: bench.month)
            RuleExampleList(links: frame.links, activity: bench.activity, trial: trial)
            if !others.isEmpty { OtherRules(links: frame.links, activity: bench.activity, trial: trial, others: others) }
        }
    }

    private var here: Link { frame.links.to(.bench(activity: bench.activity.code, RuleTrial())) }

    /// A deadline's notation with what it says in words, or how it is written.
    private func deadline(_ field: RuleDraft.Field, _ label: String, hint: String) -> some HTML {
        let rule = try? BookingDeadline(notation: trial.draft[field])
        return TextField(
            field.rawValue,
            label,
            hint: rule.map { "En clair\u{A0}: \($0.frenchDescription)." } ?? hint,
            isRequired: field == .adding,
            autocomplete: .off,
            in: form
        )
    }

    private var lateMeaning: String? {
        (try? LateAdding(notation: trial.draft[.lateAdding])).map { "En clair\u{A0}: \($0.frenchDescription)." }
    }
}

/// Rules that towns have, each a link that tries it here.
private struct RuleExampleList: HTML {
    let links: PortalLinks
    let activity: Activity
    let trial: RuleTrial

    var body: some HTML {
        details {
            summary { "Partir d'un exemple" }
            ul(.class("list")) {
                ForEach(RuleExamples.deadlines) { rule in
                    li {
                        "\(rule.frenchDescription.capitalizedFirst)\u{A0}: "
                        a(.href(link(.adding, rule.notation))) { "pour réserver" }
                        ", "
                        a(.href(link(.cancelling, rule.notation))) { "pour annuler" }
                        span(.class("hint")) { rule.notation }
                    }
                }
                ForEach(RuleExamples.latePolicies) { policy in
                    li {
                        "\(policy.frenchDescription.capitalizedFirst)\u{A0}: "
                        a(.href(link(.lateAdding, policy.notation))) { "essayer" }
                        span(.class("hint")) { policy.notation }
                    }
                }
            }
        }
    }

    private func link(_ field: RuleDraft.Field, _ notation: String) -> Link {
        var trial = trial
        trial.draft[field] = notation
        return links.to(.bench(activity: activity.code, trial))
    }
}

/// The rules of the other activities, each a link that tries it here.
private struct OtherRules: HTML {
    let links: PortalLinks
    let activity: Activity
    let trial: RuleTrial
    let others: [Activity]

    var body: some HTML {
        details {
            summary { "Essayer la règle d'une autre activité" }
            ul(.class("list")) {
                ForEach(others) { other in
                    li {
                        a(.href(links.to(.bench(activity: activity.code, trying(other.rules))))) { other.name }
                        span(.class("hint")) { " \(other.rules.adding.notation)" }
                    }
                }
            }
        }
    }

    private func trying(_ rules: BookingRules) -> RuleTrial {
        RuleTrial(month: trial.month, unit: trial.unit, draft: RuleDraft(rules))
    }
}
