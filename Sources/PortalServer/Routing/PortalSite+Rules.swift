import HTMLTemplates
import PortalCore

extension PortalSite {
    /// The answer of a page about the activities' rules.
    func respond(with page: RuleDeskPage, _ context: StaffContext) async throws -> HTTPResponse {
        switch (page, context.request.pageMethod) {
        case (.list, .get): RulesHandler.list(context)
        case (.bench(let activity, let trial), .get): try RulesHandler.bench(context, activity, trial)
        case (.publication(let activity), .post): try await RulesHandler.publish(context, context.form(), activity)
        case (.withdrawal(let activity), .post): try await RulesHandler.withdraw(context, context.form(), activity)
        // Where somebody comes back to a form's address without the form.
        case (.publication(let activity), .get), (.withdrawal(let activity), .get):
            context.redirect(to: context.links.to(.bench(activity: activity, RuleTrial())))
        case (.list, _), (.bench, _): throw PageFailure.methodNotAllowed(allowed: [.get])
        case (.publication, _), (.withdrawal, _): throw PageFailure.methodNotAllowed(allowed: [.post])
        }
    }
}
