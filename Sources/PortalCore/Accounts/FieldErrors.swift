/// What is wrong with a form, field by field, in the order of the form. Nothing was written.
package struct FieldErrors: Error, Hashable, Sendable {
    /// One field's sentence.
    package struct Entry: Hashable, Sendable {
        /// The field's name in the form.
        package let field: String
        /// A French sentence for the reader.
        package let message: String
    }

    package private(set) var entries: [Entry] = []

    package init() {}

    /// One wrong field.
    package init(_ field: some RawRepresentable<String>, _ message: String) {
        add(field, message)
    }

    package var isEmpty: Bool { entries.isEmpty }

    /// The first sentence about a field; nil when it is right.
    package subscript(_ field: some RawRepresentable<String>) -> String? { entries.first { $0.field == field.rawValue }?.message }

    package mutating func add(_ field: some RawRepresentable<String>, _ message: String) {
        entries.append(Entry(field: field.rawValue, message: message))
    }

    /// Keeps the value, or notes the sentence where there is none.
    package mutating func require<Value>(_ value: Value?, _ field: some RawRepresentable<String>, _ message: String) -> Value? {
        if value == nil { add(field, message) }
        return value
    }

    /// The same sentences in the order of a form's fields.
    package func inOrder<Field: CaseIterable & RawRepresentable<String>>(of form: Field.Type) -> FieldErrors {
        var ordered = FieldErrors()
        for field in Field.allCases {
            for entry in entries where entry.field == field.rawValue { ordered.add(field, entry.message) }
        }
        return ordered
    }
}
