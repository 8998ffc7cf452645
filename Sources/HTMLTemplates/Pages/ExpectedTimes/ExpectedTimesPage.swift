package import PortalCore

/// When a child comes to an activity and leaves it, for a parent to say, or for the staff from the family's file.
package struct ExpectedTimesPage: HTML {
    private let family: FamilyFrame
    private let habits: ChildTimes
    private let days: [ExpectedDay]
    private let form: FormState

    package init(family: FamilyFrame, habits: ChildTimes, days: [ExpectedDay], form: FormState) {
        self.family = family
        self.habits = habits
        self.days = days
        self.form = form
    }

    package var body: some HTML {
        PageLayout(
            family.page(),
            title: "Heures de \(family.name(of: habits.child))",
            introduction: habits.activity.name,
            crumbs: family.innerCrumbs,
            form: form
        ) {
            ExpectedTimesForms(
                habits: habits,
                days: days,
                action: family.times(habits.child.id, activity: habits.activity.code),
                dayLink: { family.dayTimes($0.slot) },
                frame: family.frame,
                form: form
            )
        }
    }
}

/// The same of one booked day.
package struct DayTimesPage: HTML {
    private let family: FamilyFrame
    private let day: ExpectedDay
    private let form: FormState

    package init(family: FamilyFrame, day: ExpectedDay, form: FormState) {
        self.family = family
        self.day = day
        self.form = form
    }

    package var body: some HTML {
        PageLayout(
            family.page(),
            title: "\(family.name(of: day.child)), \(day.date.french)",
            introduction: "\(day.activity.name), \(day.unit.name)",
            crumbs: family.innerCrumbs + [
                Crumb("Heures de \(day.child.firstName)", family.times(day.child.id, activity: day.activity.code))
            ],
            form: form
        ) {
            DayTimesForm(day: day, action: family.dayTimes(day.slot), frame: family.frame, form: form)
        }
    }
}
