/// What is known of something: a name and a value on each line.
struct DefinitionList: HTML {
    private let entries: [Definition]

    init(_ entries: [Definition]) {
        self.entries = entries
    }

    var body: some HTML {
        dl(.class("facts")) {
            ForEach(entries) { entry in
                div {
                    dt { entry.term }
                    dd { entry.value }
                }
            }
        }
    }
}

package struct Definition: Hashable, Sendable {
    package let term: String
    package let value: String

    package init(_ term: String, _ value: String) {
        self.term = term
        self.value = value
    }
}
