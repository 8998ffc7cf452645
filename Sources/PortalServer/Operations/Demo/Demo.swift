/// What every demo portal has in common.
enum Demo {
    /// The password of every demo account, parents and staff: no secret, it is printed and written beside the data.
    static let password = "Cartable-Bleu-7"

    /// Families whose planning stays open enough to try things out: the first ones, which a visitor logs in with.
    static let showcaseFamilies = 24

    /// A name as a login or an address writes it: "d-hondt" for "D'Hondt", "emilie" for "Émilie".
    static func plain(_ name: String) -> String {
        let letters = name.lowercased().unicodeScalars.map(plain).joined()
        return letters.split(separator: "-").joined(separator: "-")
    }

    /// A Latin letter's base is in its Unicode name: "LATIN SMALL LETTER E WITH ACUTE", "LATIN SMALL LETTER DOTLESS I".
    private static func plain(_ scalar: Unicode.Scalar) -> String {
        if ("a"..."z").contains(scalar) { return String(scalar) }
        guard scalar.properties.isAlphabetic, let name = scalar.properties.name, name.hasPrefix("LATIN SMALL ") else { return "-" }
        return name.split(separator: " ").prefix { $0 != "WITH" }.last?.lowercased() ?? "-"
    }
}
