/// Where a child goes to school, by school year, as far as it was read.
///
/// There is no school without a day: last June's list has last year's class.
package struct Schooling: Hashable, Sendable {
    /// The earliest first; each holds until the day before the next.
    package let placements: [SchoolPlacement]

    package init(_ placements: [SchoolPlacement] = []) {
        self.placements = placements
    }

    /// What a list of one day has read: nil where nothing is known.
    init(school: String?, schoolClass: String?, on day: CivilDate) {
        guard let school, let schoolClass else {
            self.init()
            return
        }
        self.init([SchoolPlacement(days: SchoolYear(containing: day).days, school: school, schoolClass: schoolClass)])
    }

    /// The school of a day; nil where nothing is known. What was last said holds until something else is.
    package func placement(on day: CivilDate) -> SchoolPlacement? { placements.last { $0.days.contains(day) } }

    /// What was said of a school year itself; nil where only an earlier year is known.
    package func said(of year: SchoolYear) -> SchoolPlacement? { placements.first { $0.year == year } }

    /// The school's name on a day; empty for a child that is not at school.
    package func school(on day: CivilDate) -> String { placement(on: day)?.school ?? "" }

    /// "CE1" on a day; empty for a child that is not at school.
    package func schoolClass(on day: CivilDate) -> String { placement(on: day)?.schoolClass ?? "" }

    /// School and class on a day, those that there are.
    package func words(on day: CivilDate) -> [String] { placement(on: day)?.words ?? [] }
}

/// A school and a class, from the beginning of a school year on.
package struct SchoolPlacement: Hashable, Sendable {
    /// From a first of September to the day before the next placement, or to `lastDay`.
    package let days: ClosedRange<CivilDate>
    /// The school's name; empty for a child that is not at school.
    package let school: String
    /// "CE1"; empty for a child that is not at school.
    package let schoolClass: String

    package init(days: ClosedRange<CivilDate>, school: String, schoolClass: String) {
        self.days = days
        self.school = school
        self.schoolClass = schoolClass
    }

    /// Where a placement ends that nothing follows.
    static let lastDay = CivilDate(year: 9999, month: 12, dayAtMost: 31)

    /// The school year that it begins with.
    package var year: SchoolYear { SchoolYear(containing: days.lowerBound) }

    /// School and class, those that there are.
    package var words: [String] { [school, schoolClass].filter { !$0.isEmpty } }
}
