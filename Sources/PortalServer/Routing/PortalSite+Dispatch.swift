import HTMLTemplates
import PortalCore

extension PortalSite {
    /// The answer of the page that stands at the request's address.
    ///
    /// - Throws: `PageFailure.notFound` when there is none, and whatever the page throws.
    func respond(to request: HTTPRequest) async throws -> HTTPResponse {
        let address = PageAddress(request)
        if let page = PublicPage(address) { return try await respond(to: request, with: page) }
        if let page = ParentPage(address) { return try await respond(with: page, ParentContext(request, self)) }
        if let page = AccountPage(address) { return try await respond(with: page, AccountContext(request, self, for: page)) }
        if let page = AccountDeskPage(address) { return try await respond(with: page, StaffContext(request, self)) }
        if let page = AttendanceDeskPage(address) { return try await respond(with: page, StaffContext(request, self)) }
        if let page = ArrearsDeskPage(address) { return try await respond(with: page, StaffContext(request, self)) }
        if let page = DocumentDeskPage(address) { return try await respond(with: page, StaffContext(request, self)) }
        if let page = FamilyCheckDeskPage(address) { return try await respond(with: page, StaffContext(request, self)) }
        if let page = SchoolingDeskPage(address) { return try await respond(with: page, StaffContext(request, self)) }
        if let page = NurseryDeskPage(address) { return try await respond(with: page, StaffContext(request, self)) }
        if let page = StaffPage(address) { return try await respond(to: request, with: page) }
        throw PageFailure.notFound
    }

    private func respond(to request: HTTPRequest, with page: PublicPage) async throws -> HTTPResponse {
        if case .calendar(let token) = page, request.pageMethod == .get { return try CalendarFeedHandler.show(request, self, token: token) }
        let context = try VisitorContext(request, self)
        return switch (page, request.pageMethod) {
        case (.identity(let page), .get): try await respond(with: page, context)
        case (.welcome, .get): try WelcomeHandler.show(context)
        case (.theme, .get): try ThemeHandler.show(context)
        case (.registration, .get): try RegistrationHandler.show(context)
        case (.registration, .post): try await RegistrationHandler.register(context, context.form())
        case (.newcomer, .get): try NewcomerHandler.show(context)
        case (.newcomer, .post): try await NewcomerHandler.register(context, context.form())
        case (.signIn(let next), .get): try SignInHandler.show(context, next: next)
        case (.signIn(let next), .post): try await SignInHandler.signIn(context, context.form(), next: next)
        case (.signInCode(let next), .get): try SignInCodeHandler.show(context, next: next)
        case (.signInCode(let next), .post): try await SignInCodeHandler.signIn(context, context.form(), next: next)
        case (.signOut, .post): try await SignOutHandler.signOut(ParentContext(request, self))
        case (.emailConfirmation(let token), .get): try EmailConfirmationHandler.show(context, token: token)
        case (.emailConfirmation(let token), .post): try await EmailConfirmationHandler.confirm(context, context.form(), token: token)
        case (.forgottenPassword, .get): try ForgottenPasswordHandler.show(context)
        case (.forgottenPassword, .post): try await ForgottenPasswordHandler.send(context, context.form())
        case (.passwordReset(let token), .get): try PasswordResetHandler.show(context, token: token)
        case (.passwordReset(let token), .post): try await PasswordResetHandler.reset(context, context.form(), token: token)
        case (.signOut, _): throw PageFailure.methodNotAllowed(allowed: [.post])
        case (.welcome, _), (.theme, _), (.calendar, _), (.identity, _): throw PageFailure.methodNotAllowed(allowed: [.get])
        case (.registration, _), (.newcomer, _), (.signIn, _), (.signInCode, _), (.emailConfirmation, _), (.forgottenPassword, _),
            (.passwordReset, _):
            throw PageFailure.methodNotAllowed(allowed: [.get, .post])
        }
    }

    private func respond(with page: IdentityPage, _ context: VisitorContext) async throws -> HTTPResponse {
        switch page {
        case .leave(let next): try await FranceConnectHandler.leave(context, next: next)
        case .back: try await FranceConnectHandler.comeBack(context)
        case .arrival: try FranceConnectHandler.arrival(context)
        case .signedOut: try FranceConnectHandler.signedOut(context)
        }
    }

    private func respond(with page: ParentPage, _ context: ParentContext) async throws -> HTTPResponse {
        switch (page, context.request.pageMethod) {
        case (.home, .get): try HomeHandler.show(context)
        case (.family, .get): try FamilyHandler.show(context)
        case (.child(let child), .get): try ChildHandler.show(context, child)
        case (.planning(let month, let child, let activity), .get):
            try PlanningHandler.show(context, month, PlanningFilter(child: child, activity: activity))
        case (.planning(let month, let child, let activity), .post):
            try PlanningHandler.showAgain(context, context.form(), month, PlanningFilter(child: child, activity: activity))
        case (.fill, .get): try PatternHandler.show(context)
        case (.fill, .post): try PatternHandler.showAgain(context, context.form())
        case (.recap, .post): try RecapHandler.show(context, context.form())
        case (.bookings, .post): try await BookingsHandler.confirm(context, context.form())
        // The addresses of the two forms, when somebody comes back to them without a form.
        case (.recap, .get), (.bookings, .get): context.redirect(to: context.links.to(.planning(nil)))
        case (.waiting, .get): try WaitingHandler.show(context)
        case (.waiting, .post): try await WaitingHandler.answer(context, context.form())
        case (.regulations, .get): try RegulationsHandler.list(context)
        case (.regulation(let code), .get): try RegulationsHandler.show(context, code)
        case (.regulation(let code), .post): try await RegulationsHandler.accept(context, context.form(), code)
        case (.requests, .get): try RequestsHandler.list(context)
        case (.agenda(let query), .get): try AgendaHandler.show(context, query)
        case (.calendarFeeds, .get): try CalendarFeedsHandler.show(context)
        case (.calendarFeeds, .post): try await CalendarFeedsHandler.make(context, context.form())
        case (.calendarFeedEnd, .post): try await CalendarFeedsHandler.end(context, context.form())
        case (.calendarFeedEnd, .get): context.redirect(to: context.links.to(.calendarFeeds))
        case (.request(let request), .get): try RequestsHandler.show(context, request)
        case (.messages, .get): try MessagesHandler.list(context)
        case (.file(let page), _): try await respond(with: page, context)
        case (.absences(let page), _): try await respond(with: page, context)
        case (.owed, .get): try OwedHandler.show(context)
        case (.documents(let page), _): try await respond(with: page, context)
        case (.nursery(let page), _): try await respond(with: page, context)
        case (.recap, _), (.bookings, _): throw PageFailure.methodNotAllowed(allowed: [.post])
        case (.calendarFeedEnd, _): throw PageFailure.methodNotAllowed(allowed: [.post])
        case (.planning, _), (.fill, _), (.calendarFeeds, _), (.waiting, _), (.regulation, _):
            throw PageFailure.methodNotAllowed(allowed: [.get, .post])
        default: throw PageFailure.methodNotAllowed(allowed: [.get])
        }
    }

    private func respond(to request: HTTPRequest, with page: StaffPage) async throws -> HTTPResponse {
        if case .staffInvitation(let token) = page {
            let context = try VisitorContext(request, self)
            return switch request.pageMethod {
            case .get: try StaffInvitationHandler.show(context, token: token)
            case .post: try await StaffInvitationHandler.choose(context, context.form(), token: token)
            default: throw PageFailure.methodNotAllowed(allowed: [.get, .post])
            }
        }
        if page == .signIn {
            let context = try VisitorContext(request, self)
            return switch request.pageMethod {
            case .get: try StaffSignInHandler.show(context)
            case .post: try await StaffSignInHandler.signIn(context, context.form())
            default: throw PageFailure.methodNotAllowed(allowed: [.get, .post])
            }
        }
        if page == .signInCode {
            let context = try VisitorContext(request, self)
            return switch request.pageMethod {
            case .get: try SignInCodeHandler.showToStaff(context)
            case .post: try await SignInCodeHandler.signInStaff(context, context.form())
            default: throw PageFailure.methodNotAllowed(allowed: [.get, .post])
            }
        }
        let context = try await StaffContext(request, self, needsSecondFactor: ![.secondFactor, .signOut].contains(page))
        if let right = page.right { try context.require(right) }
        return switch (page, request.pageMethod) {
        case (.home, .get): try StaffHomeHandler.show(context)
        case (.dayList(let activity, let day), .get): try DayListHandler.show(context, activity: activity, day: day)
        case (.sheets, .get): try StaffSheetHandler.list(context)
        case (.sheet(let child), .get): try await StaffSheetHandler.show(context, child)
        case (.outbox, .get): try OutboxHandler.list(context)
        case (.mail(let mail), .get): try OutboxHandler.show(context, mail)
        case (.unreachableAddresses, .get): try OutboxHandler.listUnreachable(context)
        case (.unreachableAddresses, .post): try await OutboxHandler.tryAgain(context, context.form())
        case (.families(let page), _): try await respond(with: page, context)
        case (.campaigns(let page), _): try await respond(with: page, context)
        case (.rules(let page), _): try await respond(with: page, context)
        case (.activities(let page), _): try await respond(with: page, context)
        case (.bookings(let page), _): try await respond(with: page, context)
        case (.journal(let query), .get): try await JournalHandler.show(context, query)
        case (.journalExport, .post): try await JournalHandler.export(context, context.form())
        case (.team, .get): try TeamHandler.list(context)
        case (.teamInvitation, .get): TeamHandler.showInvitation(context)
        case (.teamInvitation, .post): try await TeamHandler.invite(context, context.form())
        case (.colleague(let colleague), .get): try TeamHandler.show(context, colleague)
        case (.colleague(let colleague), .post): try await TeamHandler.assign(context, colleague, context.form())
        case (.colleagueState(let colleague), .post): try await TeamHandler.change(context, colleague, context.form())
        case (.colleagueState(let colleague), .get): context.redirect(to: context.links.to(.colleague(colleague)))
        case (.secondFactor, .get): try SecondFactorHandler.show(context)
        case (.secondFactor, .post): try await SecondFactorHandler.change(context, context.form())
        case (.signOut, .post): try await SignOutHandler.signOut(context)
        case (.teamInvitation, _), (.colleague, _), (.secondFactor, _), (.unreachableAddresses, _):
            throw PageFailure.methodNotAllowed(allowed: [.get, .post])
        case (.colleagueState, _), (.signOut, _), (.journalExport, _): throw PageFailure.methodNotAllowed(allowed: [.post])
        default: throw PageFailure.methodNotAllowed(allowed: [.get])
        }
    }
}

extension HTTPRequest {
    /// The method as pages see it: HEAD is a GET whose body the server leaves out.
    var pageMethod: HTTPMethod { method == .head ? .get : method }
}
