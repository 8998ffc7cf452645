/// Everything that a portal offers, as one value: what pages, planning and rules are computed from.
package struct PortalCatalogue: Sendable {
    package let settings: PortalSettings
    /// The zone's holidays, the public holidays, the town's closures and those that the staff have declared.
    package let calendar: SchoolCalendar
    /// In the order of the definition.
    package let activities: [Activity]
    /// The number of the change after which it was read; nil for one that was read from no database.
    var version: Int64?

    /// The closures of the definition, in order of their first day.
    package let closures: [TownClosure]
    /// What the staff have declared for one occasion, and holds.
    package let declared: [DeclaredClosure]

    package init(settings: PortalSettings, closures: [TownClosure], activities: [Activity], declared: [DeclaredClosure] = []) {
        self.settings = settings
        self.closures = closures.sorted { $0.firstDay < $1.firstDay }
        self.declared = declared
        let all = closures + declared.compactMap(\.calendarClosure)
        calendar = SchoolCalendar(zone: settings.schoolZone, alsaceMoselle: settings.alsaceMoselle, closures: all)
        self.activities = activities
    }

    /// What an absence from an activity costs, and what justifies it.
    package func absencePolicy(of activity: Activity) -> AbsencePolicy { activity.absences ?? settings.absences }

    package func activity(code: String) -> Activity? { activities.first { $0.code == code } }

    package func activity(_ id: Identifier<Activity>) -> Activity? { activities.first { $0.id == id } }

    /// A unit with the activity that it belongs to.
    package func unit(_ id: Identifier<BookableUnit>) -> (activity: Activity, unit: BookableUnit)? {
        for activity in activities {
            if let unit = activity.units.first(where: { $0.id == id }) { return (activity, unit) }
        }
        return nil
    }

    /// A group with the activity that it belongs to.
    package func group(_ id: Identifier<ActivityGroup>) -> (activity: Activity, group: ActivityGroup)? {
        for activity in activities {
            if let group = activity.groups.first(where: { $0.id == id }) { return (activity, group) }
        }
        return nil
    }
}
