import HTMLTemplates
import PortalCore

enum AccountDeskHandler {
    static func people(_ context: StaffContext, _ name: String?) throws -> HTTPResponse {
        try page(context, name ?? "")
    }

    /// Prepares an adult's account, or sends the first password of a prepared one again.
    static func prepare(_ context: StaffContext, _ form: FormFields, _ adult: Identifier<Adult>) async throws -> HTTPResponse {
        let (site, name) = (context.site, form["nom"] ?? "")
        let link = site.absoluteAddress(of: PublicPage.signIn(next: nil))
        let hasAccount = try site.accounts.hasAccount(adult)
        do {
            if hasAccount {
                try await site.accounts.sendFirstPasswordAgain(to: adult, by: context.member.id, link: link)
            } else {
                try await site.accounts.prepareAccount(for: adult, by: context.member.id, link: link)
            }
            return context.redirect(to: context.links.to(.people(name: name)), saying: .accountPrepared)
        } catch let refusal as AccountService.PreparationRefusal {
            return try page(context, name, refusal: refusal.french)
        }
    }

    private static func page(_ context: StaffContext, _ name: String, refusal: String? = nil) throws -> HTTPResponse {
        let people = try context.site.accounts.people(named: name)
        let page = AccountPeoplePage(frame: context.frame, name: name, people: people, refusal: refusal)
        return context.page(page, status: refusal == nil ? .ok : .unprocessableContent)
    }
}
