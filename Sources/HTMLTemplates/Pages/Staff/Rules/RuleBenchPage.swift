package import PortalCore

/// The bench of an activity: its rules, a form to try others, a month of deadlines, last month's requests judged again, and the publication.
package struct RuleBenchPage: HTML {
    private let frame: PortalFrame
    private let bench: RuleBench
    private let replay: RuleReplay?
    private let trial: RuleTrial
    private let form: FormState
    private let others: [Activity]

    /// - Parameters:
    ///   - replay: nil while nothing is tried.
    ///   - form: the tried rules as typed, with what is wrong in them.
    ///   - others: the activities whose rules can be tried here.
    package init(frame: PortalFrame, bench: RuleBench, replay: RuleReplay?, trial: RuleTrial, form: FormState, others: [Activity]) {
        self.frame = frame
        self.bench = bench
        self.replay = replay
        self.trial = trial
        self.form = form
        self.others = others
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.rules),
            title: "Délais\u{A0}: \(bench.activity.name)",
            introduction: "Essayez une règle, comparez les dates, puis publiez-la à partir d'un jour.",
            crumbs: [Crumb("Délais de réservation", frame.links.to(.list as RuleDeskPage))],
            form: form
        ) {
            RulesInForce(frame: frame, activity: bench.activity)
            RuleTrialForm(frame: frame, bench: bench, trial: trial, form: form, others: others)
            RuleBenchMonth(links: frame.links, bench: bench, trial: trial)
            if let replay { RuleReplayCard(replay: replay, activity: bench.activity) }
            if bench.tried != nil { RulePublicationForm(frame: frame, activity: bench.activity, trial: trial, form: form) }
        }
    }
}

/// The rules that hold now, and those that will, which can be taken back.
private struct RulesInForce: HTML {
    let frame: PortalFrame
    let activity: Activity

    var body: some HTML {
        Card("Les règles en vigueur", icon: .clock) {
            RuleWords(rules: activity.rules)
            ForEach(activity.datedRules) { dated in
                h3 { dated.frenchDays.capitalizedFirst }
                RuleWords(rules: dated.rules)
                form(.method(.post), .action(frame.links.to(.withdrawal(activity: activity.code)))) {
                    frame.token
                    HiddenField(RuleDraft.Field.firstDay.rawValue, dated.firstDay.iso)
                    SubmitButton("Retirer la règle \(dated.frenchDays)", style: .quiet, icon: .cross)
                }
            }
        }
    }
}

/// The fields of the tried rules. They are sent by GET: a trial has an address that a colleague can open.
private struct RuleTrialForm: HTML {
    let frame: PortalFrame
    let bench: RuleBench
    let trial: RuleTrial
    let form: FormState
    let others: [Activity]

    var body: some HTML {
        Card("Essayer une règle", icon: .edit, id: "essai") {
            HTMLTemplates.form(.method(.get), .action(frame.links.to(.bench(activity: bench.activity.code, RuleTrial()))), .class("form stack")) {
                TextField(
                    RuleDraft.Field.adding.rawValue,
                    "Réserver jusqu'à",
                    hint: "J-7, J-2 12:00 hors week-ends, 72 h, jeudi S-1 12:00, session-4 semaines, aucun…",
                    autocomplete: .off,
                    in: form
                )
                TextField(
                    RuleDraft.Field.cancelling.rawValue,
                    "Annuler jusqu'à",
                    hint: "Vide\u{A0}: comme la réservation.",
                    isRequired: false,
                    autocomplete: .off,
                    in: form
                )
                TextField(
                    RuleDraft.Field.lateAdding.rawValue,
                    "Réserver hors délai",
                    hint: "refus, service, majoration 20 %, majoration 1,50 € jusqu'à J-2 12:00",
                    autocomplete: .off,
                    in: form
                )
                TextField(RuleDraft.Field.lateCancelling.rawValue, "Annuler hors délai", hint: "refus, absence", autocomplete: .off, in: form)
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
            if !others.isEmpty { OtherRules(links: frame.links, activity: bench.activity, trial: trial, others: others) }
        }
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
