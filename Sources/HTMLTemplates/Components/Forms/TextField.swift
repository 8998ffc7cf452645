/// A field of one line: a text, an address, a telephone number, a password, a date.
struct TextField: HTML {
    /// What is typed, which decides the keyboard and what the browser checks.
    enum Kind {
        case text, email, telephone, password, date, time, moment, number

        fileprivate var type: InputType {
            switch self {
            case .text, .number: .text
            case .email: .email
            case .telephone: .tel
            case .password: .password
            case .date: .date
            case .time: .time
            case .moment: .moment
            }
        }

        /// Width of the box, after what it takes.
        fileprivate var width: String {
            switch self {
            case .text, .email, .password: "wide"
            case .telephone, .date, .time, .moment: "short"
            case .number: "tiny"
            }
        }
    }

    private let kind: Kind
    private let name: String
    private let label: String
    private let hint: String?
    private let isRequired: Bool
    private let autocomplete: Autocomplete?
    /// What the browser proposes while something is typed; other words may be typed all the same.
    private let suggestions: [String]
    private let line: String?
    private let form: FormState

    /// - Parameters:
    ///   - line: tells the field from the same one of the page's other forms, where there are several.
    ///   - form: gives the value and the error of the field that has this name. A password is never written back.
    init(
        _ name: String,
        _ label: String,
        kind: Kind = .text,
        hint: String? = nil,
        isRequired: Bool = true,
        autocomplete: Autocomplete? = nil,
        suggestions: [String] = [],
        line: String? = nil,
        in form: FormState
    ) {
        self.kind = kind
        self.name = name
        self.label = label
        self.hint = hint
        self.isRequired = isRequired
        self.autocomplete = autocomplete
        self.suggestions = suggestions
        self.line = line
        self.form = form
    }

    var body: some HTML {
        // The summary of errors leads to the field of the one form that is wrong.
        let id = FieldID(form.errors.isEmpty ? [name, line].compactMap(\.self).joined(separator: "-") : name)
        let error = form.error(of: name)
        FieldFrame(id: id, label: label, hint: hint, error: error, isRequired: isRequired, control: control(id, error))
    }

    @HTMLBuilder
    private func control(_ id: FieldID, _ error: String?) -> some HTML {
        box(id, error)
        if !suggestions.isEmpty { datalist(.id("\(id.text)-liste")) { ForEach(suggestions) { each in option(.value(each)) {} } } }
    }

    private func box(_ id: FieldID, _ error: String?) -> some HTML {
        input(
            .class(kind.width),
            .type(kind.type),
            .id(id.text),
            .name(name),
            .value(kind == .password ? nil : form[name]),
            .required(isRequired),
            .autocomplete(autocomplete),
            .list(suggestions.isEmpty ? nil : "\(id.text)-liste"),
            .inputmode(kind == .number ? .numeric : nil),
            .autocapitalize(autocomplete != .username && kind != .email),
            .ariaInvalid(error != nil),
            .ariaDescribedBy(id.description(hasHint: hint != nil, hasError: error != nil))
        )
    }
}
