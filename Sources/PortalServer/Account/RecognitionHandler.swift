import HTMLTemplates
import PortalCore

enum RecognitionHandler {
    /// What became of the request; who has a household goes to the private space.
    static func show(_ context: AccountContext, _ form: FormState = FormState()) throws -> HTTPResponse {
        guard context.isNewcomer else { return context.redirect(to: context.links.to(.home as ParentPage)) }
        let request = try context.site.accounts.recognition(of: context.session.account)
        return context.page(
            RecognitionPage(frame: context.frame, request: request, form: form),
            status: form.errors.isEmpty ? .ok : .unprocessableContent
        )
    }

    static func ask(_ context: AccountContext, _ form: FormFields) async throws -> HTTPResponse {
        do {
            try await context.site.accounts.askForRecognition(of: context.session.account, RecognitionForm(form))
            return context.redirect(to: context.links.to(.recognition), saying: .recognitionAsked)
        } catch let errors as FieldErrors {
            let values = Dictionary(RecognitionForm.typed(form), uniquingKeysWith: { first, _ in first })
            return try show(context, FormState(values: values, errors: errors))
        }
    }
}
