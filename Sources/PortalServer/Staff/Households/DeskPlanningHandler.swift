import HTMLTemplates
import PortalCore

/// The month's planning of a family, for the service desk to change.
enum DeskPlanningHandler {
    static func show(_ context: StaffContext, _ id: Identifier<Household>, _ month: Month?) throws -> HTTPResponse {
        try page(context, id, planning(context, id, month))
    }

    /// Coming back from the recap, from another month, or after a button that changes many boxes: the boxes as they were left.
    static func showAgain(_ context: StaffContext, _ form: FormFields, _ id: Identifier<Household>, _ month: Month?) throws -> HTTPResponse {
        do {
            let asked = try PlanningHandler.changes(form)
            let planning = try planning(context, id, month)
            let carried = PlanningHandler.carried(asked, past: planning)
            let ticked = try PlanningHandler.acted(form, on: planning, asked) {
                try context.deskBookings.copyingPreviousMonth(into: planning, of: id) ?? []
            }
            let review = carried.isEmpty ? nil : try context.deskBookings.review(carried, on: DeskTerms(), for: id)
            return try page(context, id, planning.ticked(for: ticked), carried: review)
        } catch let failure as BookingFailure {
            throw PageFailure.badRequest(failure.french)
        }
    }

    private static func planning(_ context: StaffContext, _ id: Identifier<Household>, _ month: Month?) throws -> PlanningMonth {
        guard let planning = try context.deskBookings.planning(month ?? Month(containing: context.today), of: id) else { throw PageFailure.notFound }
        return planning
    }

    private static func page(
        _ context: StaffContext,
        _ id: Identifier<Household>,
        _ planning: PlanningMonth,
        carried: BookingReview? = nil
    ) throws -> HTTPResponse {
        func link(_ month: Month) -> Link { context.links.to(.planning(id, month)) }
        let model = PlanningPage.Model(
            booking: FamilyFrame(context.frame, for: try context.household(id)),
            planning: planning,
            snapshot: planning.snapshot.text,
            carried: carried,
            here: link(planning.month),
            previousMonth: link(planning.month.previous),
            nextMonth: link(planning.month.next)
        )
        return context.page(PlanningPage(model), capacity: 65_536)
    }
}

extension StaffContext {
    var deskBookings: DeskBookingService { DeskBookingService(site.portal, catalogue, waitingPage: site.waitingPage) }

    /// The household that a page is about.
    func household(_ id: Identifier<Household>) throws -> Household {
        guard let family = try site.households.family(id) else { throw PageFailure.notFound }
        return family.household
    }
}
