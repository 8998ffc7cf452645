/// A child's right to use an activity for some time, in one of its groups (inscription).
package struct Enrolment: Hashable, Sendable {
    package let child: Identifier<Child>
    package let activity: Identifier<Activity>
    package let group: Identifier<ActivityGroup>
    package let firstDay: CivilDate
    /// The last day, included.
    package let lastDay: CivilDate

    package init(
        child: Identifier<Child>,
        activity: Identifier<Activity>,
        group: Identifier<ActivityGroup>,
        firstDay: CivilDate,
        lastDay: CivilDate
    ) {
        self.child = child
        self.activity = activity
        self.group = group
        self.firstDay = firstDay
        self.lastDay = lastDay
    }

    package func covers(_ date: CivilDate) -> Bool { firstDay <= date && date <= lastDay }
}
