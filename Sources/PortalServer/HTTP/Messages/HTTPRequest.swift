/// One whole request, body included, as a handler sees it.
struct HTTPRequest: Sendable {
    let method: HTTPMethod
    /// The path as it was sent, still encoded, without the query: "/bondoufle/agenda". It begins with a slash.
    let path: String
    /// The path's segments, decoded: none for "/", a last empty one for a path that ends with a slash.
    let segments: [String]
    let query: FormFields
    /// The host and port that the client asked for (from the Host field, or from the target in absolute form).
    let host: String
    let headers: HTTPHeaders
    let body: [UInt8]
    /// The address of the peer: the reverse proxy where there is one.
    let remoteAddress: String
    /// Names this request in the log and to the person who calls the help desk.
    let id: RequestIdentifier
}

extension HTTPRequest {
    /// The cookies that the browser sent.
    var cookies: HTTPCookies { HTTPCookies(lines: headers.all("Cookie")) }

    /// The fields of a posted form.
    ///
    /// - Throws: `FormError`; a body of another content type is `notAForm`.
    func form(limits: FormLimits = FormLimits()) throws(FormError) -> FormFields {
        let type = headers["Content-Type"]?.split(separator: ";", maxSplits: 1).first?.lowercased()
        guard type?.filter({ $0 != " " && $0 != "\t" }) == "application/x-www-form-urlencoded" else { throw .notAForm }
        return try FormFields(urlEncoded: body, limits: limits)
    }

    /// The fields of a posted form, within the ordinary limits.
    var form: FormFields {
        get throws(FormError) { try form(limits: FormLimits()) }
    }
}

/// What answers requests. It runs on a worker thread, where it may block.
typealias HTTPHandler = @Sendable (HTTPRequest) async -> HTTPResponse
