/// A table that spreadsheets open: semicolons, as they expect them in France, in UTF-8 with its mark (RFC 4180 otherwise).
package enum CSVText {
    /// - Parameter rows: the heading first.
    package static func text(of rows: [[String]]) -> String {
        "\u{FEFF}" + rows.map { $0.map(cell).joined(separator: ";") + "\r\n" }.joined()
    }

    /// A cell, quoted where it must be. One that a spreadsheet would compute ("=…") begins with an apostrophe.
    private static func cell(_ text: String) -> String {
        let isFormula = text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
        let safe = isFormula ? "'" + text : text
        guard safe.utf8.contains(where: { ";\"\r\n".utf8.contains($0) }) else { return safe }
        return "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
