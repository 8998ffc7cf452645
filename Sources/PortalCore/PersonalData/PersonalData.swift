/// Everything that the portal keeps about somebody, as tables that people and programs read (RGPD, art. 15 and 20).
package struct PersonalData: Hashable, Sendable {
    /// "Marie Dupont".
    package let owner: String
    package let madeAt: Instant
    package let sections: [DataSection]
    /// What was sent, to be put beside the tables.
    package let files: [PersonalFile]

    package init(owner: String, madeAt: Instant, sections: [DataSection], files: [PersonalFile]) {
        self.files = files
        self.owner = owner
        self.madeAt = madeAt
        self.sections = sections
    }
}

/// One table of it.
package struct DataSection: Hashable, Sendable {
    /// In file names: "reservations".
    package let name: String
    package let title: String
    package let columns: [String]
    package let rows: [[String]]

    /// - Parameter rows: each as long as `columns`.
    package init(_ name: String, _ title: String, columns: [String], rows: [[String]]) {
        self.name = name
        self.title = title
        self.columns = columns
        self.rows = rows
    }
}
