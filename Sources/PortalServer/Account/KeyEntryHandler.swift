import HTMLTemplates
import PortalCore

enum KeyEntryHandler {
    static func show(_ context: AccountContext, _ form: FormState = FormState(), status: HTTPStatus = .ok) throws -> HTTPResponse {
        let access = try context.site.households.access(of: context.session.account)
        return context.page(KeyEntryPage(frame: context.frame, children: access?.children ?? [], today: context.today, form: form), status: status)
    }

    /// Uses one key and comes back for the next.
    static func add(_ context: AccountContext, _ form: FormFields) async throws -> HTTPResponse {
        let field = Registration.Field.key.rawValue
        let typed = form[field] ?? ""
        do {
            try await context.site.accounts.addKey(typed, to: context.session.account, from: context.request.clientAddress)
            return context.redirect(to: context.links.to(.key), saying: .keyAdded)
        } catch let errors as FieldErrors {
            return try show(context, FormState(values: [field: typed], errors: errors), status: .unprocessableContent)
        } catch let refusal as SignInRefusal {
            return try show(context, FormState(values: [field: typed], errors: [FieldError(field, refusal.french)]), status: refusal.status)
        }
    }
}
