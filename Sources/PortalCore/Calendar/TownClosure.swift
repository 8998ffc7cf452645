/// Days on which the town closes every activity: a works week, a bridge.
package struct TownClosure: Hashable, Sendable {
    package let firstDay: CivilDate
    /// The last day, included.
    package let lastDay: CivilDate
    /// Why, in the words that parents read: "pont de l'Ascension".
    package let reason: String

    package init(firstDay: CivilDate, lastDay: CivilDate, reason: String) {
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.reason = reason
    }

    package func contains(_ day: CivilDate) -> Bool { firstDay <= day && day <= lastDay }
}
