import HTMLTemplates
import PortalCore

enum ChangeInboxHandler {
    static func list(_ context: StaffContext) throws -> HTTPResponse {
        context.page(
            ChangeInboxPage(
                frame: context.frame,
                changes: try ChangeService(context.site.portal).waiting(),
                wishes: try context.custodyWishes.waiting()
            )
        )
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
            let page = ChangeInboxPage(
                frame: context.frame,
                changes: try changes.waiting(),
                wishes: try context.custodyWishes.waiting(),
                wrong: (id, state)
            )
            return context.page(page, status: .unprocessableContent)
        }
    }
}
