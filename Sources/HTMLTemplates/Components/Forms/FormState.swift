/// A form as it was sent: what was typed, and what is wrong with it. An empty one is a form not yet filled in.
package struct FormState: Hashable, Sendable {
    private var values: [String: String]
    /// In the order of the fields.
    package private(set) var errors: [FieldError]

    package init(values: [String: String] = [:], errors: [FieldError] = []) {
        self.values = values
        self.errors = errors
    }

    package subscript(_ field: String) -> String { values[field] ?? "" }

    package func error(of field: String) -> String? { errors.first { $0.field == field }?.message }
}

/// What is wrong with a field, and how to put it right.
package struct FieldError: Hashable, Sendable {
    /// The field's name in the form.
    package let field: String
    package let message: String

    package init(_ field: String, _ message: String) {
        self.field = field
        self.message = message
    }
}

/// The id of a field, which its label, its hint, its error and the summary of the errors refer to.
struct FieldID {
    let text: String

    init(_ name: String) {
        text = "champ-" + name
    }

    var hint: String { text + "-aide" }
    var error: String { text + "-erreur" }

    /// The value of `aria-describedby`: the error first, as it matters more.
    func description(hasHint: Bool, hasError: Bool) -> String? {
        switch (hasHint, hasError) {
        case (true, true): "\(error) \(hint)"
        case (true, false): hint
        case (false, true): error
        case (false, false): nil
        }
    }
}
