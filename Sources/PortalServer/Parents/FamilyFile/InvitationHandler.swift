import HTMLTemplates
import PortalCore

enum InvitationHandler {
    static func show(_ context: ParentContext, _ id: Identifier<Household>) throws -> HTTPResponse {
        try page(context, id, FormState())
    }

    static func invite(_ context: ParentContext, _ form: FormFields, _ id: Identifier<Household>) async throws -> HTTPResponse {
        let site = context.site
        do {
            try await InvitationService(site.portal).invite(
                form[InvitationForm.email] ?? "",
                to: id,
                by: context.access.account,
                link: site.absoluteAddress(of: PublicPage.registration)
            )
            return context.redirect(to: context.links.to(.family), saying: .invitationSent)
        } catch let errors as FieldErrors {
            return try page(context, id, FormState(form, errors), status: .unprocessableContent)
        } catch HouseholdRefusal.tooMany(let sentence) {
            let errors = [FieldError(InvitationForm.email, sentence)]
            let values = [InvitationForm.email: form[InvitationForm.email] ?? ""]
            return try page(context, id, FormState(values: values, errors: errors), status: .unprocessableContent)
        }
    }

    private static func page(
        _ context: ParentContext,
        _ id: Identifier<Household>,
        _ form: FormState,
        status: HTTPStatus = .ok
    ) throws -> HTTPResponse {
        try context.access.requireDecision(for: id)
        guard let family = context.access.family(id) else { throw PageFailure.notFound }
        return context.page(InvitationPage(frame: context.frame, household: family.household, form: form), status: status)
    }
}
