import PortalCore

/// A child's day that can be booked, and by whom.
struct Slot: Hashable, Sendable {
    let account: Identifier<Account>
    let booking: BookingSlot

    /// "12 34.5.2026-11-18": the account, then the child, the unit and the day.
    var line: String { "\(account.rawValue) \(booking.text)" }

    static func read(_ path: String) throws -> [Slot] {
        String(decoding: try SourceFile.contents(of: path), as: UTF8.self).split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard words.count == 2, let account = Int64(words[0]), let booking = BookingSlot(text: words[1]) else { return nil }
            return Slot(account: Identifier(account), booking: booking)
        }
    }
}

/// Something that a parent confirms, once, however often it is sent.
struct Confirmation: Sendable {
    let key: String
    let account: Identifier<Account>
    /// Days added and cancelled, of one child or of several.
    let changes: [BookingChange]

    /// "ajout.12.3.2026-11-04+annulation.12.3.2026-11-05".
    static func changes(text: some StringProtocol) -> [BookingChange]? {
        let changes = text.split(separator: "+").map { BookingChange(text: $0) }
        return changes.contains(nil) ? nil : changes.compactMap(\.self)
    }
}
