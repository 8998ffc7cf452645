import HTMLTemplates
import PortalCore

enum AccountHandler {
    static func show(_ context: AccountContext) throws -> HTTPResponse {
        let accounts = context.site.accounts
        guard let account = try accounts.account(context.session.account) else { throw PageFailure.notFound }
        let model = AccountOverviewPage.Model(
            adult: context.adult,
            account: account,
            emailChange: try accounts.emailChange(of: account.id),
            unreachable: try UnreachableAddressService(context.site.portal).state(of: context.adult.email),
            sessions: try accounts.sessions(of: account.id, seenFrom: context.token),
            secondFactor: try context.site.secondFactors.state(of: context.factorOwner),
            identity: try context.site.identities?.identity(of: account.id)
        )
        return context.page(AccountOverviewPage(frame: context.frame, model: model))
    }

    /// Ends one session elsewhere, or all of them.
    static func endSessions(_ context: AccountContext, _ form: FormFields) async throws -> HTTPResponse {
        let accounts = context.site.accounts
        if form[SessionField.session] == SessionField.everywhereElse {
            try await accounts.endSessions(of: context.session.account, except: context.token)
        } else {
            try await accounts.endSession(named: form[SessionField.session] ?? "", of: context.session.account)
        }
        return context.redirect(to: context.links.to(.overview), saying: .sessionsEnded)
    }

    static func sendConfirmation(_ context: AccountContext, _ form: FormFields) async throws -> HTTPResponse {
        let site = context.site
        do {
            try await site.accounts.sendConfirmationAgain(
                to: context.session.account,
                link: { site.absoluteAddress(of: PublicPage.emailConfirmation(token: $0)) }
            )
            return context.redirect(to: context.links.to(.overview), saying: .confirmationSent)
        } catch is SignInRefusal {
            return context.redirect(to: context.links.to(.overview), saying: .confirmationJustSent)
        }
    }

    static func tryEmailAgain(_ context: AccountContext, _ form: FormFields) async throws -> HTTPResponse {
        do {
            try await context.site.accounts.tryEmailAgain(of: context.session.account)
            return context.redirect(to: context.links.to(.overview), saying: .emailTriedAgain)
        } catch is SignInRefusal {
            return context.redirect(to: context.links.to(.overview), saying: .confirmationJustSent)
        }
    }

    static func dropEmailChange(_ context: AccountContext, _ form: FormFields) async throws -> HTTPResponse {
        try await context.site.accounts.dropEmailChange(of: context.session.account)
        return context.redirect(to: context.links.to(.overview), saying: .emailChangeDropped)
    }
}
