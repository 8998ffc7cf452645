/// How much of a request the server reads before it refuses it.
struct HTTPLimits: Sendable {
    /// Bytes of the request line; beyond, 414. RFC 9112 section 3 recommends at least 8000.
    var requestLineBytes = 8192
    /// Bytes of the request line and all field lines; beyond, 431.
    var headBytes = 32768
    var fieldCount = 100
    var methodBytes = 32
    /// Bytes of a decoded body; beyond, 413.
    var bodyBytes = 1 << 20
    /// The same where a form brings files: photographs of a document's pages, 10 MB in all, and the form's fields.
    var uploadBytes = 11 << 20
    /// Bytes of a chunked body that are neither data nor a plain chunk size: extensions, leading zeros, trailers.
    var chunkOverheadBytes = 16384
}
