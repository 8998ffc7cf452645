/// A line of the journal with the name of who acted.
package struct AuditLine: Hashable, Sendable {
    package let entry: AuditEntry
    /// nil for the portal itself, and for somebody who is gone.
    package let actorName: String?
    package let position: AuditPosition

    package init(entry: AuditEntry, actorName: String?, position: AuditPosition) {
        self.entry = entry
        self.actorName = actorName
        self.position = position
    }

    /// "Nadia Benali (agent 1)", "Marie Dupont (compte 12)", "le portail".
    package var actorFrench: String {
        let who = AuditFilter.Who.one(entry.actor).notation.split(separator: "-").joined(separator: "\u{A0}")
        guard entry.actor != .system else { return "Le portail" }
        return actorName.map { "\($0) (\(who))" } ?? who
    }
}

/// Where a line stands in the journal, by time: lists go on from there.
package struct AuditPosition: Hashable, Sendable {
    package let at: Instant
    package let chain: Int
    package let number: Int64

    package init(at: Instant, chain: Int, number: Int64) {
        self.at = at
        self.chain = chain
        self.number = number
    }

    /// After every line: the year 9999.
    static let latest = AuditPosition(at: Instant(seconds: 253_402_300_799), chain: Int(Int32.max), number: .max)

    /// "1782900000-3-41", in addresses.
    package var text: String { "\(at.seconds)-\(chain)-\(number)" }

    package init?(text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int64($0) }
        guard parts.count == 3, let at = parts[0], let chain = parts[1].flatMap({ Int(exactly: $0) }), let number = parts[2] else { return nil }
        self.init(at: Instant(seconds: at), chain: chain, number: number)
    }
}
