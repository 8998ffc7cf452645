import HTMLTemplates
import PortalCore

/// The types of pièces justificatives, as administrators publish them.
enum DocumentTypesHandler {
    static func list(_ context: StaffContext) throws -> HTTPResponse {
        context.page(DocumentTypesPage(frame: context.frame, types: try context.documentTypes.types()))
    }

    /// - Parameter code: nil for the form of a new type.
    static func show(_ context: StaffContext, _ code: String?) throws -> HTTPResponse {
        let published = try published(context, code)
        let typed = published.map { DocumentTypeForm($0.type) } ?? DocumentTypeForm()
        return try page(context, published, typed, FormState(values: typed.named))
    }

    static func publish(_ context: StaffContext, _ form: FormFields, _ code: String?) async throws -> HTTPResponse {
        let typed = DocumentTypeForm(form)
        do {
            guard try await context.documentTypes.publish(typed, code: code, by: context.member) != nil else { throw PageFailure.notFound }
            return context.redirect(to: context.links.to(DocumentDeskPage.types), saying: .documentTypePublished)
        } catch let errors as FieldErrors {
            return try page(context, published(context, code), typed, FormState(values: typed.named, errors: errors))
        }
    }

    static func change(_ context: StaffContext, _ form: FormFields, _ code: String) async throws -> HTTPResponse {
        guard let act = DocumentTypeAct(rawValue: form[DocumentTypeAct.field] ?? "") else {
            throw PageFailure.badRequest("Le bouton n'est pas reconnu.")
        }
        let types = context.documentTypes
        let isKnown =
            switch act {
            case .retire: try await types.setRetired(true, code, by: context.member)
            case .restore: try await types.setRetired(false, code, by: context.member)
            case .revert: try await types.revert(code, by: context.member)
            }
        guard isKnown else { throw PageFailure.notFound }
        return context.redirect(to: context.links.to(DocumentDeskPage.types), saying: .saved)
    }

    private static func published(_ context: StaffContext, _ code: String?) throws -> PublishedDocumentType? {
        guard let code else { return nil }
        guard let published = try context.documentTypes.type(code) else { throw PageFailure.notFound }
        return published
    }

    private static func page(
        _ context: StaffContext,
        _ published: PublishedDocumentType?,
        _ typed: DocumentTypeForm,
        _ form: FormState
    ) throws -> HTTPResponse {
        let missing = try published.map { try context.documentDesk.missing($0.type.code, for: context.member).count } ?? 0
        let model = DocumentTypePage.Model(
            published: published,
            missing: missing,
            activities: context.catalogue.activities,
            typed: typed,
            form: form
        )
        return context.page(DocumentTypePage(frame: context.frame, model: model), status: form.errors.isEmpty ? .ok : .unprocessableContent)
    }
}

extension StaffContext {
    fileprivate var documentTypes: DocumentTypeService { DocumentTypeService(site.portal, catalogue) }
}

extension DocumentTypeForm {
    fileprivate init(_ form: FormFields) {
        self.init(activities: Set(form.all(Field.activities.rawValue)), occasions: Set(form.all(Field.occasions.rawValue)))
        for field in Field.allCases where field != .activities && field != .occasions { values[field] = form[field.rawValue] ?? "" }
    }

    /// What fills the form.
    fileprivate var named: [String: String] { Dictionary(values.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: { first, _ in first }) }
}
