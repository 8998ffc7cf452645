import HTMLTemplates
import PortalCore

/// The documents that a parent joins to a change or a declaration, in the same form.
extension ParentContext {
    func joinedForm(_ asks: [DocumentAsk]) -> JoinedForm {
        JoinedForm(asks: asks, key: RandomToken(bytes: 18, from: SystemRandom()).text)
    }

    /// The files of a form, each with the document that it is.
    func joinedFiles(in upload: MultipartForm, to asks: [DocumentAsk]) -> [JoinedFiles] {
        asks.map { JoinedFiles(ask: $0, files: upload.allBytes(of: JoinedFiles.field($0))) }
    }

    /// Keeps them, once the change is written.
    func keep(_ joined: [JoinedFiles], of upload: MultipartForm) async throws {
        guard let key = IdempotencyKey(upload.fields[DocumentField.key.rawValue] ?? "") else { return }
        try await documents.join(joined, key: key, by: access.account)
    }
}

extension PageContext {
    /// A posted form, with files or without.
    ///
    /// - Throws: as `form()` and `upload()`.
    func formWithFiles() throws -> MultipartForm {
        MultipartForm.boundary(in: request.headers["Content-Type"]) == nil ? MultipartForm(try form()) : try upload()
    }
}
