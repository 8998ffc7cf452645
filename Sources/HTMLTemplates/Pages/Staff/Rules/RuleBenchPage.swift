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
