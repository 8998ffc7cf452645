/// One of the values that a field offers.
package struct Choice: Hashable, Sendable {
    package let value: String
    package let label: String
    package let hint: String?

    package init(_ value: String, _ label: String, hint: String? = nil) {
        self.value = value
        self.label = label
        self.hint = hint
    }
}

/// One value out of a list that folds out.
struct SelectField: HTML {
    private let name: String
    private let label: String
    private let choices: [Choice]
    private let hint: String?
    private let isRequired: Bool
    private let isMarked: Bool
    private let form: FormState

    /// - Parameter isMarked: whether a list that may stay as it is says so; those that narrow what is shown all may.
    init(
        _ name: String,
        _ label: String,
        choices: [Choice],
        hint: String? = nil,
        isRequired: Bool = true,
        isMarked: Bool = true,
        in form: FormState
    ) {
        self.name = name
        self.label = label
        self.choices = choices
        self.hint = hint
        self.isRequired = isRequired
        self.isMarked = isMarked
        self.form = form
    }

    var body: some HTML {
        let id = FieldID(name)
        let error = form.error(of: name)
        let description = id.description(hasHint: hint != nil, hasError: error != nil)
        FieldFrame(id: id, label: label, hint: hint, error: error, isRequired: isRequired || !isMarked, control: list(id, description))
    }

    private func list(_ id: FieldID, _ description: String?) -> some HTML {
        select(.id(id.text), .name(name), .required(isRequired), .ariaDescribedBy(description)) {
            ForEach(choices) { choice in
                option(.value(choice.value), .selected(choice.value == form[name])) { choice.label }
            }
        }
    }
}

/// One value out of a few, all shown.
struct RadioGroup: HTML {
    private let name: String
    private let title: String
    private let choices: [Choice]
    private let hint: String?
    private let form: FormState

    init(_ name: String, _ title: String, choices: [Choice], hint: String? = nil, in form: FormState) {
        self.name = name
        self.title = title
        self.choices = choices
        self.hint = hint
        self.form = form
    }

    var body: some HTML {
        ChoiceFieldset(type: .radio, name: name, title: title, choices: choices, hint: hint, error: form.error(of: name)) { $0 == form[name] }
    }
}

/// Several values out of a few, all shown.
struct CheckboxGroup: HTML {
    private let name: String
    private let title: String
    private let choices: [Choice]
    private let hint: String?
    private let ticked: Set<String>
    private let form: FormState

    init(_ name: String, _ title: String, choices: [Choice], hint: String? = nil, ticked: Set<String>, in form: FormState) {
        self.name = name
        self.title = title
        self.choices = choices
        self.hint = hint
        self.ticked = ticked
        self.form = form
    }

    var body: some HTML {
        ChoiceFieldset(
            type: .checkbox,
            name: name,
            title: title,
            choices: choices,
            hint: hint,
            error: form.error(of: name),
            isChecked: ticked.contains
        )
    }
}

/// A single box to tick.
struct CheckboxField: HTML {
    private let name: String
    private let choice: Choice
    private let form: FormState

    init(_ name: String, _ label: String, value: String = "oui", hint: String? = nil, in form: FormState) {
        self.name = name
        choice = Choice(value, label, hint: hint)
        self.form = form
    }

    var body: some HTML {
        let id = FieldID(name)
        let error = form.error(of: name)
        div(.class(error == nil ? "field choices" : "field choices wrong")) {
            if let error { FieldErrorText(id: id, message: error) }
            ChoiceBox(type: .checkbox, id: id.text, name: name, choice: choice, isChecked: form[name] == choice.value)
        }
    }
}

/// Choices under one title, with their hint and what is wrong.
private struct ChoiceFieldset: HTML {
    let type: InputType
    let name: String
    let title: String
    let choices: [Choice]
    let hint: String?
    let error: String?
    let isChecked: (String) -> Bool

    var body: some HTML {
        let id = FieldID(name)
        fieldset(
            .class(error == nil ? "field choices" : "field choices wrong"),
            .ariaDescribedBy(id.description(hasHint: hint != nil, hasError: error != nil))
        ) {
            legend { title }
            if let hint { p(.class("hint"), .id(id.hint)) { hint } }
            if let error { FieldErrorText(id: id, message: error) }
            ForEach(choices.indices) { index in
                ChoiceBox(
                    type: type,
                    id: index == 0 ? id.text : "\(id.text)-\(index)",
                    name: name,
                    choice: choices[index],
                    isChecked: isChecked(choices[index].value)
                )
            }
        }
    }
}

private struct ChoiceBox: HTML {
    let type: InputType
    let id: String
    let name: String
    let choice: Choice
    let isChecked: Bool

    var body: some HTML {
        label(.class("choice"), .for(id)) {
            input(.type(type), .id(id), .name(name), .value(choice.value), .checked(isChecked))
            span {
                choice.label
                if let hint = choice.hint { span(.class("hint")) { hint } }
            }
        }
    }
}
