import HTMLTemplates
import PortalCore

enum DocumentsHandler {
    static func list(_ context: ParentContext) throws -> HTTPResponse {
        context.page(DocumentListPage(frame: context.frame, asks: try context.documents.asks(of: context.access), today: context.today))
    }

    static func show(_ context: ParentContext, _ code: String, _ subject: DocumentSubject, _ form: FormState = FormState()) throws -> HTTPResponse {
        guard let file = try context.documents.file(code, of: subject, for: context.access) else { throw PageFailure.notFound }
        let model = DocumentAskPage.Model(
            file: file,
            activities: file.ask.type.activities.compactMap { context.catalogue.activity(code: $0)?.name },
            key: RandomToken(bytes: 18, from: SystemRandom()).text,
            form: form,
            today: context.today
        )
        return context.page(DocumentAskPage(frame: context.frame, model: model), status: form.errors.isEmpty ? .ok : .unprocessableContent)
    }

    static func send(_ context: ParentContext, _ upload: MultipartForm, _ code: String, _ subject: DocumentSubject) async throws -> HTTPResponse {
        guard let key = IdempotencyKey(upload.fields[DocumentField.key.rawValue] ?? "") else {
            throw PageFailure.badRequest(BookingFailure.unreadable.french)
        }
        do {
            let files = upload.allBytes(of: DocumentField.files.rawValue)
            guard try await context.documents.send(files, for: code, of: subject, key: key, by: context.access.account) else {
                throw PageFailure.notFound
            }
            return context.redirect(to: context.links.to(DocumentPage.ask(code, subject)), saying: .documentSent)
        } catch let errors as FieldErrors {
            return try show(context, code, subject, FormState(errors: errors))
        }
    }

    static func file(_ context: ParentContext, _ document: Identifier<SupportingDocument>, _ id: Identifier<DocumentFile>) throws -> HTTPResponse {
        guard let (kind, bytes) = try context.documents.read(id, of: document, for: context.access) else { throw PageFailure.notFound }
        return .attachment(kind, bytes, name: "piece-\(document.rawValue)-\(id.rawValue)")
    }

    static func withdraw(_ context: ParentContext, _ form: FormFields, _ id: Identifier<SupportingDocument>) async throws -> HTTPResponse {
        guard let document = try await context.documents.withdraw(id, by: context.access.account) else { throw PageFailure.notFound }
        return context.redirect(to: context.links.to(DocumentPage.ask(document.typeCode, document.subject)), saying: .documentWithdrawn)
    }
}

extension PageContext {
    var documents: DocumentService { DocumentService(site.portal, catalogue, hasAntivirus: site.hasAntivirus) }
}
