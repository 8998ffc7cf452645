/// A field for files: photographs from the camera or the album, or PDF.
struct FileField: HTML {
    private let name: String
    private let label: String
    private let hint: String
    private let isRequired: Bool
    private let takesSeveral: Bool
    private let form: FormState

    init(_ name: String, _ label: String, hint: String = "", isRequired: Bool = false, takesSeveral: Bool = false, in form: FormState) {
        self.name = name
        self.label = label
        self.hint = hint
        self.isRequired = isRequired
        self.takesSeveral = takesSeveral
        self.form = form
    }

    var body: some HTML {
        let id = FieldID(name)
        let error = form.error(of: name)
        FieldFrame(
            id: id,
            label: label,
            hint: "PDF ou photo (JPEG, PNG), 5\u{A0}Mo au plus. \(hint)",
            error: error,
            isRequired: isRequired,
            control: input(
                .type(.file),
                .id(id.text),
                .name(name),
                .accept("application/pdf,image/jpeg,image/png"),
                .multiple(takesSeveral),
                .ariaInvalid(error != nil),
                .ariaDescribedBy(id.description(hasHint: true, hasError: error != nil))
            )
        )
    }
}
