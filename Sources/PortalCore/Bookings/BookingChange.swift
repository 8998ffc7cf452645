/// What a parent asks for one slot.
package struct BookingChange: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, DatabaseConvertible {
        case add = "ajout"
        case cancel = "annulation"
    }

    package let kind: Kind
    package let slot: BookingSlot

    package init(_ kind: Kind, _ slot: BookingSlot) {
        self.kind = kind
        self.slot = slot
    }
}

extension BookingChange {
    /// Reads "ajout.12.3.2026-11-04" or "annulation.12.3.2026-11-04", as the recap sends them to be confirmed; nil for anything else.
    package init?(text: some StringProtocol) {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let kind = Kind(rawValue: String(parts[0])), let slot = BookingSlot(text: parts[1]) else { return nil }
        self.init(kind, slot)
    }

    /// "ajout.12.3.2026-11-04".
    package var text: String { "\(kind.rawValue).\(slot.text)" }
}

/// Stored as 1 for an addition, 0 for a cancellation: one bit for each booking ever made.
extension BookingChange.Kind {
    package var databaseValue: DatabaseValue { (self == .add).databaseValue }
    package init?(databaseValue: DatabaseValue) {
        guard let isAddition = Bool(databaseValue: databaseValue) else { return nil }
        self = isAddition ? .add : .cancel
    }
}
