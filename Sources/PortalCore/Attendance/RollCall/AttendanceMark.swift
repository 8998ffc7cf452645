/// What the roll call says of a child, a unit and a day.
package struct AttendanceMark: Hashable, Sendable {
    /// nil: not called yet, or taken back.
    package var presence: Presence?
    /// When the child came; nil when nobody noted it.
    package var arrivedAt: CivilTime?
    /// When it left; nil when nobody noted it.
    package var leftAt: CivilTime?

    package init(_ presence: Presence? = nil, arrivedAt: CivilTime? = nil, leftAt: CivilTime? = nil) {
        self.presence = presence
        self.arrivedAt = arrivedAt
        self.leftAt = leftAt
    }

    /// The mark after some entries, whatever the order in which they were received: they count in the order in which they were made.
    package init(after entries: some Sequence<RollCallEntry>) {
        self.init()
        for entry in entries.sorted(by: { ($0.moment, $0.key.text) < ($1.moment, $1.key.text) }) { apply(entry.act) }
    }

    private mutating func apply(_ act: RollCallAct) {
        switch act {
        case .present(let time):
            presence = .present
            arrivedAt = arrivedAt ?? time
        case .absent: self = AttendanceMark(.absent)
        case .takeBack: self = AttendanceMark()
        case .arrival(let time):
            presence = .present
            arrivedAt = time
        case .departure(let time):
            presence = .present
            leftAt = time
        case .correction(let mark): self = mark
        }
    }
}

/// Whether the child was there.
package enum Presence: Int, CaseIterable, Hashable, Sendable, DatabaseConvertible {
    case present = 1
    case absent = 2

    package var french: String {
        switch self {
        case .present: "Présent"
        case .absent: "Absent"
        }
    }
}

extension AttendanceMark {
    /// "présent, arrivé à 7 h 45, parti à 17 h 30", for the journal and the page of corrections.
    package var french: String {
        guard let presence else { return "non pointé" }
        let times = [arrivedAt.map { "arrivé à \($0.french)" }, leftAt.map { "parti à \($0.french)" }].compactMap(\.self)
        return ([presence.french.lowercased()] + times).joined(separator: ", ")
    }
}
