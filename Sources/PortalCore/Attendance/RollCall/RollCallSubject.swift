/// What a tap of the roll call is about: a child at a unit on a day, or a day of a child's care contract.
package enum RollCallSubject: Hashable, Sendable {
    case slot(BookingSlot)
    case care(CareSlot)

    package var date: CivilDate {
        switch self {
        case .slot(let slot): slot.date
        case .care(let slot): slot.date
        }
    }

    /// Tells the child's card from the others of a list: "12" for a booked child, "c7" for a contract.
    package var card: String {
        switch self {
        case .slot(let slot): String(slot.child.rawValue)
        case .care(let slot): "c\(slot.contract.rawValue)"
        }
    }

    /// "12.3.2026-11-04", "c7.2026-11-04".
    package var text: String {
        switch self {
        case .slot(let slot): slot.text
        case .care(let slot): "\(card).\(slot.date.iso)"
        }
    }

    /// nil for anything but such a text.
    package init?(text: some StringProtocol) {
        guard text.first == "c" else {
            guard let slot = BookingSlot(text: text) else { return nil }
            self = .slot(slot)
            return
        }
        let parts = text.dropFirst().split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let contract = Identifier<CareContract>(text: parts[0]), let date = CivilDate(iso: parts[1]) else { return nil }
        self = .care(CareSlot(contract: contract, date: date))
    }
}
