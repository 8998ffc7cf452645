import HTMLTemplates
import PortalCore

extension PortalSite {
    /// The answer of a parents' page about pièces justificatives.
    func respond(with page: DocumentPage, _ context: ParentContext) async throws -> HTTPResponse {
        switch (page, context.request.pageMethod) {
        case (.list, .get): try DocumentsHandler.list(context)
        case (.ask(let code, let subject), .get): try DocumentsHandler.show(context, code, subject)
        case (.ask(let code, let subject), .post): try await DocumentsHandler.send(context, context.upload(), code, subject)
        case (.file(let document, let file), .get): try DocumentsHandler.file(context, document, file)
        case (.withdrawal(let document), .post): try await DocumentsHandler.withdraw(context, context.form(), document)
        // The form's address, when somebody comes back to it without the form.
        case (.withdrawal, .get): context.redirect(to: context.links.to(DocumentPage.list))
        case (.list, _), (.file, _): throw PageFailure.methodNotAllowed(allowed: [.get])
        case (.withdrawal, _): throw PageFailure.methodNotAllowed(allowed: [.post])
        case (.ask, _): throw PageFailure.methodNotAllowed(allowed: [.get, .post])
        }
    }

    /// The answer of a staff page about pièces justificatives.
    func respond(with page: DocumentDeskPage, _ context: StaffContext) async throws -> HTTPResponse {
        try context.require(page.right)
        return switch (page, context.request.pageMethod) {
        case (.inbox(let type), .get): try DocumentDeskHandler.inbox(context, type)
        case (.document(let document), .get): try DocumentDeskHandler.show(context, document)
        case (.document(let document), .post): try await DocumentDeskHandler.judge(context, context.form(), document)
        case (.file(let document, let file), .get): try await DocumentDeskHandler.file(context, document, file)
        case (.missing(let type), .get): try DocumentDeskHandler.missing(context, type)
        case (.missing(let type), .post): try await DocumentDeskHandler.remind(context, context.form(), type)
        case (.paper(let household, let code, let subject), .get): try DocumentDeskHandler.paper(context, household, code, subject)
        case (.paper(let household, let code, let subject), .post):
            try await DocumentDeskHandler.takeOnPaper(context, context.form(), household, code, subject)
        case (.types, .get): try DocumentTypesHandler.list(context)
        case (.newType, .get): try DocumentTypesHandler.show(context, nil)
        case (.newType, .post): try await DocumentTypesHandler.publish(context, context.form(), nil)
        case (.type(let code), .get): try DocumentTypesHandler.show(context, code)
        case (.type(let code), .post): try await DocumentTypesHandler.publish(context, context.form(), code)
        case (.typeState(let code), .post): try await DocumentTypesHandler.change(context, context.form(), code)
        // The form's address, when somebody comes back to it without the form.
        case (.typeState(let code), .get): context.redirect(to: context.links.to(DocumentDeskPage.type(code)))
        case (.inbox, _), (.file, _), (.types, _): throw PageFailure.methodNotAllowed(allowed: [.get])
        case (.typeState, _): throw PageFailure.methodNotAllowed(allowed: [.post])
        case (.document, _), (.missing, _), (.paper, _), (.newType, _), (.type, _): throw PageFailure.methodNotAllowed(allowed: [.get, .post])
        }
    }
}

extension DocumentDeskPage {
    /// The right that the page asks for before anything else.
    fileprivate var right: StaffRight {
        switch self {
        case .inbox, .document, .file, .missing: .readDocuments
        case .paper: .judgeDocuments
        case .types, .newType, .type, .typeState: .manageRules
        }
    }
}

extension HTTPResponse {
    /// A family's file: the browser keeps it and never shows it inside the portal, whatever is in it.
    static func attachment(_ kind: FileKind, _ bytes: [UInt8], name: String) -> HTTPResponse {
        let headers: HTTPHeaders = [
            "Content-Type": kind.contentType,
            "Content-Disposition": "attachment; filename=\"\(name).\(kind.suffix)\"",
            "Content-Security-Policy": "sandbox; default-src 'none'",
            "X-Content-Type-Options": "nosniff",
        ]
        var response = HTTPResponse(.ok, headers: headers, body: bytes)
        response.mayBeCompressed = false
        return response
    }
}
