import HTMLTemplates
import PortalCore

enum DayListHandler {
    /// An activity's list on a day: by default the first activity, today.
    static func show(_ context: StaffContext, activity code: String?, day: CivilDate?) throws -> HTTPResponse {
        guard let code = code ?? context.catalogue.activities.first?.code,
            let list = try context.attendance.dayList(of: code, on: day ?? context.today, for: context.member)
        else { throw PageFailure.notFound }
        return context.page(DayListPage(frame: context.frame, activities: context.catalogue.activities, list: list))
    }
}
