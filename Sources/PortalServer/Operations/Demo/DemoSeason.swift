import PortalCore

/// The days around today on which each activity of a portal is open, and those that everybody wants.
struct DemoSeason: Sendable {
    let catalogue: PortalCatalogue
    let today: CivilDate
    private let openDays: [Identifier<Activity>: [CivilDate]]
    private let rushDays: [Identifier<Activity>: Set<CivilDate>]

    /// Bookings go back this many days, and ahead as far.
    private static let past = 35
    private static let ahead = 70

    init(_ catalogue: PortalCatalogue, today: CivilDate) {
        let settings = catalogue.settings
        let calendar = SchoolCalendar(zone: settings.schoolZone, alsaceMoselle: settings.alsaceMoselle, closures: catalogue.closures)
        let span = (today.dayNumber - DemoSeason.past...today.dayNumber + DemoSeason.ahead).map(CivilDate.init(dayNumber:))
        var openDays: [Identifier<Activity>: [CivilDate]] = [:]
        var rushDays: [Identifier<Activity>: Set<CivilDate>] = [:]
        for activity in catalogue.activities {
            let opening = OpeningDays(of: activity, in: calendar)
            let open = span.filter(opening.isOpen(on:))
            openDays[activity.id] = open
            // Places run out on Wednesdays and in the holidays: the second and the fourth day to come are full wherever enough children are enrolled.
            let coming = activity.terms.bookedBy == .day ? open.filter { $0 > today } : []
            if activity.kind == .wednesday || activity.kind == .leisureCentre {
                rushDays[activity.id] = Set([1, 3].filter { $0 < coming.count }.map { coming[$0] })
            }
        }
        self.catalogue = catalogue
        self.today = today
        self.openDays = openDays
        self.rushDays = rushDays
    }

    func openDays(of activity: Activity) -> [CivilDate] { openDays[activity.id] ?? [] }

    /// The first of the days that are booked as one with a day: itself, or the Monday of a week that is booked whole.
    func firstDayBooked(with date: CivilDate, of activity: Activity) -> CivilDate {
        OpeningDays(of: activity, in: catalogue.calendar).daysBooked(with: date).lowerBound
    }

    func isRush(_ date: CivilDate, for activity: Activity) -> Bool { rushDays[activity.id]?.contains(date) ?? false }

    /// The school years that children are enrolled for: this one, and the next from June on.
    var schoolYears: [SchoolYear] {
        let current = SchoolYear(containing: today)
        return (6...8).contains(today.month) ? [current, SchoolYear(startYear: current.startYear + 1)] : [current]
    }
}
