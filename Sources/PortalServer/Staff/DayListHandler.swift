import HTMLTemplates
import PortalCore

enum DayListHandler {
    /// An activity's list on a day: by default the first activity where the member works, today.
    static func show(_ context: StaffContext, activity code: String?, day: CivilDate?) throws -> HTTPResponse {
        let activities = context.activities
        guard let code = code ?? activities.first?.code,
            let list = try context.attendance.dayList(of: code, on: day ?? context.today, for: context.member)
        else { throw PageFailure.notFound }
        return context.page(DayListPage(frame: context.frame, activities: activities, list: list))
    }
}
