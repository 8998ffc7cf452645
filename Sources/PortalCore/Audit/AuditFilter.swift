/// What somebody looks for in the journal. A part that is nil leaves everything.
package struct AuditFilter: Hashable, Sendable {
    /// Who acted: a kind of people, or one of them by number.
    package enum Who: Hashable, Sendable {
        case parents, staff, system
        case one(Actor)
    }

    package let firstDay: CivilDate?
    /// The last day, included.
    package let lastDay: CivilDate?
    package let act: AuditAct?
    package let who: Who?
    /// The number of what was acted on.
    package let subject: Int64?

    package init(firstDay: CivilDate? = nil, lastDay: CivilDate? = nil, act: AuditAct? = nil, who: Who? = nil, subject: Int64? = nil) {
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.act = act
        self.who = who
        self.subject = subject
    }

    /// The filter in a line, for the journal itself: "du 2026-11-01 au 2026-11-20, acte account.created, qui parents, objet 12".
    var notation: String {
        let parts = [
            firstDay.map { "du \($0.iso)" }, lastDay.map { "au \($0.iso)" }, act.map { "acte \($0.rawValue)" }, who.map { "qui \($0.notation)" },
            subject.map { "objet \($0)" },
        ].compactMap(\.self)
        return parts.isEmpty ? "tout" : parts.joined(separator: ", ")
    }
}

extension AuditFilter.Who {
    /// "parents", "agents", "portail", "compte-12", "agent-3": in addresses and in the journal.
    package var notation: String {
        switch self {
        case .parents: "parents"
        case .staff: "agents"
        case .system, .one(.system): "portail"
        case .one(.account(let id)): "compte-\(id.rawValue)"
        case .one(.staff(let id)): "agent-\(id.rawValue)"
        }
    }

    /// Reads what `notation` writes; nil for anything else.
    package init?(notation: String) {
        switch notation {
        case "parents": self = .parents
        case "agents": self = .staff
        case "portail": self = .system
        default:
            let parts = notation.split(separator: "-", maxSplits: 1)
            guard parts.count == 2, let number = Identifier<Account>(text: parts[1])?.rawValue else { return nil }
            switch parts[0] {
            case "compte": self = .one(.account(Identifier(number)))
            case "agent": self = .one(.staff(Identifier(number)))
            default: return nil
            }
        }
    }

    /// The kind as the journal stores it, and the number where one person is meant.
    var stored: (kind: Int, number: Int64?) {
        switch self {
        case .system: (0, nil)
        case .parents: (1, nil)
        case .staff: (2, nil)
        case .one(let actor): (actor.stored.kind, actor.stored.number)
        }
    }
}
