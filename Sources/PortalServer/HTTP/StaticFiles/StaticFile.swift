/// One file in memory, with the responses that can be made of it.
struct StaticFile: Sendable {
    /// Changes when the bytes do.
    let fingerprint: String
    private let plain: Representation
    private let gzipped: Representation?

    /// The bytes as they are sent, in one coding.
    private struct Representation: Sendable {
        let body: [UInt8]
        let entityTag: String
        /// With the present fingerprint in the address: these bytes never change.
        let immutable: HTTPHeaders
        /// Without it: the browser asks each time whether they have changed.
        let revalidated: HTTPHeaders

        init(_ body: [UInt8], type: String, entityTag: String, hasVariants: Bool, coding: String?) {
            self.body = body
            self.entityTag = entityTag
            var headers: HTTPHeaders = ["Content-Type": type, "X-Content-Type-Options": "nosniff", "ETag": entityTag]
            if hasVariants { headers.append("Vary", "Accept-Encoding") }
            if let coding { headers.append("Content-Encoding", coding) }
            immutable = headers.adding("Cache-Control", "public, max-age=31536000, immutable")
            revalidated = headers.adding("Cache-Control", "public, no-cache")
        }
    }

    init(_ body: [UInt8], type: String, isText: Bool) {
        fingerprint = Self.fingerprint(of: body)
        let compressed = isText ? Gzip.compress(body, .small).flatMap { $0.count < body.count ? $0 : nil } : nil
        let tag = fingerprint
        plain = Representation(body, type: type, entityTag: "\"\(tag)\"", hasVariants: compressed != nil, coding: nil)
        gzipped = compressed.map { Representation($0, type: type, entityTag: "\"\(tag)-gzip\"", hasVariants: true, coding: "gzip") }
    }

    /// The answer to a GET or HEAD for it.
    func response(to request: HTTPRequest) -> HTTPResponse {
        let representation = request.acceptsGzip ? gzipped ?? plain : plain
        let headers = request.query["v"] == fingerprint ? representation.immutable : representation.revalidated
        if request.hasCopy(tagged: representation.entityTag) {
            var headers = headers
            headers.remove("Content-Type")
            headers.remove("Content-Encoding")
            return HTTPResponse(.notModified, headers: headers)
        }
        return HTTPResponse(.ok, headers: headers, body: representation.body)
    }

    /// FNV-1a, 64 bits: tells versions of a file apart; it guards nothing.
    private static func fingerprint(of bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return String(hash, radix: 36)
    }
}

extension HTTPHeaders {
    fileprivate func adding(_ name: String, _ value: String) -> HTTPHeaders {
        var headers = self
        headers.append(name, value)
        return headers
    }
}

extension HTTPRequest {
    /// Whether If-None-Match names that entity tag (RFC 9110 section 13.1.2).
    func hasCopy(tagged entityTag: String) -> Bool {
        headers.all("If-None-Match").contains { line in
            line.split(separator: ",").contains { element in
                let tag = element.drop { $0 == " " || $0 == "\t" }
                return tag == "*" || tag.hasPrefix(entityTag) || tag.hasPrefix("W/" + entityTag)
            }
        }
    }
}
