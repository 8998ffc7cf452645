extension HTTPRequest {
    /// A request out of its parts, path and query decoded.
    ///
    /// - Throws: `HTTPRefusal` when the path or the query cannot be decoded.
    init(
        _ method: HTTPMethod,
        _ path: String,
        rawQuery: (some Collection<UInt8>)?,
        host: String,
        headers: HTTPHeaders,
        body: [UInt8],
        remoteAddress: String,
        id: RequestIdentifier
    ) throws(HTTPRefusal) {
        self.method = method
        self.path = path
        self.host = host
        self.headers = headers
        self.body = body
        self.remoteAddress = remoteAddress
        self.id = id
        segments = try Self.segments(of: path)
        do {
            query = if let rawQuery { try FormFields(urlEncoded: rawQuery) } else { [:] }
        } catch {
            throw .undecodableQuery
        }
    }

    /// A request as a test makes it, without a socket.
    ///
    /// - Parameter target: the path with its query: "/bondoufle/agenda?mois=2026-11".
    init(
        _ method: HTTPMethod,
        _ target: String,
        headers: HTTPHeaders = [:],
        body: [UInt8] = [],
        host: String = "localhost",
        remoteAddress: String = "127.0.0.1"
    ) throws(HTTPRefusal) {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        try self.init(
            method,
            String(parts[0]),
            rawQuery: parts.count == 2 ? parts[1].utf8 : nil,
            host: host,
            headers: headers,
            body: body,
            remoteAddress: remoteAddress,
            id: RequestIdentifier(number: 0)
        )
    }

    /// The decoded segments of a path. One that could mean another file or another route on the way is refused.
    private static func segments(of path: String) throws(HTTPRefusal) -> [String] {
        guard path != "/" else { return [] }
        var segments: [String] = []
        for raw in path.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            guard let segment = PercentEncoding.decode(raw), segment != ".", segment != "..",
                !segment.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == 0 })
            else { throw .undecodablePath }
            segments.append(segment)
        }
        return segments
    }
}
