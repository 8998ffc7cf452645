/// A response's status code with its reason phrase (RFC 9110 section 15).
struct HTTPStatus: Hashable, Sendable {
    let code: Int
    let reason: StaticString

    init(_ code: Int, _ reason: StaticString) {
        self.code = code
        self.reason = reason
    }

    static let ok = HTTPStatus(200, "OK")
    static let created = HTTPStatus(201, "Created")
    static let noContent = HTTPStatus(204, "No Content")
    static let movedPermanently = HTTPStatus(301, "Moved Permanently")
    static let found = HTTPStatus(302, "Found")
    static let seeOther = HTTPStatus(303, "See Other")
    static let notModified = HTTPStatus(304, "Not Modified")
    static let permanentRedirect = HTTPStatus(308, "Permanent Redirect")
    static let badRequest = HTTPStatus(400, "Bad Request")
    static let unauthorized = HTTPStatus(401, "Unauthorized")
    static let forbidden = HTTPStatus(403, "Forbidden")
    static let notFound = HTTPStatus(404, "Not Found")
    static let methodNotAllowed = HTTPStatus(405, "Method Not Allowed")
    static let requestTimeout = HTTPStatus(408, "Request Timeout")
    static let conflict = HTTPStatus(409, "Conflict")
    static let gone = HTTPStatus(410, "Gone")
    static let contentTooLarge = HTTPStatus(413, "Content Too Large")
    static let uriTooLong = HTTPStatus(414, "URI Too Long")
    static let unsupportedMediaType = HTTPStatus(415, "Unsupported Media Type")
    static let expectationFailed = HTTPStatus(417, "Expectation Failed")
    static let unprocessableContent = HTTPStatus(422, "Unprocessable Content")
    static let tooManyRequests = HTTPStatus(429, "Too Many Requests")
    static let headerFieldsTooLarge = HTTPStatus(431, "Request Header Fields Too Large")
    static let internalServerError = HTTPStatus(500, "Internal Server Error")
    static let notImplemented = HTTPStatus(501, "Not Implemented")
    static let serviceUnavailable = HTTPStatus(503, "Service Unavailable")
    static let versionNotSupported = HTTPStatus(505, "HTTP Version Not Supported")

    /// 1xx, 204 and 304 never have a body (RFC 9110 section 6.4.1).
    var allowsBody: Bool { code >= 200 && code != 204 && code != 304 }

    static func == (left: HTTPStatus, right: HTTPStatus) -> Bool { left.code == right.code }
    func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
