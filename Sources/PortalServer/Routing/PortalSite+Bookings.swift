import HTMLTemplates
import PortalCore

extension PortalSite {
    /// The answer of a staff page about places, or about bookings that are not decided yet.
    func respond(with page: BookingDeskPage, _ context: StaffContext) async throws -> HTTPResponse {
        switch (page, context.request.pageMethod) {
        case (.lines, .get): try WaitingLinesHandler.list(context)
        case (.line(let activity, let day), .get): try WaitingLinesHandler.show(context, activity, day)
        case (.line(let activity, let day), .post): try await WaitingLinesHandler.change(context, context.form(), activity, day)
        case (.asked, .get): try AskedBookingsHandler.list(context)
        case (.asked, .post): try await AskedBookingsHandler.settle(context, context.form())
        case (.places(let activity, let month), .get): try PlacesHandler.show(context, activity, month)
        case (.places(let activity, let month), .post): try await PlacesHandler.set(context, context.form(), activity, month)
        case (.closures(let start), .get): try ClosuresHandler.list(context, start)
        case (.closureReview, .post): try ClosuresHandler.review(context, context.form())
        case (.closureDeclaration, .post): try await ClosuresHandler.declare(context, context.form())
        case (.closure(let closure), .get): try ClosuresHandler.show(context, closure)
        case (.closure(let closure), .post): try await ClosuresHandler.undo(context, context.form(), closure)
        case (.closureReview, .get), (.closureDeclaration, .get): context.redirect(to: context.links.to(.closures(nil)))
        case (.closures, _), (.lines, _): throw PageFailure.methodNotAllowed(allowed: [.get])
        case (.line, _), (.asked, _), (.places, _), (.closureReview, _), (.closureDeclaration, _), (.closure, _):
            throw PageFailure.methodNotAllowed(allowed: [.get, .post])
        }
    }
}
