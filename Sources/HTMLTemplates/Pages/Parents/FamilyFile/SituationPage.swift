package import PortalCore

/// "Changement de situation familiale": what changes, since when, and the new address when the family moves.
package struct SituationPage: HTML {
    private let frame: PortalFrame
    private let household: Household
    private let form: FormState

    package init(frame: PortalFrame, household: Household, form: FormState) {
        self.frame = frame
        self.household = household
        self.form = form
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.family),
            title: "Changement de situation familiale",
            introduction: "Dites-nous ce qui change pour le foyer \(household.name)\u{A0}: le service vous répond et met le dossier à jour.",
            crumbs: [frame.homeCrumb, Crumb("Ma famille", frame.links.to(.family))],
            form: form
        ) {
            HTMLTemplates.form(.method(.post), .action(frame.links.to(.situation(household.id))), .novalidate(), .class("form stack")) {
                frame.token
                Card("1. Ce qui change", icon: .family) {
                    RadioGroup(
                        SituationForm.Field.kind.rawValue,
                        "Changement",
                        choices: SituationKind.allCases.map { Choice($0.rawValue, $0.french, hint: $0.hint) },
                        in: form
                    )
                    TextField(SituationForm.Field.day.rawValue, "Depuis le, ou à partir du", kind: .date, in: form)
                    TextAreaField(SituationForm.Field.details.rawValue, "Précisions", isRequired: false, in: form)
                }
                Card("2. Votre nouvelle adresse, si vous déménagez", icon: .place) { SituationAddress(form: form) }
                SubmitButton("Envoyer au service")
            }
        }
    }
}

private struct SituationAddress: HTML {
    let form: FormState

    var body: some HTML {
        CheckboxField(SituationForm.Field.moves.rawValue, "Je déménage", in: form)
        TextField(ChangePart.street.rawValue, ChangePart.street.french, isRequired: false, autocomplete: .streetAddress, in: form)
        TextField(ChangePart.postalCode.rawValue, ChangePart.postalCode.french, kind: .number, isRequired: false, autocomplete: .postalCode, in: form)
        TextField(ChangePart.city.rawValue, ChangePart.city.french, isRequired: false, autocomplete: .town, in: form)
    }
}
