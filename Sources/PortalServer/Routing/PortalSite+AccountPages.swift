import HTMLTemplates
import PortalCore

extension PortalSite {
    /// The answer of a page about the account itself.
    func respond(with page: AccountPage, _ context: AccountContext) async throws -> HTTPResponse {
        switch (page, context.request.pageMethod) {
        case (.overview, .get): try AccountHandler.show(context)
        case (.contacts, .get): AccountHandler.contacts(context)
        case (.contacts, .post): try await AccountHandler.changeContacts(context, context.form())
        case (.password, .get): try AccountHandler.password(context, FormState())
        case (.password, .post): try await AccountHandler.changePassword(context, context.form())
        case (.email, .get): AccountHandler.email(context, FormState())
        case (.email, .post): try await AccountHandler.changeEmail(context, context.form())
        case (.emailDrop, .post): try await AccountHandler.dropEmailChange(context, context.form())
        case (.emailRetry, .post): try await AccountHandler.tryEmailAgain(context, context.form())
        case (.confirmation, .post): try await AccountHandler.sendConfirmation(context, context.form())
        case (.recognition, .get): try RecognitionHandler.show(context)
        case (.recognition, .post): try await RecognitionHandler.ask(context, context.form())
        case (.key, .get): try KeyEntryHandler.show(context)
        case (.key, .post): try await KeyEntryHandler.add(context, context.form())
        case (.secondFactor, .get): try SecondFactorHandler.show(context)
        case (.secondFactor, .post): try await SecondFactorHandler.change(context, context.form())
        case (.franceConnect, .get): try AccountIdentityHandler.show(context)
        case (.franceConnect, .post): try await AccountIdentityHandler.change(context, context.form())
        case (.data, .get): try PersonalDataHandler.show(context)
        case (.dataArchive, .post): try await PersonalDataHandler.download(context, context.form())
        case (.erasure, .post): try await PersonalDataHandler.askErasure(context, context.form())
        case (.closing, .get): PersonalDataHandler.showClosing(context)
        case (.closing, .post): try await PersonalDataHandler.close(context, context.form())
        case (.dataArchive, .get), (.erasure, .get): context.redirect(to: context.links.to(.data))
        case (.sessions, .post): try await AccountHandler.endSessions(context, context.form())
        // The addresses of forms, when somebody comes back to them without a form.
        case (.emailDrop, .get), (.emailRetry, .get), (.confirmation, .get), (.sessions, .get): context.redirect(to: context.links.to(.overview))
        case (.overview, _), (.data, _): throw PageFailure.methodNotAllowed(allowed: [.get])
        case (.emailDrop, _), (.emailRetry, _), (.confirmation, _), (.sessions, _), (.dataArchive, _), (.erasure, _):
            throw PageFailure.methodNotAllowed(allowed: [.post])
        case (.contacts, _), (.password, _), (.email, _), (.recognition, _), (.key, _), (.secondFactor, _), (.franceConnect, _), (.closing, _):
            throw PageFailure.methodNotAllowed(allowed: [.get, .post])
        }
    }

    /// The answer of a staff page about the families' accounts.
    func respond(with page: AccountDeskPage, _ context: StaffContext) async throws -> HTTPResponse {
        try context.require(page.right)
        return switch (page, context.request.pageMethod) {
        case (.people(let name), .get): try AccountDeskHandler.people(context, name)
        case (.preparation(let adult), .post): try await AccountDeskHandler.prepare(context, context.form(), adult)
        case (.secondFactorReset(let adult), .post): try await AccountDeskHandler.resetSecondFactor(context, context.form(), adult)
        // The addresses of forms, when somebody comes back to them without a form.
        case (.preparation, .get), (.secondFactorReset, .get): context.redirect(to: context.links.to(.people(name: nil)))
        case (.recognitions, .get): try RecognitionDeskHandler.list(context)
        case (.recognition(let request), .get): try RecognitionDeskHandler.show(context, request)
        case (.recognition(let request), .post): try await RecognitionDeskHandler.answer(context, context.form(), request)
        case (.erasures, .get): try ErasureDeskHandler.list(context)
        case (.erasure(let request), .get): try ErasureDeskHandler.show(context, request)
        case (.erasure(let request), .post): try await ErasureDeskHandler.settle(context, context.form(), request)
        case (.retention, .get): try RetentionHandler.show(context)
        case (.retention, .post): try await RetentionHandler.apply(context, context.form())
        case (.preparation, _), (.secondFactorReset, _): throw PageFailure.methodNotAllowed(allowed: [.post])
        case (.recognition, _), (.erasure, _), (.retention, _): throw PageFailure.methodNotAllowed(allowed: [.get, .post])
        case (.people, _), (.recognitions, _), (.erasures, _): throw PageFailure.methodNotAllowed(allowed: [.get])
        }
    }
}
