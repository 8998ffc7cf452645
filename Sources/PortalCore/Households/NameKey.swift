/// A person's name as two people may write it differently and still mean the same: without case, accents, hyphens, apostrophes and spaces.
///
/// "Anne-Loïse LE GOFF" and "anne loise Le Goff" have the same key.
package struct NameKey: Hashable, Sendable {
    private let firstName: String
    private let lastName: String

    package init(firstName: String, lastName: String) {
        self.firstName = NameKey.folded(firstName)
        self.lastName = NameKey.folded(lastName)
    }

    /// A word without case, accents, hyphens and apostrophes.
    static func folded(_ name: some StringProtocol) -> String {
        name.lowercased().unicodeScalars.map(folded).joined()
    }

    /// A Latin letter's base is in its Unicode name: "LATIN SMALL LETTER E WITH ACUTE", "LATIN SMALL LIGATURE OE".
    private static func folded(_ scalar: Unicode.Scalar) -> String {
        let properties = scalar.properties
        guard properties.isAlphabetic || properties.numericType != nil else { return "" }
        guard !scalar.isASCII, let name = properties.name, name.hasPrefix("LATIN SMALL ") else { return String(scalar) }
        let words = name.split(separator: " ").prefix { $0 != "WITH" }
        return words.last?.lowercased() ?? ""
    }
}
