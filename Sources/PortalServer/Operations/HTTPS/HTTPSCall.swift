import CCurl
import PortalCore

/// One request and its answer, on the thread that calls.
struct HTTPSCall {
    private let request: RemoteRequest
    private let authorities: String?

    init(_ request: RemoteRequest, _ authorities: String?) {
        self.request = request
        self.authorities = authorities
    }

    /// What arrives of the answer, while it is not too long.
    private struct Arriving {
        var body: [UInt8] = []
        var isTooLong = false
    }

    func perform() throws(RemoteFailure) -> RemoteAnswer {
        guard let handle = curl_easy_init() else { throw .unreachable("libcurl ne démarre pas") }
        defer { curl_easy_cleanup(handle) }
        var headers: UnsafeMutablePointer<curl_slist>?
        defer { curl_slist_free_all(headers) }
        for header in request.headers { headers = curl_slist_append(headers, "\(header.name): \(header.value)") }
        var arriving = Arriving()
        let code = withUnsafeMutablePointer(to: &arriving) { arriving in
            let failure = settings(handle, headers, arriving).first { $0 != CURLE_OK }
            return failure ?? curl_easy_perform(handle)
        }
        if arriving.isTooLong { throw .tooLong }
        guard code == CURLE_OK else { throw .unreachable(String(cString: curl_easy_strerror(code))) }
        let type = portal_curl_content_type(handle).map { String(cString: $0) } ?? ""
        return RemoteAnswer(status: Int(portal_curl_status(handle)), contentType: type, body: arriving.body)
    }

    private func settings(
        _ handle: UnsafeMutableRawPointer,
        _ headers: UnsafeMutablePointer<curl_slist>?,
        _ arriving: UnsafeMutablePointer<Arriving>
    ) -> [CURLcode] {
        let isHere = request.address.hasPrefix("http://")
        var settings: [CURLcode] = [
            portal_curl_set_text(handle, CURLOPT_URL, request.address),
            // Only an address of this machine came through without HTTPS (`WebAddress`).
            portal_curl_set_text(handle, CURLOPT_PROTOCOLS_STR, isHere ? "http" : "https"),
            portal_curl_set_number(handle, CURLOPT_FOLLOWLOCATION, 0),
            portal_curl_set_number(handle, CURLOPT_CONNECTTIMEOUT, 5),
            portal_curl_set_number(handle, CURLOPT_TIMEOUT, request.patience),
            portal_curl_set_number(handle, CURLOPT_NOSIGNAL, 1),
            portal_curl_set_text(handle, CURLOPT_USERAGENT, "portail-famille"),
            portal_curl_set_download(handle, HTTPSCall.write, arriving),
            portal_curl_set_list(handle, CURLOPT_HTTPHEADER, headers),
        ]
        if isHere { settings.append(portal_curl_set_text(handle, CURLOPT_NOPROXY, "*")) }
        if let authorities { settings.append(portal_curl_set_text(handle, CURLOPT_CAINFO, authorities)) }
        if let form = request.form {
            let text = form.map { "\(WebAddress.encoded($0.name))=\(WebAddress.encoded($0.value))" }.joined(separator: "&")
            settings.append(portal_curl_set_text(handle, CURLOPT_COPYPOSTFIELDS, text))
        }
        return settings
    }

    /// Takes the next bytes of the answer; a count that differs stops libcurl.
    private static let write: portal_curl_writer = { buffer, size, count, context in
        guard let buffer, let context else { return 0 }
        let arriving = context.assumingMemoryBound(to: Arriving.self)
        guard arriving.pointee.body.count + size * count <= RemoteAnswer.longestBody else {
            arriving.pointee.isTooLong = true
            return 0
        }
        arriving.pointee.body += UnsafeRawBufferPointer(start: buffer, count: size * count)
        return size * count
    }
}
