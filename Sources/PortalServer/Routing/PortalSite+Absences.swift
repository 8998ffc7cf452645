import HTMLTemplates
import PortalCore

extension PortalSite {
    /// The answer of a parents' page about absences.
    func respond(with page: AbsencePage, _ context: ParentContext) async throws -> HTTPResponse {
        switch (page, context.request.pageMethod) {
        case (.list, .get): try AbsenceHandler.list(context)
        case (.form(let child), .get): try AbsenceHandler.form(context, child)
        case (.review, .post): try AbsenceHandler.recap(context, context.form())
        case (.reporting, .post): try await AbsenceHandler.confirm(context, context.upload())
        case (.absence(let absence), .get): try AbsenceHandler.show(context, absence)
        case (.absence(let absence), .post): try await AbsenceHandler.send(context, context.upload(), absence)
        // The addresses of forms, when somebody comes back to them without a form.
        case (.review, .get), (.reporting, .get): context.redirect(to: context.links.to(AbsencePage.form(nil)))
        case (.list, _), (.form, _): throw PageFailure.methodNotAllowed(allowed: [.get])
        case (.review, _), (.reporting, _): throw PageFailure.methodNotAllowed(allowed: [.post])
        case (.absence, _): throw PageFailure.methodNotAllowed(allowed: [.get, .post])
        }
    }
}

extension PageContext {
    /// The fields and files of the posted form, once it is sure that this portal gave the form to this person.
    ///
    /// - Throws: `PageFailure.badRequest` when the body is not such a form, `.staleForm` when the form was not made for this person.
    func upload() throws -> MultipartForm {
        guard let boundary = MultipartForm.boundary(in: request.headers["Content-Type"]) else {
            throw PageFailure.badRequest("La page attendait un formulaire avec un fichier.")
        }
        let upload: MultipartForm
        do {
            upload = try MultipartForm(request.body, boundary: boundary)
        } catch {
            throw PageFailure.badRequest("Le formulaire est illisible.")
        }
        guard CSRFToken.isValid(upload.fields[FormToken.fieldName] ?? "", for: formSecret) else { throw PageFailure.staleForm }
        return upload
    }
}
