/// A field of several lines.
struct TextAreaField: HTML {
    private let name: String
    private let label: String
    private let hint: String?
    private let isRequired: Bool
    private let form: FormState

    init(_ name: String, _ label: String, hint: String? = nil, isRequired: Bool = true, in form: FormState) {
        self.name = name
        self.label = label
        self.hint = hint
        self.isRequired = isRequired
        self.form = form
    }

    var body: some HTML {
        let id = FieldID(name)
        let error = form.error(of: name)
        FieldFrame(id: id, label: label, hint: hint, error: error, isRequired: isRequired, control: box(id, error))
    }

    private func box(_ id: FieldID, _ error: String?) -> some HTML {
        textarea(
            .id(id.text),
            .name(name),
            .rows(4),
            .required(isRequired),
            .ariaInvalid(error != nil),
            .ariaDescribedBy(id.description(hasHint: hint != nil, hasError: error != nil))
        ) { form[name] }
    }
}
