/// The children expected for an activity on a day, as staff print it.
package struct DayList: Hashable, Sendable {
    package let activity: Activity
    package let date: CivilDate
    /// Why the activity is closed on that day, nil when it is open.
    package let closure: String?
    package let groups: [DayListGroup]

    package init(activity: Activity, date: CivilDate, closure: String?, groups: [DayListGroup]) {
        self.activity = activity
        self.date = date
        self.closure = closure
        self.groups = groups
    }
}

/// One group of a day's list.
package struct DayListGroup: Hashable, Sendable {
    package let group: ActivityGroup
    /// For each unit of the activity, in its order, the places taken.
    package let counts: [DayListCount]
    /// By last name, then first name.
    package let children: [DayListChild]

    package init(group: ActivityGroup, counts: [DayListCount], children: [DayListChild]) {
        self.group = group
        self.counts = counts
        self.children = children
    }
}

/// The places of a unit taken in a group.
package struct DayListCount: Hashable, Sendable {
    package let unit: BookableUnit
    package let taken: Int
    package let capacity: Int
    /// Children who were there without booking: they take none of the places.
    package let unexpected: Int

    package init(unit: BookableUnit, taken: Int, capacity: Int, unexpected: Int = 0) {
        self.unit = unit
        self.taken = taken
        self.capacity = capacity
        self.unexpected = unexpected
    }
}

/// A child of a day's list.
package struct DayListChild: Hashable, Sendable {
    package let id: Identifier<Child>
    package let firstName: String
    package let lastName: String
    /// In whole years on that day.
    package let age: Int
    package let school: String
    package let schoolClass: String
    /// For each unit of the activity, in its order; nil where the child is neither booked nor came.
    package let units: [ListedState?]
    /// For each unit too; nil where its family said no time.
    package var times: [ExpectedTimes?] = []

    package init(
        id: Identifier<Child>,
        firstName: String,
        lastName: String,
        age: Int,
        school: String,
        schoolClass: String,
        units: [ListedState?]
    ) {
        self.id = id
        self.firstName = firstName
        self.lastName = lastName
        self.age = age
        self.school = school
        self.schoolClass = schoolClass
        self.units = units
    }
}
