extension Attribute where Tag == Tags.form {
    static func action(_ link: Link) -> Attribute { Attribute("action", link.address) }
    static func action(_ target: some LinkTarget) -> Attribute { action(Link(target)) }
    static func enctype(_ encoding: FormEncoding?) -> Attribute { Attribute("enctype", encoding?.rawValue) }
    static func method(_ method: FormMethod) -> Attribute { Attribute("method", method.rawValue) }
    /// The server says what is wrong, in its own words, next to the field.
    static func novalidate() -> Attribute { Attribute("novalidate", isPresent: true) }
}

extension Attribute where Tag: FieldTag {
    static func name(_ name: String) -> Attribute { Attribute("name", name) }
    static func disabled(_ isDisabled: Bool) -> Attribute { Attribute("disabled", isPresent: isDisabled) }
}

extension Attribute where Tag: EntryTag {
    static func required(_ isRequired: Bool) -> Attribute { Attribute("required", isPresent: isRequired) }
    static func readonly(_ isReadOnly: Bool) -> Attribute { Attribute("readonly", isPresent: isReadOnly) }
    static func autocomplete(_ purpose: Autocomplete?) -> Attribute { Attribute("autocomplete", purpose?.rawValue) }
    static func maxlength(_ characters: Int?) -> Attribute {
        characters.map { Attribute("maxlength", $0) } ?? Attribute("maxlength", nil as String?)
    }
    static func placeholder(_ text: String?) -> Attribute { Attribute("placeholder", text) }
}

extension Attribute where Tag: ValueTag {
    static func value(_ text: String?) -> Attribute { Attribute("value", text) }
    static func value(_ number: Int) -> Attribute { Attribute("value", number) }
}

extension Attribute where Tag == Tags.input {
    static func type(_ type: InputType) -> Attribute { Attribute("type", type.rawValue) }
    /// The content types that a file may have.
    static func accept(_ types: String) -> Attribute { Attribute("accept", types) }
    /// Whether several files may be chosen.
    static func multiple(_ takesSeveral: Bool) -> Attribute { Attribute("multiple", isPresent: takesSeveral) }
    static func checked(_ isChecked: Bool) -> Attribute { Attribute("checked", isPresent: isChecked) }
    static func inputmode(_ mode: InputMode?) -> Attribute { Attribute("inputmode", mode?.rawValue) }
    static func spellcheck(_ isChecked: Bool) -> Attribute { Attribute("spellcheck", isChecked ? "true" : "false") }
    static func autocapitalize(_ isOn: Bool) -> Attribute { Attribute("autocapitalize", isOn ? nil : "none") }
    static func min(_ value: String?) -> Attribute { Attribute("min", value) }
    static func max(_ value: String?) -> Attribute { Attribute("max", value) }
    /// The id of the `datalist` that the browser proposes values from.
    static func list(_ id: String?) -> Attribute { Attribute("list", id) }
}

extension Attribute where Tag == Tags.textarea {
    static func rows(_ rows: Int) -> Attribute { Attribute("rows", rows) }
}

extension Attribute where Tag == Tags.option {
    static func selected(_ isSelected: Bool) -> Attribute { Attribute("selected", isPresent: isSelected) }
}

extension Attribute where Tag == Tags.button {
    static func type(_ type: ButtonType) -> Attribute { Attribute("type", type.rawValue) }
    /// Where this button sends the form, instead of the form's own address.
    static func formaction(_ link: Link?) -> Attribute { Attribute("formaction", link?.address) }
}

extension Attribute where Tag == Tags.label {
    static func `for`(_ id: String) -> Attribute { Attribute("for", id) }
}
