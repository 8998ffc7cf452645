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

    static func ask(_ context: ParentContext, _ upload: MultipartForm, _ field: ChangeField, _ subject: Int64) async throws -> HTTPResponse {
        let form = upload.fields
        _ = try context.changes.current(field, of: subject, for: context.access)
        do {
            let value = try ChangeValue.checked(field) { form[$0.rawValue] ?? "" }
            let joined = context.joinedFiles(in: upload, to: try context.documents(with: field, of: subject))
            try context.documents.check(joined)
            let state = try await context.changes.ask(field, of: subject, to: value, by: context.access.account)
            try await context.keep(joined, of: upload)
            return context.redirect(to: context.links.to(.changes), saying: state.map { $0 == .waiting ? .changeAsked : .saved })
        } catch let errors as FieldErrors {
            return try page(context, field, subject, FormState(form, errors), status: .unprocessableContent)
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
        let this = SchoolYear(containing: context.today)
        let page = ChangePage(
            frame: context.frame,
            field: field,
            subject: subject,
            current: value,
            policy: policy,
            years: [this, this.next],
            joined: context.joinedForm(try context.documents(with: field, of: subject)),
            form: form
        )
        return context.page(page, status: status)
    }
}

enum SituationHandler {
    static func show(
        _ context: ParentContext,
        _ id: Identifier<Household>,
        _ kind: SituationKind?,
        _ form: FormState = FormState()
    ) throws -> HTTPResponse {
        try context.access.requireDecision(for: id)
        guard let family = context.access.family(id) else { throw PageFailure.notFound }
        let page = SituationPage(
            frame: context.frame,
            household: family.household,
            kind: kind,
            joined: context.joinedForm(try documents(context, id, kind)),
            form: form
        )
        return context.page(page, status: form.errors.isEmpty ? .ok : .unprocessableContent)
    }

    static func tell(_ context: ParentContext, _ upload: MultipartForm, _ id: Identifier<Household>) async throws -> HTTPResponse {
        try context.access.requireDecision(for: id)
        let form = upload.fields
        let told = SituationForm(field: { form[$0.rawValue] ?? "" }, part: { form[$0.rawValue] ?? "" })
        do {
            _ = try told.checked()
            let joined = context.joinedFiles(in: upload, to: try documents(context, id, told.kind))
            try context.documents.check(joined)
            try await context.changes.tell(told, of: id, by: context.access)
            try await context.keep(joined, of: upload)
            return context.redirect(to: context.links.to(.changes), saying: .changeAsked)
        } catch let errors as FieldErrors {
            return try show(context, id, told.kind, FormState(form, errors))
        }
    }

    private static func documents(_ context: ParentContext, _ id: Identifier<Household>, _ kind: SituationKind?) throws -> [DocumentAsk] {
        guard let kind else { return [] }
        return try context.documents.asks(with: DocumentOccasion(kind), of: id, for: context.access)
    }
}

extension ParentContext {
    fileprivate var changes: ChangeService { ChangeService(site.portal) }

    /// The documents that go with a change of a field.
    fileprivate func documents(with field: ChangeField, of subject: Int64) throws -> [DocumentAsk] {
        guard let occasion = DocumentOccasion(field) else { return [] }
        let child = field.owner == .child ? Identifier<Child>(subject) : nil
        let household = child.map { access.households(of: $0).first?.id } ?? access.families.first?.household.id
        guard let household = field.owner == .household ? Identifier<Household>(subject) : household else { return [] }
        return try documents.asks(with: occasion, of: household, child: child, for: access)
    }
}

extension ChangeValue {
    fileprivate func formValues(of field: ChangeField) -> [String: String] {
        Dictionary(zip(field.parts, lines).map { ($0.rawValue, $0 == .phone ? PhoneNumber($1)?.french ?? $1 : $1) }, uniquingKeysWith: { $1 })
    }
}
