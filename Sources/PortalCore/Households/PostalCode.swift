/// A French postal code: five digits, of metropolitan France, Corsica or overseas.
package struct PostalCode: Hashable, Sendable {
    /// "91070".
    package let digits: String

    /// Reads "91070" or "91 070"; nil for anything else and for departments that do not exist (00, 96, 99).
    package init?(_ text: some StringProtocol) {
        let digits = String(text).filter { !$0.isWhitespace }
        guard digits.utf8.count == 5, digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        guard !["00", "96", "99"].contains(String(digits.prefix(2))) else { return nil }
        self.digits = digits
    }
}

extension PostalCode: DatabaseConvertible {
    package var databaseValue: DatabaseValue { .text(digits) }
    /// What is stored is five digits already.
    package init?(databaseValue: DatabaseValue) {
        guard case .text(let value) = databaseValue, value.utf8.count == 5, value.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        digits = value
    }
}
