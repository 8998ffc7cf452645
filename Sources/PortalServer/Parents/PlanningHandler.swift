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

    /// Coming back from the recap, or after a button that changes many boxes: the boxes as they were left.
    static func showAgain(_ context: ParentContext, _ form: FormFields, _ month: Month?) throws -> HTTPResponse {
        do {
            let planning = try context.bookings.planning(month ?? Month(containing: context.today), of: context.access)
            let asked = try changes(form)
            let ticked: PlanningMonth
            switch form[BookingFields.act] {
            case BookingFields.copy:
                ticked = planning.ticked(for: asked + (try context.bookings.copyingPreviousMonth(into: planning, of: context.access)))
            case BookingFields.clear: ticked = planning.cleared
            default: ticked = planning.ticked(for: asked)
            }
            return context.page(PlanningPage(model(ticked, context)), capacity: 65_536)
        } catch let failure as BookingFailure {
            throw PageFailure.badRequest(failure.french)
        }
    }

    /// What a planning or a recap asks for: the boxes against what was shown, and the changes that it carries along.
    static func changes(_ form: FormFields) throws(BookingFailure) -> [BookingChange] {
        let carried = try BookingForm.changes(confirmed: form.all(BookingFields.change))
        guard let snapshot = form[BookingFields.snapshot] else { return carried }
        return try BookingForm.changes(ticked: form.all(BookingFields.ticked), snapshot: snapshot) + carried
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
            here: context.links.to(.planning(planning.month)),
            fill: context.links.to(.fill),
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
