/// A list as a table: shown on a page, printed, and opened by spreadsheets.
package struct ReportTable: Hashable, Sendable {
    package enum Cell: Hashable, Sendable {
        case text(String)
        case number(Int)
        /// A day: spreadsheets get it as a date that they can sort and count with.
        case day(CivilDate, withWeekday: Bool = false)

        /// On a page.
        package var text: String {
            switch self {
            case .text(let text): text
            case .number(let number): String(number)
            case .day(let day, let withWeekday): withWeekday ? day.frenchShort : day.frenchNumeric
            }
        }

        /// In a file of texts only, where a day is written as spreadsheets recognise it.
        package var plain: String {
            if case .day(let day, _) = self { day.frenchNumeric } else { text }
        }
    }

    /// A part of the table under a heading of its own: a group, a school, a class, a place.
    package struct Section: Hashable, Sendable {
        package let title: String
        package let rows: [[Cell]]

        package init(title: String, rows: [[Cell]]) {
            self.title = title
            self.rows = rows
        }
    }

    package let title: String
    package let columns: [String]
    package let sections: [Section]

    package init(title: String, columns: [String], sections: [Section]) {
        self.title = title
        self.columns = columns
        self.sections = sections
    }

    package var isEmpty: Bool { sections.allSatisfy(\.rows.isEmpty) }

    /// Every row with its section's title before it, under one line of headings: what a spreadsheet can sort.
    package var flat: [[Cell]] {
        let heading: [Cell] = ([sections.count > 1 ? "Groupe" : ""] + columns).map(Cell.text)
        let rows = sections.flatMap { section in section.rows.map { [Cell.text(section.title)] + $0 } }
        let all = [heading] + rows
        return sections.count > 1 ? all : all.map { Array($0.dropFirst()) }
    }
}
