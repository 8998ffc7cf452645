/// Days on which the town closes every activity, or some: a works week, a bridge, a strike.
package struct TownClosure: Hashable, Sendable {
    package let firstDay: CivilDate
    /// The last day, included.
    package let lastDay: CivilDate
    /// Why, in the words that parents read: "pont de l'Ascension".
    package let reason: String

    /// The codes of the activities that close; all of them when there are none.
    package let activities: [String]

    /// Declared by the staff for one occasion: it closes extra days too, and leaves alone what deadlines count.
    package let isDeclared: Bool

    package init(firstDay: CivilDate, lastDay: CivilDate, reason: String, activities: [String] = [], isDeclared: Bool = false) {
        self.activities = activities
        self.isDeclared = isDeclared
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.reason = reason
    }

    /// Whether it closes the whole town.
    package var isWhole: Bool { activities.isEmpty }

    package func closes(_ activity: String) -> Bool { isWhole || activities.contains(activity) }

    package func contains(_ day: CivilDate) -> Bool { firstDay <= day && day <= lastDay }
}
