/// An age or site bucket of an activity, with its number of places for each counter and day.
package struct ActivityGroup: Hashable, Sendable {
    package let id: Identifier<ActivityGroup>
    package let code: String
    package let name: String
    /// Youngest and oldest age, in years reached during the school year.
    package let ages: ClosedRange<Int>
    package let capacity: Int
    /// How many children the planned staff may look after; nil where the town sets no ratio.
    package let staffing: GroupStaffing?

    package init(
        id: Identifier<ActivityGroup>,
        code: String,
        name: String,
        ages: ClosedRange<Int>,
        capacity: Int,
        staffing: GroupStaffing? = nil
    ) {
        self.id = id
        self.code = code
        self.name = name
        self.ages = ages
        self.capacity = capacity
        self.staffing = staffing
    }

    /// The places of a counter on a day: those of the room, and no more than the staff may look after.
    package func limit(_ count: PlaceCount?) -> Int {
        let places = count?.capacity ?? capacity
        return staffing.map { min(places, $0.childrenPerStaff * (count?.staff ?? $0.planned)) } ?? places
    }
}

/// A staff ratio (taux d'encadrement): "1 pour 8", and the animators planned on an ordinary day.
package struct GroupStaffing: Hashable, Sendable {
    package let childrenPerStaff: Int
    package let planned: Int

    package init(childrenPerStaff: Int, planned: Int) {
        self.childrenPerStaff = childrenPerStaff
        self.planned = planned
    }
}
