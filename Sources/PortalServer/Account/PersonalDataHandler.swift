import HTMLTemplates
import PortalCore

enum PersonalDataHandler {
    static func show(_ context: AccountContext, _ form: FormState = FormState()) throws -> HTTPResponse {
        let request = try context.erasures.latest(of: context.session.account)
        let page = PersonalDataPage(frame: context.frame, request: request, form: form)
        return context.page(page, status: form.errors.isEmpty ? .ok : .unprocessableContent)
    }

    /// The archive of everything, as a file that is made while it is sent.
    static func download(_ context: AccountContext, _ form: FormFields) async throws -> HTTPResponse {
        let service = PersonalDataService(context.site.portal)
        let archive = PersonalDataArchive(try await service.collect(for: context.session.account), service, assets: context.site.assets)
        let headers: HTTPHeaders = [
            "Content-Type": "application/zip",
            "Content-Disposition": "attachment; filename=\"mes-donnees-\(context.links.slug)-\(context.today.iso).zip\"",
        ]
        var response = HTTPResponse(.ok, headers: headers, body: archive.beginning)
        response.rest = HTTPBodyStream(length: archive.remaining) { try await archive.next() }
        return response
    }

    static func askErasure(_ context: AccountContext, _ form: FormFields) async throws -> HTTPResponse {
        let typed = form[ErasureRequest.Field.message.rawValue] ?? ""
        do {
            try await context.erasures.ask(typed, by: context.session.account)
            return context.redirect(to: context.links.to(.data), saying: .erasureAsked)
        } catch let errors as FieldErrors {
            return try show(context, FormState(values: [ErasureRequest.Field.message.rawValue: typed], errors: errors))
        }
    }

    static func showClosing(_ context: AccountContext, _ form: FormState = FormState()) -> HTTPResponse {
        context.page(AccountClosingPage(frame: context.frame, form: form), status: form.errors.isEmpty ? .ok : .unprocessableContent)
    }

    /// Closes the account and leads to the front page, where the message is read.
    static func close(_ context: AccountContext, _ form: FormFields) async throws -> HTTPResponse {
        do {
            try await context.site.accounts.close(
                context.session.account,
                password: form[AccountClosingField.password.rawValue] ?? "",
                from: context.request.clientAddress
            )
            var response = context.redirect(to: context.links.to(.welcome), saying: .accountClosed)
            response.setCookies(context.site.cookies.removing(.parent))
            return response
        } catch let errors as FieldErrors {
            return showClosing(context, FormState(errors: errors))
        }
    }
}

/// The staff's answers to people who ask to be forgotten.
enum ErasureDeskHandler {
    static func list(_ context: StaffContext) throws -> HTTPResponse {
        context.page(ErasureListPage(frame: context.frame, requests: try context.erasures.waiting()))
    }

    static func show(_ context: StaffContext, _ id: Identifier<ErasureRequest>, _ form: FormState = FormState()) throws -> HTTPResponse {
        guard let request = try context.erasures.request(id) else { throw PageFailure.notFound }
        let kept = try RetentionService(context.site.portal).kept(of: request.account)
        let page = ErasureCasePage(frame: context.frame, request: request, kept: kept, form: form)
        return context.page(page, status: form.errors.isEmpty ? .ok : .unprocessableContent)
    }

    static func settle(_ context: StaffContext, _ form: FormFields, _ id: Identifier<ErasureRequest>) async throws -> HTTPResponse {
        let answer = form[ErasureRequest.Field.answer.rawValue] ?? ""
        guard let decision = form[ErasureRequest.Field.decision.rawValue], [ErasureCasePage.accept, ErasureCasePage.refuse].contains(decision) else {
            throw PageFailure.badRequest("Choisissez d'accepter ou de refuser.")
        }
        do {
            try await context.erasures.settle(id, accepting: decision == ErasureCasePage.accept, answer: answer, by: context.member.id)
            return context.redirect(to: context.links.to(.erasures), saying: .saved)
        } catch let errors as FieldErrors {
            return try show(context, id, FormState(values: [ErasureRequest.Field.answer.rawValue: answer], errors: errors))
        } catch HouseholdRefusal.unknown {
            throw PageFailure.notFound
        }
    }
}

extension PageContext {
    fileprivate var erasures: ErasureService { ErasureService(site.portal) }
}
