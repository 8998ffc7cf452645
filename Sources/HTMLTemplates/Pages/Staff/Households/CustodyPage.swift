package import PortalCore

/// Where a child of two households lives on each day, for the staff to edit.
package struct CustodyPage: HTML {
    package struct Model: Sendable {
        package let frame: PortalFrame
        package let household: Identifier<Household>
        package let file: CustodyFile
        /// The coming weeks under the rhythm as it stands.
        package let spans: [CustodySpan]
        /// What parents ask for, the latest first.
        package let wishes: [CustodyWish]
        package let form: FormState
        package let exceptionForm: FormState

        package init(
            frame: PortalFrame,
            household: Identifier<Household>,
            file: CustodyFile,
            spans: [CustodySpan],
            wishes: [CustodyWish],
            form: FormState,
            exceptionForm: FormState
        ) {
            self.frame = frame
            self.household = household
            self.file = file
            self.spans = spans
            self.wishes = wishes
            self.form = form
            self.exceptionForm = exceptionForm
        }

        func name(of household: Identifier<Household>) -> String { file.homes.first { $0.household == household }?.name ?? "" }
        var homes: [Choice] { file.homes.map { Choice(String($0.household.rawValue), $0.name) } }
        var address: Link { frame.links.to(.custody(household, file.child.id) as HouseholdDeskPage) }
    }

    private let model: Model

    package init(_ model: Model) {
        self.model = model
    }

    package var body: some HTML {
        PageLayout(
            model.frame.around(.households),
            title: "Garde alternée\u{A0}: \(model.file.child.firstName)",
            introduction: "Chaque jour, le foyer chez qui l'enfant vit réserve et paie\u{A0}; l'autre ne peut pas réserver ce jour-là.",
            crumbs: [
                Crumb("Familles", model.frame.links.to(.list(search: nil))), Crumb("Dossier", model.frame.links.to(.household(model.household))),
            ],
            form: model.exceptionForm
        ) {
            CustodyDeskWishes(model: model)
            CustodyRhythm(model: model)
            if model.file.calendar != nil {
                CustodyExceptions(model: model)
                Card("Les prochaines semaines", icon: .agenda) {
                    DataTable("Où vit \(model.file.child.firstName)", columns: ["Jours", "Foyer"]) {
                        ForEach(model.spans) { span in CustodySpanRow(span: span, name: model.name(of: span.household)) }
                    }
                }
            }
        }
    }
}

/// The swaps that wait, for the staff to decide where the homes do not agree; and what became of the others.
private struct CustodyDeskWishes: HTML {
    let model: CustodyPage.Model

    var body: some HTML {
        if !model.wishes.isEmpty {
            Card("Échanges demandés par les parents", icon: .request) {
                ForEach(model.wishes) { wish in
                    HTMLTemplates.form(.method(.post), .action(model.address)) {
                        model.frame.token
                        HiddenField(CustodyWishAct.wish, String(wish.id.rawValue))
                        p {
                            strong { "\(wish.days.frenchSpan.capitalizedFirst)\u{A0}: \(model.name(of: wish.household))" }
                            ". \(wish.state.french). Demandé par \(wish.askedByName) le \(wish.askedAt.frenchNumeric)."
                        }
                        if !wish.message.isEmpty { TownText(TextBlock.blocks(of: wish.message)) }
                        if wish.state == .asked {
                            ButtonRow {
                                SubmitButton("Accepter", style: .secondary, name: CustodyField.act, value: CustodyWishState.agreed.rawValue)
                                SubmitButton("Refuser", style: .quiet, name: CustodyField.act, value: CustodyWishState.refused.rawValue)
                            }
                        }
                    }
                }
            }
        }
    }
}

private struct CustodyRhythm: HTML {
    let model: CustodyPage.Model

    var body: some HTML {
        Card("Rythme", icon: .calendar) {
            HTMLTemplates.form(.method(.post), .action(model.address), .novalidate(), .class("form")) {
                model.frame.token
                SelectField(CustodyField.even, "Semaines paires chez", choices: model.homes, hint: "Numéros de semaine du calendrier", in: model.form)
                SelectField(
                    CustodyField.changeDay,
                    "L'enfant change de foyer le",
                    choices: Weekday.allCases.map { Choice(String($0.rawValue), $0.frenchName) },
                    hint: "Ce jour-là, le nouveau foyer réserve déjà.",
                    in: model.form
                )
                SelectField(
                    CustodyField.holidays,
                    "Vacances scolaires",
                    choices: [Choice("", "Le rythme des semaines continue")]
                        + model.file.homes.map {
                            Choice(String($0.household.rawValue), "Par moitiés\u{A0}: la première chez \($0.name) les années paires")
                        },
                    hint: "L'année est celle du premier jour des vacances. Les ponts de moins d'une semaine suivent les semaines.",
                    isRequired: false,
                    in: model.form
                )
                SubmitButton("Enregistrer le rythme", name: CustodyField.act, value: "rythme")
            }
        }
    }
}

private struct CustodyExceptions: HTML {
    let model: CustodyPage.Model

    var body: some HTML {
        Card("Exceptions", icon: .edit) {
            ForEach(model.file.calendar?.exceptions ?? []) { exception in
                HTMLTemplates.form(.method(.post), .action(model.address)) {
                    model.frame.token
                    HiddenField(CustodyField.first, exception.days.lowerBound.iso)
                    p {
                        "Du \(exception.days.lowerBound.french) au \(exception.days.upperBound.french)\u{A0}: \(model.name(of: exception.household))"
                    }
                    SubmitButton(
                        "Retirer l'exception du \(exception.days.lowerBound.frenchDayAndMonth)",
                        style: .quiet,
                        name: CustodyField.act,
                        value: "retrait"
                    )
                }
            }
            HTMLTemplates.form(.method(.post), .action(model.address), .novalidate(), .class("filters")) {
                model.frame.token
                TextField(CustodyField.first, "Du", kind: .date, in: model.exceptionForm)
                TextField(CustodyField.last, "Au, ce jour compris", kind: .date, in: model.exceptionForm)
                SelectField(CustodyField.household, "Chez", choices: model.homes, in: model.exceptionForm)
                SubmitButton("Ajouter l'exception", style: .secondary, name: CustodyField.act, value: "exception")
            }
        }
    }
}

private struct CustodySpanRow: HTML {
    let span: CustodySpan
    let name: String

    var body: some HTML {
        tr {
            th(.scope(.row)) { "\(span.days.lowerBound.frenchShort) – \(span.days.upperBound.frenchShort)" }
            td { name }
        }
    }
}

/// The names of the forms' fields.
package enum CustodyField {
    package static let act = "acte"
    package static let even = "paires"
    package static let changeDay = "jour"
    package static let holidays = "vacances"
    package static let first = "du"
    package static let last = "au"
    package static let household = "foyer"
}
