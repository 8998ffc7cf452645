/// An amount of money in euro cents. Integer arithmetic only.
package struct Cents: Hashable, Comparable, Sendable {
    package let amount: Int64

    package init(_ amount: Int64) {
        self.amount = amount
    }

    package static let zero = Cents(0)

    /// Reads "4,20", "4.20" or "4"; nil for anything else.
    package init?(euros text: some StringProtocol) {
        let parts = text.split(separator: text.contains(",") ? "," : ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let euros = Int64(parts[0]), euros < 10_000_000
        else { return nil }
        guard parts.count == 2 else {
            self.init(euros * 100)
            return
        }
        guard parts[1].utf8.count <= 2, let fraction = Int64(parts[1]) else { return nil }
        self.init(euros * 100 + (parts[1].utf8.count == 1 ? fraction * 10 : fraction))
    }

    /// "4,20 €", with spaces that do not break.
    package var french: String {
        let magnitude = amount.magnitude
        return "\(amount < 0 ? "−" : "")\(magnitude / 100),\(padded(Int(magnitude % 100), 2))\u{A0}€"
    }

    /// "4,20", as definition files write it.
    package var notation: String {
        let magnitude = amount.magnitude
        return "\(amount < 0 ? "-" : "")\(magnitude / 100),\(padded(Int(magnitude % 100), 2))"
    }

    /// This amount times a percentage, rounded to the nearest cent, half a cent away from zero.
    package func percent(_ rate: Int) -> Cents {
        let scaled = amount * Int64(rate)
        return Cents(scaled >= 0 ? (scaled + 50) / 100 : -((-scaled + 50) / 100))
    }

    package static func + (left: Cents, right: Cents) -> Cents { Cents(left.amount + right.amount) }
    package static func - (left: Cents, right: Cents) -> Cents { Cents(left.amount - right.amount) }
    package static func < (left: Cents, right: Cents) -> Bool { left.amount < right.amount }
}
