/// What stands before a request's body, as ranges of the bytes that it was read from.
struct HTTPRequestHead: Sendable, Equatable {
    var method = HTTPMethod.get
    /// The minor version; 2 and above are treated as 1 (RFC 9110 section 2.5).
    var minorVersion = 1
    /// Empty for `*` and for an absolute form without a path.
    var path = 0..<0
    var query: Range<Int>?
    /// The target is `*`: the request is about the server itself.
    var asksForServer = false
    /// The authority of a target in absolute form: it counts, and not the Host field (RFC 9112 section 3.2.2).
    var authority: Range<Int>?
    var host: Range<Int>?
    var fields: [HTTPHeaders.Field] = []
    var contentLength: Int?
    var isChunked = false
    var expectsContinue = false
    /// The body is a form with files (RFC 7578), which may be larger than others.
    var bringsFiles = false
    var asksToClose = false
    var asksToKeepAlive = false
    /// How many bytes the head takes, the empty line included.
    var byteCount = 0

    /// Whether the client wants to send another request on this connection (RFC 9112 section 9.3).
    var keepsAlive: Bool { !asksToClose && (minorVersion >= 1 || asksToKeepAlive) }
}
