/// An e-mail address that mail servers accept as written: ASCII, a dot-atom before the @ (RFC 5321 section 4.1.2), a domain with a dot after it.
///
/// Quoted local parts and address literals are legal and unused by families: refused, so that nothing odd reaches a header.
package struct EmailAddress: Hashable, Sendable {
    /// The address, its domain in lower case.
    package let text: String

    /// Reads an address with or without spaces around it; nil when a letter typed there would not arrive.
    package init?(_ typed: some StringProtocol) {
        let parts = Substring(typed).trimmingSpaces.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, EmailAddress.isLocalPart(parts[0].utf8), EmailAddress.isDomain(parts[1].utf8) else { return nil }
        let text = "\(parts[0])@\(parts[1].lowercased())"
        guard text.utf8.count <= 254 else { return nil }
        self.text = text
    }

    /// What comes after the @.
    package var domain: Substring { text.drop { $0 != "@" }.dropFirst() }

    private static func isLocalPart(_ bytes: Substring.UTF8View) -> Bool {
        guard bytes.count <= 64 else { return false }
        return bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { atom in
            !atom.isEmpty && atom.allSatisfy { isLetterOrDigit($0) || "!#$%&'*+-/=?^_`{|}~".utf8.contains($0) }
        }
    }

    private static func isDomain(_ bytes: Substring.UTF8View) -> Bool {
        let labels = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard labels.count >= 2, labels.allSatisfy(isLabel), let top = labels.last else { return false }
        return top.count >= 2 && !top.allSatisfy { (48...57).contains($0) }
    }

    private static func isLabel(_ label: Substring.UTF8View.SubSequence) -> Bool {
        let hyphen = UInt8(ascii: "-")
        return (1...63).contains(label.count) && label.first != hyphen && label.last != hyphen
            && label.allSatisfy { isLetterOrDigit($0) || $0 == hyphen }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }
}

extension EmailAddress: DatabaseConvertible {
    package var databaseValue: DatabaseValue { .text(text) }
    /// What is stored was read as an address before: looked at here is only that no line or space has come into it.
    package init?(databaseValue: DatabaseValue) {
        guard case .text(let value) = databaseValue, value.utf8.allSatisfy({ (33...126).contains($0) }), value.utf8.contains(UInt8(ascii: "@")) else {
            return nil
        }
        text = value
    }
}

extension StringProtocol {
    /// This text without the white space around it.
    package var trimmingSpaces: SubSequence {
        let start = self.drop { $0.isWhitespace }
        let end = start.lastIndex { !$0.isWhitespace }.map { start.index(after: $0) } ?? start.startIndex
        return start[..<end]
    }
}
