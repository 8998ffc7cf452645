import HTMLTemplates
import PortalCore

enum PlanningHandler {
    /// The month's planning of all the children; without a month, the current one, or the next when nothing may be changed in it any more.
    static func show(_ context: ParentContext, _ month: Month?) throws -> HTTPResponse {
        let current = Month(containing: context.today)
        var planning = try context.bookings.planning(month ?? current, of: context.access)
        if month == nil, !planning.mayChange { planning = try context.bookings.planning(current.next, of: context.access) }
        return context.page(PlanningPage(model(planning, context)), capacity: 65_536)
    }

    /// Coming back from the recap: the same month, with the boxes as they were left.
    static func showAgain(_ context: ParentContext, _ form: FormFields, _ month: Month?) throws -> HTTPResponse {
        do {
            let changes = try BookingForm.changes(confirmed: form.all(BookingFields.change))
            let planning = try context.bookings.planning(month ?? Month(containing: context.today), of: context.access)
            return context.page(PlanningPage(model(planning.ticked(for: changes), context)), capacity: 65_536)
        } catch let failure as BookingFailure {
            throw PageFailure.badRequest(failure.french)
        }
    }

    private static func model(_ planning: PlanningMonth, _ context: ParentContext) -> PlanningPage.Model {
        let frame = context.frame
        let known = monthsShown(on: context.today, in: context.catalogue.calendar)
        func link(_ month: Month) -> Link? { known.contains(month) ? context.links.to(.planning(month)) : nil }
        return PlanningPage.Model(
            frame: frame.around(.planning),
            planning: planning,
            snapshot: planning.snapshot.text,
            recap: context.links.to(.recap),
            token: frame.token,
            previousMonth: link(planning.month.previous),
            nextMonth: link(planning.month.next),
            crumbs: [frame.homeCrumb]
        )
    }

    /// From the beginning of this school year to the end of the next: the months that the page's arrows lead to.
    private static func monthsShown(on today: CivilDate, in calendar: SchoolCalendar) -> ClosedRange<Month> {
        let thisYear = calendar.schoolYear(containing: today)
        let nextYear = calendar.schoolYear(containing: thisYear.lastDay.adding(days: 1))
        return Month(containing: thisYear.firstDay)...Month(containing: nextYear.lastDay)
    }
}
