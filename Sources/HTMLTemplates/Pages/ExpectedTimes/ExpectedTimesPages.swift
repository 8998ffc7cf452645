package import PortalCore

/// When a child comes to an activity and leaves it, for a parent to say.
package struct ExpectedTimesPage: HTML {
    private let frame: PortalFrame
    private let habits: ChildTimes
    private let days: [ExpectedDay]
    private let form: FormState

    package init(frame: PortalFrame, habits: ChildTimes, days: [ExpectedDay], form: FormState) {
        self.frame = frame
        self.habits = habits
        self.days = days
        self.form = form
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.planning),
            title: "Heures de \(habits.child.firstName)",
            introduction: habits.activity.name,
            crumbs: [frame.homeCrumb, Crumb("Réservations", frame.links.to(.planning(nil)))],
            form: form
        ) {
            ExpectedTimesForms(
                habits: habits,
                days: days,
                action: frame.links.to(FamilyFilePage.times(habits.child.id, activity: habits.activity.code)),
                dayLink: { frame.links.to(FamilyFilePage.dayTimes($0.slot)) },
                frame: frame,
                form: form
            )
        }
    }
}

/// The same of one booked day.
package struct DayTimesPage: HTML {
    private let frame: PortalFrame
    private let day: ExpectedDay
    private let form: FormState

    package init(frame: PortalFrame, day: ExpectedDay, form: FormState) {
        self.frame = frame
        self.day = day
        self.form = form
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.planning),
            title: "\(day.child.firstName), \(day.date.french)",
            introduction: "\(day.activity.name), \(day.unit.name)",
            crumbs: [
                frame.homeCrumb, Crumb("Réservations", frame.links.to(.planning(nil))),
                Crumb("Heures de \(day.child.firstName)", frame.links.to(FamilyFilePage.times(day.child.id, activity: day.activity.code))),
            ],
            form: form
        ) {
            DayTimesForm(day: day, action: frame.links.to(FamilyFilePage.dayTimes(day.slot)), frame: frame, form: form)
        }
    }
}

/// A child's times for the staff to say, from the family's file.
package struct StaffExpectedTimesPage: HTML {
    private let frame: PortalFrame
    private let household: Household
    private let habits: ChildTimes
    private let days: [ExpectedDay]
    private let form: FormState

    package init(frame: PortalFrame, household: Household, habits: ChildTimes, days: [ExpectedDay], form: FormState) {
        self.frame = frame
        self.household = household
        self.habits = habits
        self.days = days
        self.form = form
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.households),
            title: "Heures de \(habits.child.fullName)",
            introduction: habits.activity.name,
            crumbs: frame.crumbs(to: household),
            form: form
        ) {
            ExpectedTimesForms(
                habits: habits,
                days: days,
                action: frame.links.to(HouseholdDeskPage.times(household.id, habits.child.id, activity: habits.activity.code)),
                dayLink: { frame.links.to(HouseholdDeskPage.dayTimes(household.id, $0.slot)) },
                frame: frame,
                form: form
            )
        }
    }
}

/// The same of one booked day.
package struct StaffDayTimesPage: HTML {
    private let frame: PortalFrame
    private let household: Household
    private let day: ExpectedDay
    private let form: FormState

    package init(frame: PortalFrame, household: Household, day: ExpectedDay, form: FormState) {
        self.frame = frame
        self.household = household
        self.day = day
        self.form = form
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.households),
            title: "\(day.child.fullName), \(day.date.french)",
            introduction: "\(day.activity.name), \(day.unit.name)",
            crumbs: frame.crumbs(to: household) + [
                Crumb(
                    "Heures de \(day.child.firstName)",
                    frame.links.to(HouseholdDeskPage.times(household.id, day.child.id, activity: day.activity.code))
                )
            ],
            form: form
        ) {
            DayTimesForm(day: day, action: frame.links.to(HouseholdDeskPage.dayTimes(household.id, day.slot)), frame: frame, form: form)
        }
    }
}
