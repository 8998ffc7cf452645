/// What a handler answers. The server adds Date, Content-Length, Connection and Server-Timing, and leaves the body out for HEAD.
struct HTTPResponse: Sendable {
    var status: HTTPStatus
    var headers: HTTPHeaders
    var body: [UInt8]
    /// What follows the body; nil for a response that is all there.
    var rest: HTTPBodyStream?
    /// Whether the server may gzip the body. False where a secret stands next to text that a visitor can choose (BREACH).
    var mayBeCompressed = true

    /// Bytes of the body with what follows it.
    var contentLength: Int { body.count + (rest?.length ?? 0) }

    init(_ status: HTTPStatus, headers: HTTPHeaders = [:], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// A page.
    static func html(_ status: HTTPStatus = .ok, _ page: [UInt8]) -> HTTPResponse {
        HTTPResponse(status, headers: ["Content-Type": "text/html; charset=utf-8"], body: page)
    }

    static func text(_ status: HTTPStatus = .ok, _ text: String) -> HTTPResponse {
        HTTPResponse(status, headers: ["Content-Type": "text/plain; charset=utf-8"], body: Array(text.utf8))
    }

    /// See Other (303): after a form, the browser fetches that page with GET.
    static func redirect(to location: String, _ status: HTTPStatus = .seeOther) -> HTTPResponse {
        HTTPResponse(status, headers: ["Location": location])
    }

    /// Too much to do at once: the client is told when to come back.
    static func tryLater(seconds: Int) -> HTTPResponse {
        var response = HTTPResponse.text(.serviceUnavailable, "Le portail est très demandé en ce moment. Réessayez dans \(seconds)\u{A0}secondes.\n")
        response.headers.append("Retry-After", String(seconds))
        return response
    }
}
