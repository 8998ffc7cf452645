/// A mark as the staff typed it: which, from when until when, and from which document.
package struct HouseholdMarkForm: Sendable {
    package enum Field: String, CaseIterable, Sendable {
        case act = "acte"
        case mark = "marque"
        case firstDay = "du"
        case lastDay = "au"
        case document = "piece"
    }

    private let values: [String: String]

    /// - Parameter values: by the names of the fields.
    package init(_ values: [String: String]) {
        self.values = values
    }

    subscript(_ field: Field) -> String { values[field.rawValue] ?? "" }

    /// What the form of a mark that there is says at first.
    package static func values(of mark: DatedMark) -> [String: String] {
        [
            Field.firstDay.rawValue: mark.days.firstDay.iso, Field.lastDay.rawValue: mark.days.lastDay?.iso ?? "",
            Field.document.rawValue: mark.document,
        ]
    }

    /// One of the town's marks, for one that is noted; where one is corrected, `known` keeps its name.
    ///
    /// - Throws: `FieldErrors`, each next to its field.
    func read(among marks: [HouseholdMark], known: HouseholdMark? = nil) throws(FieldErrors) -> Read {
        var errors = FieldErrors()
        let typed = marks.first { $0.rawValue == self[.mark] }
        let mark = errors.require(known ?? typed, Field.mark, "Choisissez une des marques de la collectivité.")
        let first = errors.require(CivilDate(iso: self[.firstDay]), Field.firstDay, "Indiquez à partir de quel jour.")
        let last = CivilDate(iso: self[.lastDay])
        if last == nil, !self[.lastDay].isEmpty { errors.add(Field.lastDay, "Ce jour n'existe pas.") }
        if let first, let last, last < first { errors.add(Field.lastDay, "Le dernier jour vient avant le premier.") }
        let document = errors.text(self[.document], Field.document, longest: 200, missing: "Dites quelle pièce la famille a présentée.")
        guard errors.isEmpty, let mark, let first, let document else { throw errors.inOrder(of: Field.self) }
        return Read(mark: mark, days: MarkDays(from: first, through: last), document: document)
    }

    /// What the form says, once it is right.
    struct Read {
        let mark: HouseholdMark
        let days: MarkDays
        let document: String
    }
}
