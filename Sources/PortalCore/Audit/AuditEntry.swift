/// One act in the portal's journal: who did what to what, and when.
package struct AuditEntry: Hashable, Sendable {
    package let at: Instant
    package let actor: Actor
    package let act: AuditAct
    /// The number of what the act changed; the act says what kind of thing it is.
    package let subject: Int64
    /// What a reader needs beyond it, compact; empty for nothing.
    package let detail: String
}

/// Who acts.
package enum Actor: Hashable, Sendable {
    case account(Identifier<Account>)
    case staff(Identifier<StaffMember>)
    case system

    /// What the journal stores: the kind and the number.
    var stored: (kind: Int, number: Int64) {
        switch self {
        case .system: (0, 0)
        case .account(let id): (1, id.rawValue)
        case .staff(let id): (2, id.rawValue)
        }
    }

    /// nil for a kind that does not exist.
    init?(kind: Int, number: Int64) {
        switch kind {
        case 0: self = .system
        case 1: self = .account(Identifier(number))
        case 2: self = .staff(Identifier(number))
        default: return nil
        }
    }
}

/// The name of an act, "account.created": what it is done to, and what is done. Each folder names its own in an extension.
package struct AuditAct: RawRepresentable, Hashable, Sendable, DatabaseConvertible {
    package let rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }
}
