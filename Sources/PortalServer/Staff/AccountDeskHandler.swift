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
        let hasAccount = try site.accounts.person(adult)?.account != nil
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

    /// Takes the second factor away from somebody who has lost the telephone.
    static func resetSecondFactor(_ context: StaffContext, _ form: FormFields, _ adult: Identifier<Adult>) async throws -> HTTPResponse {
        guard let account = try context.site.accounts.person(adult)?.account else { throw PageFailure.notFound }
        let removed = try await context.site.secondFactors.reset(.account(account.id), by: context.member.id)
        return context.redirect(to: context.links.to(.people(name: form["nom"])), saying: removed ? .saved : nil)
    }

    private static func page(_ context: StaffContext, _ name: String, refusal: String? = nil) throws -> HTTPResponse {
        let people = try context.site.accounts.people(named: name)
        let page = AccountPeoplePage(
            frame: context.frame,
            name: name,
            people: people,
            resetsSecondFactors: context.member.role.has(.manageStaff),
            refusal: refusal
        )
        return context.page(page, status: refusal == nil ? .ok : .unprocessableContent)
    }
}
