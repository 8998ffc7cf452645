import HTMLTemplates
import PortalCore

extension PortalSite {
    /// The answer of a page about what the activities open.
    func respond(with page: ActivityDeskPage, _ context: StaffContext) async throws -> HTTPResponse {
        switch (page, context.request.pageMethod) {
        case (.list, .get): ActivitiesHandler.list(context)
        case (.settings(let activity, let window), .get): try ActivitiesHandler.settings(context, activity, window)
        case (.review(let activity), .post): try ActivitiesHandler.review(context, context.form(), activity)
        case (.change(let activity), .post): try await ActivitiesHandler.change(context, context.form(), activity)
        // Where somebody comes back to a form's address without the form.
        case (.review(let activity), .get), (.change(let activity), .get):
            context.redirect(to: context.links.to(.settings(activity: activity, window: nil)))
        case (.list, _), (.settings, _): throw PageFailure.methodNotAllowed(allowed: [.get])
        case (.review, _), (.change, _): throw PageFailure.methodNotAllowed(allowed: [.post])
        }
    }
}
