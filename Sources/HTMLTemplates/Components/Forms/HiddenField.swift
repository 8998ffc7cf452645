/// A value that goes with a form unseen.
struct HiddenField: HTML {
    private let name: String
    private let value: String

    init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    var body: some HTML {
        input(.type(.hidden), .name(name), .value(value))
    }
}

/// Proof that a form comes from this person's own page of this site (CSRF).
package struct FormToken: Hashable, Sendable {
    package static let fieldName = "jeton"

    package let text: String

    package init(_ text: String) {
        self.text = text
    }
}

extension FormToken: HTML {
    package var body: some HTML { HiddenField(FormToken.fieldName, text) }
}
