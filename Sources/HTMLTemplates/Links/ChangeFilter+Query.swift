package import PortalCore

extension ChangeFilter {
    /// The names in addresses and forms.
    package enum Field: String, CaseIterable, Hashable, Sendable {
        case field = "nature"
        case activity = "activite"
        case age = "attente"
        case assignee = "suivi"
        case state = "etat"
    }

    init(_ address: PageAddress) {
        self.init(
            field: address[Field.field.rawValue].flatMap { slug in ChangeField.allCases.first { $0.slug == slug } },
            activity: address[Field.activity.rawValue].flatMap { $0.isEmpty ? nil : $0 },
            age: address[Field.age.rawValue].flatMap { Int($0) }.flatMap(Age.init(rawValue:)),
            assignee: address[Field.assignee.rawValue].flatMap(Assignee.init(rawValue:)),
            state: address[Field.state.rawValue].flatMap(ChangeState.init(rawValue:))
        )
    }

    /// What a part says in an address; nil where it asks for nothing.
    package subscript(_ part: Field) -> String? {
        switch part {
        case .field: field?.slug
        case .activity: activity
        case .age: age.map { String($0.rawValue) }
        case .assignee: assignee?.rawValue
        case .state: state?.rawValue
        }
    }

    var items: [QueryItem] { Field.allCases.compactMap { part in self[part].map { QueryItem(part.rawValue, $0) } } }
}
