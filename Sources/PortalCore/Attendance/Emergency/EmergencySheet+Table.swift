extension EmergencySheet {
    /// The sheet for spreadsheets: the same words, a row for each child.
    var table: ReportTable {
        let fields = EmergencyField.allCases
        let healthColumns = health == .shown ? fields.map(\.french) + ["Hôpital", "Part seul"] : []
        return ReportTable(
            title: title,
            columns: ["Nom", "Prénom", "Né le", "À appeler", "Peut venir chercher", "Ne doit pas venir"] + healthColumns,
            sections: sections.map { section in
                ReportTable.Section(
                    title: section.title,
                    rows: section.entries.map { entry in
                        entry.cells + (entry.health.map { health in fields.map { .text(health[$0] ?? "") } + health.consents } ?? [])
                    }
                )
            }
        )
    }
}

extension EmergencyEntry {
    fileprivate var cells: [ReportTable.Cell] {
        func words(_ people: [String]) -> ReportTable.Cell { .text(people.joined(separator: "\n")) }
        return [
            .text(child.lastName), .text(child.firstName + (isUnexpected ? " (sans réservation)" : "")), .day(child.birthDay), words(toCall),
            words(picksUp), words(forbidden),
        ]
    }
}

extension EmergencyHealth {
    fileprivate var consents: [ReportTable.Cell] { [.text(hospitalWords), .text(leavesAlone ? "Oui" : "Non")] }
}
