/// Texts as the XML of spreadsheets holds them.
enum SheetText {
    /// XML's own characters, and none that it does not know (XML 1.0 section 2.2).
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "\t", "\n": escaped.unicodeScalars.append(scalar)
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": break
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// A sheet's name: 31 characters at most, and none of those that spreadsheets keep for themselves.
    static func sheetName(_ title: String) -> String { escaped(String(title.map { "[]:*?/\\'".contains($0) ? " " : $0 }.prefix(31))) }
}
