package import PortalCore

/// The fields of closing a day and of opening it again.
package enum ClosingField: String, Sendable {
    case notesAbsences = "absents"
    case reason = "motif"
    /// Which of the two is asked for.
    case act = "acte"
}

/// What a form about a day asks for.
package enum ClosingAct: String, Sendable {
    case close = "clore"
    case reopen = "rouvrir"
}

/// Closing a day: who is not called yet comes first.
package struct ClosingPage: HTML {
    private let frame: PortalFrame
    private let closing: DayClosing
    private let form: FormState

    package init(frame: PortalFrame, closing: DayClosing, form: FormState) {
        self.frame = frame
        self.closing = closing
        self.form = form
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.rollCall),
            title: closing.closedAt == nil ? "Clore la journée" : "Journée close",
            introduction: "\(closing.activity.name), \(closing.date.french)",
            crumbs: [Crumb("Pointage", back)],
            form: form
        ) {
            if closing.isLocked {
                Notice(.neutral, title: "Journée verrouillée pour la facturation") { p { "Plus rien ne peut y être changé." } }
            } else if let closedAt = closing.closedAt {
                Reopening(frame: frame, closing: closing, closedAt: closedAt, form: form)
            } else {
                Uncalled(closing: closing, links: frame.links)
                ClosingForm(frame: frame, closing: closing, form: form)
            }
        }
    }

    private var back: Link { frame.links.to(.rollCall(RollCallPlace(activity: closing.activity.code, day: closing.date), search: nil)) }
}

private struct Uncalled: HTML {
    let closing: DayClosing
    let links: PortalLinks

    var body: some HTML {
        if closing.uncalled.isEmpty {
            Notice(.success, title: "Tous les enfants attendus sont pointés") { p { "La journée peut être close." } }
        } else {
            Card("À pointer (\(closing.uncalled.count))", icon: .clock) {
                ul(.class("list")) {
                    ForEach(closing.uncalled) { each in
                        li {
                            a(.class("person"), .href(list(each.unit))) {
                                Initial(each.child.firstName)
                                span(.class("person-text")) {
                                    strong { each.child.fullName }
                                    span(.class("hint")) { each.unit?.name ?? RollCallChild.regularCare }
                                }
                                IconView(.next)
                            }
                        }
                    }
                }
            }
        }
    }

    private func list(_ unit: BookableUnit?) -> Link {
        links.to(.rollCall(RollCallPlace(activity: closing.activity.code, unit: unit?.code, day: closing.date), search: nil))
    }
}

private struct ClosingForm: HTML {
    let frame: PortalFrame
    let closing: DayClosing
    let form: FormState

    var body: some HTML {
        HTMLTemplates.form(.method(.post), .action(frame.links.to(.closing(activity: closing.activity.code, day: closing.date)))) {
            frame.token
            HiddenField(ClosingField.act.rawValue, ClosingAct.close.rawValue)
            if !closing.uncalled.isEmpty {
                CheckboxField(
                    ClosingField.notesAbsences.rawValue,
                    "Noter absents les enfants qui ne sont pas pointés",
                    hint: "Leur absence n'a pas été signalée\u{A0}: elle est facturée sauf justificatif.",
                    in: form
                )
            }
            ButtonRow { SubmitButton("Clore la journée", icon: .lock) }
        }
    }
}

private struct Reopening: HTML {
    let frame: PortalFrame
    let closing: DayClosing
    let closedAt: Instant
    let form: FormState

    var body: some HTML {
        p { "Cette journée a été close le \(closedAt.french)." }
        HTMLTemplates.form(.method(.post), .action(frame.links.to(.closing(activity: closing.activity.code, day: closing.date))), .novalidate()) {
            frame.token
            HiddenField(ClosingField.act.rawValue, ClosingAct.reopen.rawValue)
            TextField(ClosingField.reason.rawValue, "Pourquoi la rouvrir", hint: "Le motif est gardé dans le journal.", in: form)
            ButtonRow { SubmitButton("Rouvrir la journée", style: .secondary, icon: .edit) }
        }
    }
}
