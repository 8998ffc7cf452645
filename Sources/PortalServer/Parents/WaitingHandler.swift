import HTMLTemplates
import PortalCore

enum WaitingHandler {
    static func show(_ context: ParentContext) throws -> HTTPResponse {
        let places = try context.waitingList.places(of: context.access)
        return context.page(WaitingPage(frame: context.frame, places: places, key: RandomToken(bytes: 18, from: SystemRandom()).text))
    }

    /// Accepts the places that are held for the family, or no longer waits for some.
    static func answer(_ context: ParentContext, _ form: FormFields) async throws -> HTTPResponse {
        let slots = form.all(WaitingPage.place).compactMap { BookingSlot(text: $0) }
        guard let act = form[WaitingPage.act], [WaitingPage.accept, WaitingPage.leave].contains(act), !slots.isEmpty,
            let key = IdempotencyKey(form[BookingFields.key] ?? "")
        else { throw PageFailure.badRequest(BookingFailure.unreadable.french) }
        let site = context.site
        do {
            let request = try await context.bookings.confirm(
                slots.map { BookingChange(act == WaitingPage.accept ? .add : .cancel, $0) },
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
