import HTMLTemplates
import PortalCore

enum RetentionHandler {
    static func show(_ context: StaffContext, _ form: FormState = FormState()) throws -> HTTPResponse {
        let service = RetentionService(context.site.portal)
        let page = RetentionPage(frame: context.frame, rules: try service.rules(), due: try service.due(), form: form)
        return context.page(page, status: form.errors.isEmpty ? .ok : .unprocessableContent)
    }

    /// Erases what has run out, once somebody says to have looked.
    static func apply(_ context: StaffContext, _ form: FormFields) async throws -> HTTPResponse {
        guard form[RetentionPage.box] != nil else {
            return try show(context, FormState(errors: [FieldError(RetentionPage.box, "Cochez la case\u{A0}: l'effacement est définitif.")]))
        }
        _ = try await RetentionService(context.site.portal).apply(by: context.member.id)
        return context.redirect(to: context.links.to(.retention), saying: .dataErased)
    }
}
