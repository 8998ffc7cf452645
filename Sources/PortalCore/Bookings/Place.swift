/// What a counter's row counts: its places in a group on a day.
package struct Place: Hashable, Sendable {
    package let counter: Identifier<PlaceCounter>
    package let group: Identifier<ActivityGroup>
    package let date: CivilDate

    package init(counter: Identifier<PlaceCounter>, group: Identifier<ActivityGroup>, date: CivilDate) {
        self.counter = counter
        self.group = group
        self.date = date
    }
}

/// Everybody takes places in this order, so that no two writers wait for each other.
extension Place: Comparable {
    package static func < (left: Place, right: Place) -> Bool {
        (left.date, left.counter, left.group) < (right.date, right.counter, right.group)
    }
}

/// How many of a place's places are taken, and what staff have set for that day.
package struct PlaceCount: Hashable, Sendable {
    package var taken: Int
    /// Another number of places than the group's; nil when staff have set none.
    package let capacity: Int?
    /// Another number of staff than the group's planned ones; nil when staff have set none.
    package let staff: Int?

    package init(taken: Int, capacity: Int? = nil, staff: Int? = nil) {
        self.taken = taken
        self.capacity = capacity
        self.staff = staff
    }
}

extension BookableUnit {
    /// The places of which a booking takes one each.
    package func places(in group: Identifier<ActivityGroup>, on date: CivilDate) -> [Place] {
        counters.map { Place(counter: $0.id, group: group, date: date) }
    }
}
