import PortalCore

/// A word for the family, then the two answers: what the staff say of a certificate, and of a leave.
struct JudgementFields: HTML {
    /// Tells the fields from those of the page's other forms; nil for the only one.
    let line: String?
    let hint: String
    let form: FormState

    var body: some HTML {
        TextField(JudgementField.note.rawValue, "Mot pour le parent", hint: hint, isRequired: false, line: line, in: form)
        ButtonRow {
            SubmitButton(
                "Accepter",
                style: line == nil ? .primary : .secondary,
                icon: .check,
                name: JudgementField.act.rawValue,
                value: JudgementAct.accept.rawValue
            )
            SubmitButton("Refuser", style: .danger, name: JudgementField.act.rawValue, value: JudgementAct.refuse.rawValue)
        }
    }
}
