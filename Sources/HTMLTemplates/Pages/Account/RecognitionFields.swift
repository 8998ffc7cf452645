import PortalCore

/// The children and the message by which the staff find a family.
struct RecognitionFields: HTML {
    let form: FormState

    var body: some HTML {
        ForEach(Array(0..<RecognitionForm.mostChildren)) { index in
            fieldset(.class("field")) {
                legend { index == 0 ? "Premier enfant" : "Enfant \(index + 1) (facultatif)" }
                ChildLineFields(index: index, form: form)
            }
        }
        TextAreaField(
            RecognitionForm.Field.message.rawValue,
            "Message au service",
            hint: "Par exemple\u{A0}: l'école, l'autre parent, la date d'arrivée dans la commune.",
            isRequired: false,
            in: form
        )
    }
}

private struct ChildLineFields: HTML {
    let index: Int
    let form: FormState

    var body: some HTML {
        TextField(RecognitionForm.Field.firstName(index).rawValue, "Prénom de l'enfant", isRequired: index == 0, autocomplete: .off, in: form)
        TextField(RecognitionForm.Field.lastName(index).rawValue, "Nom de l'enfant", isRequired: index == 0, autocomplete: .off, in: form)
        TextField(RecognitionForm.Field.birthDay(index).rawValue, "Date de naissance", kind: .date, isRequired: index == 0, in: form)
    }
}
