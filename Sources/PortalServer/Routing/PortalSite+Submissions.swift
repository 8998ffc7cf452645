import HTMLTemplates
import PortalCore

extension PortalSite {
    /// The answer to a request. A form that was sent before gets its first answer again, and nothing more is done.
    ///
    /// Only what leads to another page is kept as an answer: a refusal or a file is made anew.
    func respondOnce(to request: HTTPRequest) async throws -> HTTPResponse {
        guard request.method == .post, let submission = FormSubmission(request) else { return try await respond(to: request) }
        if let answer = try await firstAnswer(to: submission, request) { return answer }
        while true {
            let result: Result<HTTPResponse, any Error>
            do {
                result = .success(try await FormSubmission.$current.withValue(submission) { try await respond(to: request) })
            } catch {
                result = .failure(error)
            }
            if submission.hasWritten {
                await settle(submission, result)
            } else if (try? result.get())?.status != .seeOther {
                // The same form was perhaps answered meanwhile: then what is refused here was granted there.
                if let answer = try await firstAnswer(to: submission, request) { return answer }
                if case .failure(is RepeatedForm) = result { continue }
            }
            return try result.get()
        }
    }

    /// What cannot be kept is only lost to a repeat: the form was written.
    private func settle(_ submission: FormSubmission, _ result: Result<HTTPResponse, any Error>) async {
        do {
            if let answer = (try? result.get())?.storedRedirect {
                try await submissions.keep(answer, of: submission)
            } else {
                try await submissions.release(submission)
            }
        } catch {
            Terminal.complain("Réponse d'un formulaire de \(portal.slug) non gardée : \(error)")
        }
    }

    private func firstAnswer(to submission: FormSubmission, _ request: HTTPRequest) async throws -> HTTPResponse? {
        switch try await submissions.first(submission) {
        case .none: nil
        case .answer(let bytes): HTTPResponse(storedRedirect: bytes, withCookies: knowsForms(of: request))
        case .lost: throw PageFailure.alreadySent
        }
    }

    /// Whether the browser still holds the cookie that its form was made for. Another one is led to the page, and gets no session.
    private func knowsForms(of request: HTTPRequest) -> Bool {
        guard let token = request.formToken else { return false }
        return [SessionCookies.Purpose.visitor, .parent, .staff, .step].contains { purpose in
            cookies.value(purpose, in: request).map { CSRFToken.isValid(token, for: $0) } ?? false
        }
    }
}

extension FormSubmission {
    /// nil for a form whose sendings are told apart otherwise: signing in and out, taps of a roll call, and forms with a key of their own.
    fileprivate init?(_ request: HTTPRequest) {
        let address = PageAddress(request)
        switch PublicPage(address) {
        case .signIn, .signInCode, .signOut: return nil
        default: break
        }
        if [.signIn, .signInCode, .signOut].contains(StaffPage(address)) || AttendanceDeskPage(address) == .entries { return nil }
        guard let (fields, files) = request.typed, IdempotencyKey(fields[BookingFields.key] ?? "") == nil,
            let token = fields[FormToken.fieldName], !token.isEmpty
        else { return nil }
        var content = Array(request.path.utf8)
        for pair in request.query.pairs + fields.pairs { content += [0] + Array(pair.name.utf8) + [0] + Array(pair.value.utf8) }
        for file in files { content += [0] + Array(file.field.utf8) + SecretDigest(of: file.bytes).bytes }
        self.init(token: token, content: content)
    }
}

extension HTTPRequest {
    /// What the form holds, of either kind; nil where no form can be read.
    fileprivate var typed: (fields: FormFields, files: [MultipartForm.File])? {
        guard let boundary = MultipartForm.boundary(in: headers["Content-Type"]) else { return (try? form).map { ($0, []) } }
        return (try? MultipartForm(body, boundary: boundary)).map { ($0.fields, $0.files) }
    }

    fileprivate var formToken: String? { typed?.fields[FormToken.fieldName] }
}

extension HTTPResponse {
    /// Where the answer leads and the cookies that it sets, one on each line; nil for an answer that leads nowhere.
    fileprivate var storedRedirect: [UInt8]? {
        guard status == .seeOther, let location = headers["Location"] else { return nil }
        return Array(([location] + headers.all("Set-Cookie")).joined(separator: "\n").utf8)
    }

    fileprivate init(storedRedirect bytes: [UInt8], withCookies: Bool) {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        self = .redirect(to: lines.first ?? "/")
        if withCookies { setCookies(Array(lines.dropFirst())) }
    }
}
