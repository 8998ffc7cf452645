import HTMLTemplates
import PortalCore

enum StaffHomeHandler {
    /// How far ahead the next open day of an activity is looked for: from the summer's end, the next holidays are seven weeks away.
    private static let daysAhead = 62

    /// How far back the days are looked for whose roll call is not finished.
    private static let daysBack = 31

    static func show(_ context: StaffContext) throws -> HTTPResponse {
        let lines = try context.activities.compactMap { activity -> StaffHomePage.Line? in
            guard let day = nextOpenDay(of: activity, context) else { return nil }
            let list = try context.attendance.dayList(of: activity.code, on: day, for: context.member)
            return StaffHomePage.Line(activity: activity, day: day, expected: list?.expectedCount ?? 0)
        }
        let uncalled = context.member.role.has(.callRoll) ? try context.rollCalls.uncalledDays(back: daysBack, for: context.member) : []
        let page = StaffHomePage(
            frame: context.frame,
            lines: lines,
            waiting: try context.waiting(in: DeskQueue.allCases),
            uncalled: uncalled,
            today: context.today
        )
        return context.page(page)
    }

    private static func nextOpenDay(of activity: Activity, _ context: StaffContext) -> CivilDate? {
        let opening = OpeningDays(of: activity, in: context.catalogue.calendar)
        return (0..<daysAhead).lazy.map { context.today.adding(days: $0) }.first { opening.isOpen(on: $0) }
    }
}

extension StaffContext {
    var attendance: AttendanceService { AttendanceService(site.portal, catalogue) }

    /// The activities of the places where the member works, if the member may read any list.
    var activities: [Activity] { member.role.has(.readDayLists) ? catalogue.activities.filter(member.scope.covers) : [] }
}

extension DayList {
    /// The children who are expected for at least one unit.
    fileprivate var expectedCount: Int { groups.flatMap(\.children).count { $0.units.contains(.booked(.reserved)) } }
}
