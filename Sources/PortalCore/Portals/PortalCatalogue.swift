/// Everything that a portal offers, as one value: what pages, planning and rules are computed from.
package struct PortalCatalogue: Sendable {
    package let settings: PortalSettings
    /// The zone's holidays, the public holidays, the town's closures and those that the staff have declared.
    package let calendar: SchoolCalendar
    /// In the order of the definition.
    package let activities: [Activity]
    /// When each activity is open, and what its rules say of each day.
    package let openings: [Identifier<Activity>: OpeningDays]
    private let openingsByUnit: [Identifier<BookableUnit>: OpeningDays]
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
        let calendar = SchoolCalendar(zone: settings.schoolZone, alsaceMoselle: settings.alsaceMoselle, closures: all)
        self.calendar = calendar
        self.activities = activities
        let openings = activities.map { OpeningDays(of: $0, in: calendar) }
        self.openings = Dictionary(openings.map { ($0.activity.id, $0) }) { first, _ in first }
        let byUnit = openings.flatMap { opening in opening.activity.units.map { ($0.id, opening) } }
        openingsByUnit = Dictionary(byUnit) { first, _ in first }
    }

    /// What an absence from an activity costs, and what justifies it.
    package func absencePolicy(of activity: Activity) -> AbsencePolicy { activity.absences ?? settings.absences }

    package func activity(code: String) -> Activity? { activities.first { $0.code == code } }

    package func activity(_ id: Identifier<Activity>) -> Activity? { activities.first { $0.id == id } }

    /// A unit with the activity that it belongs to.
    package func unit(_ id: Identifier<BookableUnit>) -> (activity: Activity, unit: BookableUnit)? {
        guard let activity = openingsByUnit[id]?.activity, let unit = activity.units.first(where: { $0.id == id }) else { return nil }
        return (activity, unit)
    }

    /// What the rules say of a unit on a day; nil for a unit that the portal does not know.
    package func unitDay(of unit: Identifier<BookableUnit>, on date: CivilDate) -> UnitDay? {
        openingsByUnit[unit]?.unitDays(on: date).first { $0.unit.id == unit }
    }

    /// A group with the activity that it belongs to.
    package func group(_ id: Identifier<ActivityGroup>) -> (activity: Activity, group: ActivityGroup)? {
        for activity in activities {
            if let group = activity.groups.first(where: { $0.id == id }) { return (activity, group) }
        }
        return nil
    }
}
