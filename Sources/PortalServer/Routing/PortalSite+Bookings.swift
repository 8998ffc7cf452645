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
        case (.lines, _): throw PageFailure.methodNotAllowed(allowed: [.get])
        case (.line, _), (.asked, _), (.places, _): throw PageFailure.methodNotAllowed(allowed: [.get, .post])
        }
    }
}
