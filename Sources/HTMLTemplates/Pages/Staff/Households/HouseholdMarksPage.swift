package import PortalCore

/// What the staff have noted of a household, and the form of another mark.
package struct HouseholdMarksPage: HTML {
    private let frame: PortalFrame
    private let household: Household
    private let marks: [DatedMark]
    private let choices: [HouseholdMark]
    private let today: CivilDate
    private let form: FormState

    /// - Parameter choices: the marks that the town uses.
    package init(frame: PortalFrame, household: Household, marks: [DatedMark], choices: [HouseholdMark], today: CivilDate, form: FormState) {
        self.frame = frame
        self.household = household
        self.marks = marks
        self.choices = choices
        self.today = today
        self.form = form
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.households),
            title: "Priorités du foyer \(household.name)",
            introduction: "Une marque donne à la famille la priorité que la collectivité y attache, pour les jours réservés entre ses deux dates. "
                + "Ouvrez-la pour la corriger ou y mettre fin.",
            crumbs: frame.crumbs(to: household),
            form: form
        ) {
            if marks.isEmpty {
                EmptyState("Rien n'est noté", icon: .user) { p { "La famille réserve et attend comme toutes les autres." } }
            } else {
                DataTable("Marques de ce foyer", columns: ["Marque", "Jours", "Pièce présentée", "Noté"]) {
                    ForEach(marks) { noted in MarkRow(noted: noted, link: frame.links.to(.mark(household.id, noted.id)), today: today) }
                }
            }
            if choices.isEmpty {
                p { "Les règles de la collectivité ne donnent de priorité à aucune famille\u{A0}: il n'y a rien à noter." }
            } else {
                Card("Noter une marque", icon: .plus) { entry }
            }
        }
    }

    private var entry: some HTML {
        HTMLTemplates.form(.method(.post), .action(frame.links.to(.marks(household.id))), .novalidate(), .class("form")) {
            frame.token
            SelectField(
                HouseholdMarkForm.Field.mark.rawValue,
                "Marque",
                choices: [Choice("", "Choisissez")] + choices.map { Choice($0.rawValue, $0.rawValue.capitalizedFirst) },
                in: form
            )
            MarkFields(form: form)
            SubmitButton("Noter", icon: .check)
        }
    }
}

private struct MarkRow: HTML {
    let noted: DatedMark
    let link: Link
    let today: CivilDate

    var body: some HTML {
        tr {
            th(.scope(.row)) { a(.href(link)) { noted.mark.rawValue.capitalizedFirst } }
            td {
                noted.days.french.capitalizedFirst
                " "
                MarkTag(days: noted.days, today: today)
            }
            td { noted.document }
            td { noted.recorder.isEmpty ? "le \(noted.recordedAt.frenchNumeric)" : "par \(noted.recorder), le \(noted.recordedAt.frenchNumeric)" }
        }
    }
}

/// Whether a mark holds today.
struct MarkTag: HTML {
    let days: MarkDays
    let today: CivilDate

    var body: some HTML {
        if days.cover(today) {
            StateTag("Vaut aujourd'hui", tone: .success, icon: .check)
        } else if days.firstDay > today {
            StateTag("À venir", tone: .neutral, icon: .clock)
        } else {
            StateTag("Terminée", tone: .neutral)
        }
    }
}

/// The days and the document, of a new mark as of one that is corrected.
struct MarkFields: HTML {
    let form: FormState

    var body: some HTML {
        TextField(HouseholdMarkForm.Field.firstDay.rawValue, "Vaut à partir du", kind: .date, in: form)
        TextField(
            HouseholdMarkForm.Field.lastDay.rawValue,
            "Jusqu'au, ce jour compris",
            kind: .date,
            hint: "Laissez vide si la fin n'est pas connue.",
            isRequired: false,
            in: form
        )
        TextField(
            HouseholdMarkForm.Field.document.rawValue,
            "Pièce présentée",
            hint: "Par exemple\u{A0}: attestations d'employeur du 28 août 2026",
            in: form
        )
    }
}
