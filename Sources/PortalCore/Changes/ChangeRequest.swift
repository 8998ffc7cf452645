/// A parent's change of a field: what it was, what it becomes, and where it is.
package struct ChangeRequest: Hashable, Sendable {
    package let id: Identifier<ChangeRequest>
    package let field: ChangeField
    /// The number of the adult, the household or the child that the field belongs to.
    package let subject: Int64
    package let household: Identifier<Household>
    package let old: ChangeValue
    package let new: ChangeValue
    package let state: ChangeState
    /// Why the staff refused; empty otherwise.
    package let reason: String
    package let askedAt: Instant
    package let settledAt: Instant?

    package init(
        id: Identifier<ChangeRequest>,
        field: ChangeField,
        subject: Int64,
        household: Identifier<Household>,
        old: ChangeValue,
        new: ChangeValue,
        state: ChangeState,
        reason: String,
        askedAt: Instant,
        settledAt: Instant?
    ) {
        self.id = id
        self.field = field
        self.subject = subject
        self.household = household
        self.old = old
        self.new = new
        self.state = state
        self.reason = reason
        self.askedAt = askedAt
        self.settledAt = settledAt
    }
}

package enum ChangeState: String, CaseIterable, Hashable, Sendable, DatabaseConvertible {
    /// Done at once.
    case done = "faite"
    /// Done at once; the staff have not read it yet.
    case notified = "signalée"
    case waiting = "en attente"
    case accepted = "acceptée"
    case refused = "refusée"

    package var french: String {
        switch self {
        case .done, .notified: "Faite"
        case .waiting: "En attente du service"
        case .accepted: "Acceptée"
        case .refused: "Refusée"
        }
    }
}

/// A request as the staff's inbox shows it.
package struct WaitingChange: Hashable, Sendable {
    package let request: ChangeRequest
    /// Whom it is about: "Léa Dupont", "DUPONT - MARTIN".
    package let subjectName: String
    package let askedBy: String
    /// Who of the staff has taken it on; nil while nobody has.
    package let assignee: ChangeAssignee?

    package init(request: ChangeRequest, subjectName: String, askedBy: String, assignee: ChangeAssignee?) {
        self.assignee = assignee
        self.request = request
        self.subjectName = subjectName
        self.askedBy = askedBy
    }
}

/// The member of the staff who has taken a change on.
package struct ChangeAssignee: Hashable, Sendable {
    package let member: Identifier<StaffMember>
    /// "Claire Moreau".
    package let name: String
}
