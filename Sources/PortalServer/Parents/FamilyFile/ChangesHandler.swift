import HTMLTemplates
import PortalCore

enum ChangesHandler {
    static func list(_ context: ParentContext) throws -> HTTPResponse {
        context.page(ChangeListPage(frame: context.frame, requests: try context.changes.requests(of: context.access)))
    }

    static func show(_ context: ParentContext, _ field: ChangeField, _ subject: Int64) throws -> HTTPResponse {
        let current = try context.changes.current(field, of: subject, for: context.access).value
        return try page(context, field, subject, FormState(values: current.formValues(of: field)))
    }

    static func ask(_ context: ParentContext, _ form: FormFields, _ field: ChangeField, _ subject: Int64) async throws -> HTTPResponse {
        _ = try context.changes.current(field, of: subject, for: context.access)
        do {
            let value = try ChangeValue.checked(field) { form[$0.rawValue] ?? "" }
            let state = try await context.changes.ask(field, of: subject, to: value, by: context.access.account)
            return context.redirect(to: context.links.to(.changes), saying: state.map { $0 == .waiting ? .changeAsked : .saved })
        } catch let errors as FieldErrors {
            return try page(context, field, subject, FormState(form, errors), status: .unprocessableContent)
        }
    }

    static func showSituation(_ context: ParentContext, _ id: Identifier<Household>, _ form: FormState = FormState()) throws -> HTTPResponse {
        try context.access.requireDecision(for: id)
        guard let family = context.access.family(id) else { throw PageFailure.notFound }
        let status: HTTPStatus = form.errors.isEmpty ? .ok : .unprocessableContent
        return context.page(SituationPage(frame: context.frame, household: family.household, form: form), status: status)
    }

    static func tellSituation(_ context: ParentContext, _ form: FormFields, _ id: Identifier<Household>) async throws -> HTTPResponse {
        try context.access.requireDecision(for: id)
        let told = SituationForm(field: { form[$0.rawValue] ?? "" }, part: { form[$0.rawValue] ?? "" })
        do {
            try await context.changes.tell(told, of: id, by: context.access)
            return context.redirect(to: context.links.to(.changes), saying: .changeAsked)
        } catch let errors as FieldErrors {
            return try showSituation(context, id, FormState(form, errors))
        }
    }

    private static func page(
        _ context: ParentContext,
        _ field: ChangeField,
        _ subject: Int64,
        _ form: FormState,
        status: HTTPStatus = .ok
    ) throws -> HTTPResponse {
        let (value, policy) = try context.changes.current(field, of: subject, for: context.access)
        let page = ChangePage(frame: context.frame, field: field, subject: subject, current: value, policy: policy, form: form)
        return context.page(page, status: status)
    }
}

extension ParentContext {
    fileprivate var changes: ChangeService { ChangeService(site.portal) }
}

extension ChangeValue {
    fileprivate func formValues(of field: ChangeField) -> [String: String] {
        Dictionary(zip(field.parts, lines).map { ($0.rawValue, $0 == .phone ? PhoneNumber($1)?.french ?? $1 : $1) }, uniquingKeysWith: { $1 })
    }
}
