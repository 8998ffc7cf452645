import HTMLTemplates
import PortalCore

enum RecognitionDeskHandler {
    static func list(_ context: StaffContext) throws -> HTTPResponse {
        context.page(RecognitionListPage(frame: context.frame, requests: try context.recognitions.requests()))
    }

    static func show(_ context: StaffContext, _ id: Identifier<RecognitionRequest>) throws -> HTTPResponse {
        try page(context, id, FormState())
    }

    /// Attaches the request to a household, makes one for it, or refuses it.
    static func answer(_ context: StaffContext, _ form: FormFields, _ id: Identifier<RecognitionRequest>) async throws -> HTTPResponse {
        let (recognitions, member) = (context.recognitions, context.member.id)
        let reason = form[RecognitionAnswerField.reason] ?? ""
        do {
            switch form[RecognitionAnswerField.answer] ?? "" {
            case RecognitionAnswerField.create: try await recognitions.createHousehold(for: id, by: member)
            case RecognitionAnswerField.refuse: try await recognitions.refuse(id, reason: reason, by: member)
            case let number:
                guard let household = Identifier<Household>(text: number) else { throw PageFailure.badRequest("Aucune réponse n'est choisie.") }
                try await recognitions.attach(id, to: household, by: member)
            }
            return context.redirect(to: context.links.to(.recognitions), saying: .recognitionAnswered)
        } catch let refusal as RecognitionRefusal {
            let error = FieldError(RecognitionAnswerField.reason, refusal.french)
            return try page(context, id, FormState(values: [RecognitionAnswerField.reason: reason], errors: [error]))
        }
    }

    private static func page(_ context: StaffContext, _ id: Identifier<RecognitionRequest>, _ form: FormState) throws -> HTTPResponse {
        guard let request = try context.recognitions.request(id) else { throw PageFailure.notFound }
        let candidates = try context.recognitions.candidates(for: request)
        let identity = try context.site.identities?.identity(of: request.account)?.identity
        return context.page(
            RecognitionCasePage(frame: context.frame, request: request, candidates: candidates, identity: identity, form: form),
            status: form.errors.isEmpty ? .ok : .unprocessableContent
        )
    }
}

extension StaffContext {
    var recognitions: RecognitionService { RecognitionService(site.portal) }
}
