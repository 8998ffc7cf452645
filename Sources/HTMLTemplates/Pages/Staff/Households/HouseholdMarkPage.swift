package import PortalCore

/// What the buttons of a mark's page do.
package enum MarkAct: String, Sendable {
    case correct = "corriger"
    case end = "terminer"
    case remove = "supprimer"
}

/// One mark of a household: its days and its document to correct, its end.
package struct HouseholdMarkPage: HTML {
    private let frame: PortalFrame
    private let household: Household
    private let noted: DatedMark
    private let today: CivilDate
    private let form: FormState

    package init(frame: PortalFrame, household: Household, noted: DatedMark, today: CivilDate, form: FormState) {
        self.frame = frame
        self.household = household
        self.noted = noted
        self.today = today
        self.form = form
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.households),
            title: noted.mark.rawValue.capitalizedFirst,
            introduction: "Foyer \(household.name), \(noted.days.french).",
            crumbs: frame.crumbs(to: household) + [Crumb("Priorités", frame.links.to(.marks(household.id)))],
            form: form
        ) {
            p { MarkTag(days: noted.days, today: today) }
            Card("Corriger", icon: .edit) {
                entry {
                    MarkFields(form: form)
                    SubmitButton(
                        "Enregistrer la correction",
                        icon: .check,
                        name: HouseholdMarkForm.Field.act.rawValue,
                        value: MarkAct.correct.rawValue
                    )
                }
            }
            Card("Terminer ou supprimer", icon: .cross) {
                p { "Terminer garde la marque et la fait valoir jusqu'à aujourd'hui. Supprimer est pour une marque notée par erreur." }
                entry {
                    ButtonRow {
                        if noted.days.cover(today), noted.days.lastDay != today { button("Terminer aujourd'hui", .end, .secondary) }
                        button("Supprimer la marque", .remove, .danger)
                    }
                }
            }
        }
    }

    private func button(_ label: String, _ act: MarkAct, _ style: ButtonStyle) -> SubmitButton {
        SubmitButton(label, style: style, name: HouseholdMarkForm.Field.act.rawValue, value: act.rawValue)
    }

    private func entry(@HTMLBuilder _ content: () -> some HTML) -> some HTML {
        HTMLTemplates.form(.method(.post), .action(frame.links.to(.mark(household.id, noted.id))), .novalidate(), .class("form")) {
            frame.token
            content()
        }
    }
}
