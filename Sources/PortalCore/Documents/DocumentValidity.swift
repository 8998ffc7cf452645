/// How long a document of a type is good for.
package enum DocumentValidity: Hashable, Sendable {
    case unlimited
    /// From the day that the document bears.
    case months(Int)
    /// Until the end of the school year; from August on, of the one that begins.
    case schoolYear
    /// Until a day that is the same for everybody.
    case until(CivilDate)

    /// The last day of a document of a given day; nil when it has none.
    package func lastDay(of day: CivilDate) -> CivilDate? {
        switch self {
        case .unlimited: nil
        case .months(let months):
            CivilDate(year: day.year, month: day.month + months, dayAtMost: day.day)
        case .schoolYear: SchoolYear(startYear: FamilyCheckService.schoolYear(on: day)).lastDay
        case .until(let last): last
        }
    }

    package var french: String {
        switch self {
        case .unlimited: "sans limite de durée"
        case .months(12): "valable un an"
        case .months(let months): "valable \(months) mois"
        case .schoolYear: "valable jusqu'à la fin de l'année scolaire"
        case .until(let day): "valable jusqu'au \(day.frenchWithoutWeekday)"
        }
    }

    /// As a portal's definition writes it: "illimitée", "12 mois", "année scolaire", "jusqu'au 2027-08-31".
    package var notation: String {
        switch self {
        case .unlimited: "illimitée"
        case .months(let months): "\(months) mois"
        case .schoolYear: "année scolaire"
        case .until(let day): "jusqu'au \(day.iso)"
        }
    }

    package init?(notation: String) {
        switch notation {
        case "illimitée": self = .unlimited
        case "année scolaire": self = .schoolYear
        default:
            let words = notation.split(separator: " ")
            guard words.count == 2 else { return nil }
            if words[1] == "mois", let months = Int(words[0]), (1...120).contains(months) {
                self = .months(months)
            } else if words[0] == "jusqu'au", let day = CivilDate(iso: words[1]) {
                self = .until(day)
            } else {
                return nil
            }
        }
    }
}

extension DocumentValidity: DatabaseConvertible {
    package var databaseValue: DatabaseValue { .text(notation) }
    package init?(databaseValue: DatabaseValue) {
        guard case .text(let notation) = databaseValue else { return nil }
        self.init(notation: notation)
    }
}
