import HTMLTemplates
import PortalCore

enum RecapHandler {
    /// What the ticks would change, judged now, before anything is written.
    static func show(_ context: ParentContext, _ form: FormFields) throws -> HTTPResponse {
        let month = form[BookingFields.snapshot].flatMap(PlanningSnapshot.init(text:))?.month
        do {
            let changes = try BookingForm.changes(ticked: form.all(BookingFields.ticked), snapshot: form[BookingFields.snapshot])
            let review = try context.bookings.review(changes, by: context.access)
            return context.page(RecapPage(model(review, month, context)))
        } catch BookingFailure.nothingAsked {
            return context.redirect(to: context.links.to(.planning(month)), saying: .nothingToChange)
        } catch let failure as BookingFailure {
            throw PageFailure.badRequest(failure.french)
        }
    }

    private static func model(_ review: BookingReview, _ month: Month?, _ context: ParentContext) -> RecapPage.Model {
        let frame = context.frame
        let planning = context.links.to(.planning(month))
        return RecapPage.Model(
            frame: frame.around(.planning),
            review: review,
            confirm: context.links.to(.bookings),
            planning: planning,
            token: frame.token,
            key: RandomToken(bytes: 18, from: SystemRandom()).text,
            crumbs: [frame.homeCrumb, Crumb("Réservations", planning)]
        )
    }
}

enum BookingsHandler {
    /// Applies what the recap showed, judged again, and leads to the answers line by line.
    static func confirm(_ context: ParentContext, _ form: FormFields) async throws -> HTTPResponse {
        guard let key = IdempotencyKey(form[BookingFields.key] ?? "") else { throw PageFailure.badRequest(BookingFailure.unreadable.french) }
        let site = context.site
        do {
            let changes = try BookingForm.changes(confirmed: form.all(BookingFields.change))
            let request = try await context.bookings.confirm(
                changes,
                key: key,
                by: context.access,
                link: { site.absoluteAddress(of: ParentPage.request($0)) }
            )
            return context.redirect(to: context.links.to(.request(request.id)))
        } catch let failure as BookingFailure {
            throw PageFailure.badRequest(failure.french)
        }
    }
}
