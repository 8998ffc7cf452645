/// What every field has around it: its label, its hint and its error.
struct FieldFrame<Control: HTML>: HTML {
    let id: FieldID
    let label: String
    let hint: String?
    let error: String?
    let isRequired: Bool
    let control: Control

    var body: some HTML {
        div(.class(error == nil ? "field" : "field wrong")) {
            HTMLTemplates.label(.for(id.text)) {
                label
                if !isRequired { span(.class("optional")) { " (facultatif)" } }
            }
            if let hint { p(.class("hint"), .id(id.hint)) { hint } }
            if let error { FieldErrorText(id: id, message: error) }
            control
        }
    }
}

/// The error of a field, beside it.
struct FieldErrorText: HTML {
    let id: FieldID
    let message: String

    var body: some HTML {
        p(.class("error"), .id(id.error)) {
            IconView(.warning)
            message
        }
    }
}
