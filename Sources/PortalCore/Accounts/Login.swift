/// A user name (identifiant): 3 to 64 letters without accents, digits and . - _ @, so that an e-mail address may serve.
package struct Login: Hashable, Sendable {
    /// In lower case: "Marie.Dupont" and "marie.dupont" are one person.
    package let text: String

    /// Reads what somebody typed, with or without spaces around it; nil when no account can have such a name.
    package init?(_ typed: some StringProtocol) {
        let text = Substring(typed).trimmingSpaces.lowercased()
        guard (3...64).contains(text.utf8.count), text.utf8.allSatisfy(Login.isAllowed) else { return nil }
        self.text = text
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        (97...122).contains(byte) || (48...57).contains(byte) || ".-_@".utf8.contains(byte)
    }
}
