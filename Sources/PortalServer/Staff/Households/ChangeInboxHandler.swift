import HTMLTemplates
import PortalCore

enum ChangeInboxHandler {
    static func list(_ context: StaffContext) throws -> HTTPResponse {
        try page(context)
    }

    static func settle(_ context: StaffContext, _ form: FormFields, _ id: Identifier<ChangeRequest>) async throws -> HTTPResponse {
        let changes = ChangeService(context.site.portal)
        guard let decision = form["decision"], ["accepter", "refuser"].contains(decision) else {
            throw PageFailure.badRequest("Choisissez d'accepter ou de refuser.")
        }
        let field = ChangeSettling.reason(of: id)
        let refusal = decision == "refuser" ? form[field] ?? "" : nil
        do {
            try await changes.settle(id, refusal: refusal, by: context.member.id)
            return context.redirect(to: context.links.to(.inbox), saying: .saved)
        } catch let errors as FieldErrors {
            let state = FormState(values: [field: form[field] ?? ""], errors: errors.entries.map { FieldError(field, $0.message) })
            return try page(context, wrong: (id, state))
        }
    }

    private static func page(_ context: StaffContext, wrong: (id: Identifier<ChangeRequest>, form: FormState)? = nil) throws -> HTTPResponse {
        let changes = try ChangeService(context.site.portal).waiting()
        var documents: [Identifier<ChangeRequest>: [JoinedDocument]] = [:]
        for request in changes.map(\.request) {
            guard let occasion = request.occasion else { continue }
            documents[request.id] = try context.documentDesk.documents(with: occasion, of: request.household, for: context.member)
        }
        let page = ChangeInboxPage(
            frame: context.frame,
            changes: changes,
            wishes: try context.custodyWishes.waiting(),
            documents: documents,
            today: context.today,
            wrong: wrong
        )
        return context.page(page, status: wrong == nil ? .ok : .unprocessableContent)
    }
}
