/// A run of days without class in one zone: "Vacances de la Toussaint", "Pont de l'Ascension".
package struct SchoolHoliday: Hashable, Sendable {
    package let name: String
    /// Usually a Saturday: the Ministry's calendar says "after class" on the Friday.
    package let firstDay: CivilDate
    /// The last day without class, included.
    package let lastDay: CivilDate

    package init(name: String, firstDay: CivilDate, lastDay: CivilDate) {
        self.name = name
        self.firstDay = firstDay
        self.lastDay = lastDay
    }

    package func contains(_ day: CivilDate) -> Bool { firstDay <= day && day <= lastDay }
}
