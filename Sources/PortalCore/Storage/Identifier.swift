/// The number of a row, typed by what the row is: a child's number is not an activity's.
package struct Identifier<Entity>: Hashable, Comparable, Sendable {
    package let rawValue: Int64

    package init(_ rawValue: Int64) {
        self.rawValue = rawValue
    }

    /// Reads a number out of an address or a form; nil for anything but a positive decimal number.
    package init?(text: some StringProtocol) {
        guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }), let value = Int64(text), value > 0 else { return nil }
        rawValue = value
    }

    package static func < (left: Identifier, right: Identifier) -> Bool { left.rawValue < right.rawValue }
}
