import HTMLTemplates
import PortalCore

extension PortalSite {
    /// The answer of a page that gives clés enfance to many families.
    func respond(with page: KeyCampaignPage, _ context: StaffContext) async throws -> HTTPResponse {
        switch (page, context.request.pageMethod) {
        case (.list, .get): try KeyCampaignHandler.list(context)
        case (.list, .post): try await KeyCampaignHandler.start(context, context.form())
        case (.campaign(let campaign), .get): try KeyCampaignHandler.show(context, campaign)
        case (.campaign(let campaign), .post): try await KeyCampaignHandler.act(context, context.form(), campaign)
        case (.letters(let campaign), .post):
            try await KeyCampaignHandler.letters(context, context.form(), campaign)
        // The form's address, when somebody comes back to it without the form.
        case (.letters(let campaign), .get): context.redirect(to: context.links.to(.campaign(campaign)))
        case (.list, _), (.campaign, _): throw PageFailure.methodNotAllowed(allowed: [.get, .post])
        case (.letters, _): throw PageFailure.methodNotAllowed(allowed: [.post])
        }
    }
}
