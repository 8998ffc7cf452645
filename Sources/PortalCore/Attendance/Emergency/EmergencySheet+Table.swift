extension EmergencySheet {
    /// The sheet for spreadsheets: the same words, a row for each child.
    var table: ReportTable {
        let fields = EmergencyField.allCases
        let healthColumns = health == .shown ? fields.map(\.french) + ["Hôpital", "Part seul"] : []
        let timeColumns = hasTimes ? ["Heures"] : []
        return ReportTable(
            title: title,
            columns: ["Nom", "Prénom", "Né le"] + timeColumns + ["À appeler", "Peut venir chercher", "Ne doit pas venir"] + healthColumns,
            sections: sections.map { section in
                ReportTable.Section(
                    title: section.title,
                    rows: section.entries.map { entry in
                        entry.identity + (hasTimes ? [.lines(entry.times)] : []) + entry.people
                            + (entry.health.map { health in fields.map { .text(health[$0] ?? "") } + health.consents } ?? [])
                    }
                )
            }
        )
    }

    /// Whether any family has said when its child comes or leaves.
    private var hasTimes: Bool { sections.contains { $0.entries.contains { !$0.times.isEmpty } } }
}

extension EmergencyEntry {
    fileprivate var identity: [ReportTable.Cell] {
        [.text(child.lastName), .text(child.firstName + (isUnexpected ? " (sans réservation)" : "")), .day(child.birthDay)]
    }

    fileprivate var people: [ReportTable.Cell] { [.lines(toCall), .lines(picksUp), .lines(forbidden)] }
}

extension ReportTable.Cell {
    /// One under another.
    fileprivate static func lines(_ words: [String]) -> ReportTable.Cell { .text(words.joined(separator: "\n")) }
}

extension EmergencyHealth {
    fileprivate var consents: [ReportTable.Cell] { [.text(hospitalWords), .text(leavesAlone ? "Oui" : "Non")] }
}
