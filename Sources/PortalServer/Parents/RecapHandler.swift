import HTMLTemplates
import PortalCore

enum RecapHandler {
    /// What the ticks or the pattern would change, judged now, before anything is written.
    static func show(_ context: ParentContext, _ form: FormFields) throws -> HTTPResponse {
        if PatternForm.isPart(of: form) { return try PatternHandler.recap(context, form) }
        let month = form[BookingFields.snapshot].flatMap(PlanningSnapshot.init(text:))?.month
        do {
            guard form[BookingFields.snapshot] != nil || form[BookingFields.change] != nil else { throw BookingFailure.unreadable }
            let review = try context.bookings.review(PlanningHandler.changes(form), by: context.access)
            return try page(review, origin: .planning(month), context)
        } catch BookingFailure.nothingAsked {
            return context.redirect(to: context.links.to(.planning(month)), saying: .nothingToChange)
        } catch let failure as BookingFailure {
            throw PageFailure.badRequest(failure.french)
        }
    }

    static func page(_ review: BookingReview, origin: RecapPage.Origin, _ context: ParentContext) throws -> HTTPResponse {
        let activities = Set(review.lines.compactMap { context.catalogue.unit($0.change.slot.unit)?.activity.id })
        let model = RecapPage.Model(
            booking: FamilyFrame(context.frame),
            review: review,
            origin: origin,
            key: newKey(),
            obstacles: review.accepted.count < review.lines.count
                ? ObstacleNotices(try context.regulations.obstacles(to: context.access, among: activities), links: context.links) : nil
        )
        return context.page(RecapPage(model), capacity: 65_536)
    }

    /// Makes a confirmation that is sent twice count once.
    static func newKey() -> String { RandomToken(bytes: 18, from: SystemRandom()).text }

    /// The changes that a recap confirms, on the days that were left ticked; none when no day was.
    static func confirmed(_ form: FormFields) throws(BookingFailure) -> [BookingChange]? {
        let days = form[BookingFields.hasDays] == nil ? nil : Set(form.all(BookingFields.day).compactMap { CivilDate(iso: $0) })
        return days?.isEmpty == true ? nil : try BookingForm.changes(confirmed: form.all(BookingFields.change), on: days)
    }
}

enum BookingsHandler {
    /// Applies what the recap showed, judged again, and leads to the answers line by line.
    static func confirm(_ context: ParentContext, _ form: FormFields) async throws -> HTTPResponse {
        guard let key = IdempotencyKey(form[BookingFields.key] ?? "") else { throw PageFailure.badRequest(BookingFailure.unreadable.french) }
        let site = context.site
        do {
            guard let changes = try RecapHandler.confirmed(form) else {
                return context.redirect(to: context.links.to(.planning(nil)), saying: .nothingToChange)
            }
            let request = try await context.bookings.confirm(
                changes,
                key: key,
                by: context.access,
                together: form[BookingFields.together] != nil,
                link: { site.absoluteAddress(of: ParentPage.request($0)) }
            )
            return context.redirect(to: context.links.to(.request(request.id)))
        } catch let failure as BookingFailure {
            throw PageFailure.badRequest(failure.french)
        }
    }
}
