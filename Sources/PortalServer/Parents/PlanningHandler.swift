import HTMLTemplates
import PortalCore

/// What a planning is narrowed to.
struct PlanningFilter {
    let child: Identifier<Child>?
    let activity: Identifier<Activity>?
}

enum PlanningHandler {
    /// The month's planning of all the children; without a month, the current one, or the next when nothing may be changed in it any more.
    static func show(_ context: ParentContext, _ month: Month?, _ filter: PlanningFilter) throws -> HTTPResponse {
        let current = Month(containing: context.today)
        var planning = try context.bookings.planning(month ?? current, of: context.access)
        if month == nil, !planning.mayChange { planning = try context.bookings.planning(current.next, of: context.access) }
        return try context.page(PlanningPage(model(planning, filter, context)), capacity: 65_536)
    }

    /// Coming back from the recap, from another month, or after a button that changes many boxes: the boxes as they were left.
    static func showAgain(_ context: ParentContext, _ form: FormFields, _ month: Month?, _ filter: PlanningFilter) throws -> HTTPResponse {
        do {
            let asked = try changes(form)
            let planning = try context.bookings.planning(month ?? Month(containing: context.today), of: context.access)
            let shown = planning.showing(child: filter.child, activity: filter.activity)
            let carried = carried(asked, past: shown)
            let ticked = try acted(form, on: shown, asked) { try context.bookings.copyingPreviousMonth(into: shown, of: context.access) }
            let review = carried.isEmpty ? nil : try context.bookings.review(carried, by: context.access)
            return try context.page(PlanningPage(model(planning.ticked(for: ticked), filter, context, carried: review)), capacity: 65_536)
        } catch let failure as BookingFailure {
            throw PageFailure.badRequest(failure.french)
        }
    }

    /// What is asked of the boxes that are shown, once a button has done its work.
    static func acted(
        _ form: FormFields,
        on shown: PlanningMonth,
        _ asked: [BookingChange],
        copying: () throws -> [BookingChange]
    ) rethrows -> [BookingChange] {
        switch form[BookingFields.act] {
        case BookingFields.copy: asked + (try copying())
        case BookingFields.clear: shown.clearing
        default: asked
        }
    }

    /// What is asked of days that are not shown: it goes along to the recap.
    static func carried(_ asked: [BookingChange], past shown: PlanningMonth) -> [BookingChange] {
        let known = Set(shown.slots)
        return asked.filter { !known.contains($0.slot) }
    }

    /// What a planning or a recap asks for: the boxes against what was shown, and the changes that it carries along.
    static func changes(_ form: FormFields) throws(BookingFailure) -> [BookingChange] {
        let carried = try BookingForm.changes(confirmed: form.all(BookingFields.change))
        guard let snapshot = form[BookingFields.snapshot] else { return carried }
        return try BookingForm.changes(ticked: form.all(BookingFields.ticked), snapshot: snapshot) + carried
    }

    private static func model(
        _ planning: PlanningMonth,
        _ filter: PlanningFilter,
        _ context: ParentContext,
        carried: BookingReview? = nil
    ) throws -> PlanningPage.Model {
        let shown = planning.showing(child: filter.child, activity: filter.activity)
        let known = monthsShown(on: context.today, in: context.catalogue.calendar)
        func link(_ month: Month) -> Link { context.links.to(.planning(month, child: filter.child, activity: filter.activity)) }
        return PlanningPage.Model(
            booking: FamilyFrame(context.frame),
            planning: shown,
            snapshot: shown.snapshot.text,
            carried: carried,
            filters: PlanningFilters(of: planning, child: filter.child, activity: filter.activity, links: context.links),
            here: link(planning.month),
            previousMonth: known.contains(planning.month.previous) ? link(planning.month.previous) : nil,
            nextMonth: known.contains(planning.month.next) ? link(planning.month.next) : nil,
            offers: try context.waitingList.places(of: context.access),
            obstacles: try context.regulations.obstacles(to: context.access, among: shown.activities),
            key: RecapHandler.newKey(),
            care: try care(planning.month, filter, context),
            habits: try habits(filter, context)
        )
    }

    /// When the children that are shown come and leave, at the activity that is shown.
    private static func habits(_ filter: PlanningFilter, _ context: ParentContext) throws -> [ChildTimes] {
        try context.expectedTimes.habits(of: context.access).filter { habits in
            filter.child.map { $0 == habits.child.id } ?? true && filter.activity.map { $0 == habits.activity.id } ?? true
        }
    }

    /// The regular care of the children that are shown; none where another activity is chosen.
    private static func care(_ month: Month, _ filter: PlanningFilter, _ context: ParentContext) throws -> CareNotices? {
        let files = try context.nurseries.files(of: context.access, in: month).filter { file in
            filter.child.map { $0 == file.contract.child.id } ?? true && filter.activity.map { $0 == file.activity.id } ?? true
        }
        guard !files.isEmpty else { return nil }
        return CareNotices(files: files, months: files.map { $0.month(month, in: context.catalogue.calendar) }, links: context.links)
    }

    /// From the beginning of this school year to the end of the next: the months that the page's arrows lead to.
    private static func monthsShown(on today: CivilDate, in calendar: SchoolCalendar) -> ClosedRange<Month> {
        let thisYear = calendar.schoolYear(containing: today)
        let nextYear = calendar.schoolYear(containing: thisYear.lastDay.adding(days: 1))
        return Month(containing: thisYear.firstDay)...Month(containing: nextYear.lastDay)
    }
}
