/// Which of the families' changes the staff's inbox shows.
package struct ChangeFilter: Hashable, Sendable {
    /// How long a change waits.
    package enum Age: Int, CaseIterable, Hashable, Sendable {
        case threeDays = 3
        case week = 7
        case month = 30

        package var french: String { "Depuis plus de \(rawValue) jours" }
    }

    /// Who has taken it on, seen from the reader.
    package enum Assignee: String, CaseIterable, Hashable, Sendable {
        case reader = "moi"
        case nobody = "personne"
        case others = "autres"

        package var french: String {
            switch self {
            case .reader: "À moi"
            case .nobody: "À personne"
            case .others: "À d'autres"
            }
        }
    }

    package var field: ChangeField?
    /// The code of an activity in which a child that it is about is enrolled.
    package var activity: String?
    package var age: Age?
    package var assignee: Assignee?
    /// `waiting` or `notified`: the others are settled.
    package var state: ChangeState?

    /// - Parameter state: nil is kept for what is settled.
    package init(
        field: ChangeField? = nil,
        activity: String? = nil,
        age: Age? = nil,
        assignee: Assignee? = nil,
        state: ChangeState? = nil
    ) {
        self.field = field
        self.activity = activity
        self.age = age
        self.assignee = assignee
        self.state = state.flatMap { Self.states.contains($0) ? $0 : nil }
    }

    /// The states in which a change is in the inbox.
    package static let states: [ChangeState] = [.waiting, .notified]

    package var isEmpty: Bool { self == ChangeFilter() }
}
