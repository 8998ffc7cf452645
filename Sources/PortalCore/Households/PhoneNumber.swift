/// A telephone number, kept in the international form of E.164.
package struct PhoneNumber: Hashable, Sendable {
    /// "+33612345678".
    package let international: String

    /// Reads "06 12 34 56 78", "06.12.34.56.78", "+33 6 12 34 56 78", "+33 (0)6 …", "0033…", and foreign numbers that begin with +;
    /// nil for anything else.
    package init?(_ typed: some StringProtocol) {
        var text = String(typed).filter { !$0.isWhitespace && !".-/".contains($0) }
        if text.hasPrefix("00") { text = "+" + text.dropFirst(2) }
        if text.hasPrefix("+33(0)") { text = "+33" + text.dropFirst(6) }
        if text.hasPrefix("+330") { text = "+33" + text.dropFirst(4) }
        if text.hasPrefix("0") { text = "+33" + text.dropFirst() }
        guard text.hasPrefix("+"), text.utf8.dropFirst().allSatisfy({ (48...57).contains($0) }) else { return nil }
        let digits = text.dropFirst()
        guard digits.hasPrefix("33") ? PhoneNumber.isFrench(digits.dropFirst(2)) : (8...15).contains(digits.count) && digits.first != "0"
        else { return nil }
        international = text
    }

    /// "06 12 34 56 78" with spaces that do not break; a foreign number in its international form.
    package var french: String {
        guard international.hasPrefix("+33") else { return international }
        let national = Array("0" + international.dropFirst(3))
        return stride(from: 0, to: national.count, by: 2).map { String(national[$0..<min($0 + 2, national.count)]) }.joined(separator: "\u{A0}")
    }

    /// Nine digits after the country code, the first from 1 to 9 (plan national de numérotation).
    private static func isFrench(_ digits: Substring) -> Bool { digits.count == 9 && digits.first != "0" }
}

extension PhoneNumber: DatabaseConvertible {
    package var databaseValue: DatabaseValue { .text(international) }
    /// What is stored is in the international form already.
    package init?(databaseValue: DatabaseValue) {
        guard case .text(let value) = databaseValue, value.utf8.first == UInt8(ascii: "+"),
            value.utf8.dropFirst().allSatisfy({ (48...57).contains($0) })
        else { return nil }
        international = value
    }
}
