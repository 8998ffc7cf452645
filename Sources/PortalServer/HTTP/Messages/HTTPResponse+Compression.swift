extension HTTPResponse {
    /// Below that, the gzip header and the work cost more than the bytes that are saved.
    private static let smallestWorthCompressing = 1024

    /// This response as the client of the request may have it: text gzipped, where both sides allow it.
    func compressed(for request: HTTPRequest) -> HTTPResponse {
        guard mayBeCompressed, status.allowsBody, body.count > Self.smallestWorthCompressing, headers["Content-Encoding"] == nil,
            headers["Content-Type"]?.hasPrefix("text/") == true
        else { return self }
        var response = self
        response.headers.append("Vary", "Accept-Encoding")
        if request.acceptsGzip, let smaller = Gzip.compress(body, .fast) {
            response.headers.append("Content-Encoding", "gzip")
            response.body = smaller
        }
        return response
    }
}

extension HTTPRequest {
    /// Whether Accept-Encoding names gzip, with a weight above zero (RFC 9110 section 12.5.3).
    var acceptsGzip: Bool {
        for line in headers.all("Accept-Encoding") {
            for element in line.split(separator: ",") {
                let parts = element.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" }.lowercased() }
                guard parts.first == "gzip" || parts.first == "x-gzip" else { continue }
                return !parts.dropFirst().contains { $0.hasPrefix("q=0") && $0.dropFirst(3).allSatisfy { $0 == "." || $0 == "0" } }
            }
        }
        return false
    }
}
