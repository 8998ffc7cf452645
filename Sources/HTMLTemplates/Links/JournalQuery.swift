/// What an address of the journal asks for, as typed: each part may be wrong or empty, the page says so.
package struct JournalQuery: Hashable, Sendable {
    package var firstDay: String
    package var lastDay: String
    package var act: String
    package var who: String
    package var subject: String
    /// The last line of the page before.
    package var after: String

    package init(firstDay: String = "", lastDay: String = "", act: String = "", who: String = "", subject: String = "", after: String = "") {
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.act = act
        self.who = who
        self.subject = subject
        self.after = after
    }

    /// The names in addresses and forms.
    package enum Field: String, CaseIterable, Hashable, Sendable {
        case firstDay = "du"
        case lastDay = "au"
        case act = "acte"
        case who = "qui"
        case subject = "objet"
        case after = "apres"
    }

    package subscript(_ field: Field) -> String {
        get {
            switch field {
            case .firstDay: firstDay
            case .lastDay: lastDay
            case .act: act
            case .who: who
            case .subject: subject
            case .after: after
            }
        }
        set {
            switch field {
            case .firstDay: firstDay = newValue
            case .lastDay: lastDay = newValue
            case .act: act = newValue
            case .who: who = newValue
            case .subject: subject = newValue
            case .after: after = newValue
            }
        }
    }

    init(_ address: PageAddress) {
        self.init()
        for field in Field.allCases { self[field] = address[field.rawValue] ?? "" }
    }

    /// What is not empty.
    var items: [QueryItem] { Field.allCases.filter { !self[$0].isEmpty }.map { QueryItem($0.rawValue, self[$0]) } }
}
