import HTMLTemplates
import PortalCore

enum RecapHandler {
    /// What the ticks or the pattern would change, judged now, before anything is written.
    static func show(_ context: ParentContext, _ form: FormFields) throws -> HTTPResponse {
        if form[PatternForm.Field.period.rawValue] != nil { return try PatternHandler.recap(context, form) }
        let month = form[BookingFields.snapshot].flatMap(PlanningSnapshot.init(text:))?.month
        do {
            guard form[BookingFields.snapshot] != nil || form[BookingFields.change] != nil else { throw BookingFailure.unreadable }
            let review = try context.bookings.review(PlanningHandler.changes(form), by: context.access)
            return try page(review, origin: .planning(context.links.to(.planning(month))), context)
        } catch BookingFailure.nothingAsked {
            return context.redirect(to: context.links.to(.planning(month)), saying: .nothingToChange)
        } catch let failure as BookingFailure {
            throw PageFailure.badRequest(failure.french)
        }
    }

    static func page(_ review: BookingReview, origin: RecapPage.Origin, _ context: ParentContext) throws -> HTTPResponse {
        let frame = context.frame
        let activities = Set(review.lines.compactMap { context.catalogue.unit($0.change.slot.unit)?.activity.id })
        let model = RecapPage.Model(
            frame: frame.around(.planning),
            review: review,
            confirm: context.links.to(.bookings),
            origin: origin,
            token: frame.token,
            key: RandomToken(bytes: 18, from: SystemRandom()).text,
            crumbs: [frame.homeCrumb, Crumb("Réservations", context.links.to(.planning(nil)))],
            obstacles: review.accepted.count < review.lines.count
                ? ObstacleNotices(try context.regulations.obstacles(to: context.access, among: activities), links: context.links) : nil
        )
        return context.page(RecapPage(model), capacity: 65_536)
    }
}

enum BookingsHandler {
    /// Applies what the recap showed, judged again, and leads to the answers line by line.
    static func confirm(_ context: ParentContext, _ form: FormFields) async throws -> HTTPResponse {
        guard let key = IdempotencyKey(form[BookingFields.key] ?? "") else { throw PageFailure.badRequest(BookingFailure.unreadable.french) }
        let site = context.site
        let days = form[BookingFields.hasDays] == nil ? nil : Set(form.all(BookingFields.day).compactMap { CivilDate(iso: $0) })
        do {
            let changes = try BookingForm.changes(confirmed: form.all(BookingFields.change), on: days)
            let request = try await context.bookings.confirm(
                changes,
                key: key,
                by: context.access,
                together: form[BookingFields.together] != nil,
                link: { site.absoluteAddress(of: ParentPage.request($0)) }
            )
            return context.redirect(to: context.links.to(.request(request.id)))
        } catch BookingFailure.nothingAsked where days?.isEmpty == true {
            return context.redirect(to: context.links.to(.planning(nil)), saying: .nothingToChange)
        } catch let failure as BookingFailure {
            throw PageFailure.badRequest(failure.french)
        }
    }
}
