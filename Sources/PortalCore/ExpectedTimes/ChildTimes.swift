/// A child's habits at an activity that asks for them.
package struct ChildTimes: Hashable, Sendable {
    package let child: Child
    package let activity: Activity
    /// By unit; what was said, whether or not the unit still asks for it.
    package let usual: [Identifier<BookableUnit>: ExpectedTimes]

    /// The units that ask families for times.
    package var units: [BookableUnit] { activity.units.filter(\.asksTimes) }

    /// What is shown of a unit; nil where nothing was said.
    package func usual(at unit: BookableUnit) -> ExpectedTimes? { usual[unit.id].flatMap(unit.shown) }

    /// Whether something is said for every unit.
    package var isSaid: Bool { units.allSatisfy { usual(at: $0) != nil } }
}

/// When a child is expected at one thing that is booked.
package struct ExpectedDay: Hashable, Sendable {
    package let child: Child
    package let activity: Activity
    package let unit: BookableUnit
    package let date: CivilDate
    /// What is usual in the home that has booked the day.
    package let usual: ExpectedTimes
    /// What was said of this day; empty where it is as usual.
    package let said: ExpectedTimes
    /// Why it can no longer be said otherwise; nil while it can.
    package let hindrance: ExpectedTimeRefusal?

    package var slot: BookingSlot { BookingSlot(child: child.id, unit: unit.id, date: date) }

    /// What holds; nil where nothing was said.
    package var times: ExpectedTimes? { unit.shown(said.over(usual)) }

    /// Whether it differs from what is usual.
    package var isException: Bool { unit.shown(said) != nil }
}

/// Why the times of a booked day cannot be changed.
///
/// The booking's own deadlines are none: who comes how long changes neither the places nor the bill, and a family that is late tonight must be
/// able to say so tonight. Only the day's list, once it is closed, is the truth.
package enum ExpectedTimeRefusal: Error, Hashable, Sendable {
    case past(CivilDate)
    case closed(CivilDate)
    case absent(CivilDate)
    /// The child's other home has booked the day.
    case otherHome(CivilDate)

    package var french: String {
        switch self {
        case .past(let date): "Le \(date.french) est passé\u{A0}: ses heures ne se changent plus."
        case .closed(let date): "Le pointage du \(date.french) est clos\u{A0}: ses heures ne se changent plus."
        case .absent(let date): "Une absence est signalée pour le \(date.french)\u{A0}: l'enfant n'est plus attendu."
        case .otherHome(let date): "Le \(date.french) est réservé par l'autre foyer de l'enfant, qui dit seul ses heures."
        }
    }
}
