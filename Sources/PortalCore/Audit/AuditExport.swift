/// Lines of the journal as a table that spreadsheets open.
package struct AuditExport: Hashable, Sendable {
    package let lines: [AuditLine]

    package init(lines: [AuditLine]) {
        self.lines = lines
    }

    package var text: String {
        let heading = ["instant", "chaîne", "ligne", "qui", "nom", "acte", "libellé", "objet", "détail"]
        return CSVText.text(of: [heading] + lines.map(cells))
    }

    private func cells(_ line: AuditLine) -> [String] {
        [
            line.entry.at.rfc3339, String(line.position.chain), String(line.position.number), AuditFilter.Who.one(line.entry.actor).notation,
            line.actorName ?? "", line.entry.act.rawValue, line.entry.act.french, String(line.entry.subject), line.entry.detail,
        ]
    }
}
