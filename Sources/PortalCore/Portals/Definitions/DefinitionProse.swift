/// The texts that a person writes in a definition file: spaces and characters that may stand in them.
enum DefinitionProse {
    /// Without the spaces at the end of lines, and without the spaces and empty lines around the text.
    static func trimmed(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.unicodeScalars.reversed().drop(while: isSpace).reversed()
        }
        let first = lines.firstIndex { !$0.isEmpty } ?? lines.endIndex
        let last = lines.lastIndex { !$0.isEmpty } ?? lines.startIndex
        guard first <= last else { return "" }
        let joined = lines[first...last].joined(separator: ["\n"])
        return String(String.UnicodeScalarView(joined.drop(while: isSpace)))
    }

    /// The text with French spaces, once its length and its characters are accepted.
    static func checked(_ text: String, limit: Int) throws(DefinitionRefusal) -> String {
        guard text.unicodeScalars.count <= limit else { throw DefinitionRefusal(message: "le texte dépasse \(limit) caractères") }
        if let stranger = text.unicodeScalars.first(where: isForbidden) {
            let code = String(stranger.value, radix: 16, uppercase: true)
            throw DefinitionRefusal(message: "le caractère invisible U+\(padded(code)) n'a pas sa place dans un texte")
        }
        return FrenchTypography.typeset(text)
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\u{A0}" || scalar == "\t" }

    /// Control characters but the line feed, other line separators, and what turns the direction of writing.
    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A: false
        case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }

    private static func padded(_ code: String) -> String { String(repeating: "0", count: max(0, 4 - code.count)) + code }
}
