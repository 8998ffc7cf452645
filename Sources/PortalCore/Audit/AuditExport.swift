/// Lines of the journal as a table that spreadsheets open: semicolons, as they expect them in France, in UTF-8 with its mark (RFC 4180 otherwise).
package struct AuditExport: Hashable, Sendable {
    package let lines: [AuditLine]

    package init(lines: [AuditLine]) {
        self.lines = lines
    }

    package var text: String {
        let heading = ["instant", "chaîne", "ligne", "qui", "nom", "acte", "libellé", "objet", "détail"]
        return "\u{FEFF}" + ([heading] + lines.map(cells)).map { $0.map(AuditExport.cell).joined(separator: ";") + "\r\n" }.joined()
    }

    private func cells(_ line: AuditLine) -> [String] {
        [
            line.entry.at.rfc3339, String(line.position.chain), String(line.position.number), AuditFilter.Who.one(line.entry.actor).notation,
            line.actorName ?? "", line.entry.act.rawValue, line.entry.act.french, String(line.entry.subject), line.entry.detail,
        ]
    }

    /// A cell, quoted where it must be. One that a spreadsheet would compute ("=…") begins with an apostrophe.
    private static func cell(_ text: String) -> String {
        let isFormula = text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
        let safe = isFormula ? "'" + text : text
        guard safe.utf8.contains(where: { ";\"\r\n".utf8.contains($0) }) else { return safe }
        return "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
