/// The address of another service, as an operator writes it or a discovery document says it.
package struct WebAddress: Hashable, Sendable {
    /// "https://fcp.example/api/v2", without a slash at its end.
    package let text: String

    /// nil unless it is HTTPS, or HTTP to this very machine, with a host and nothing that an address cannot hold.
    package init?(_ text: String) {
        let text = text.hasSuffix("/") ? String(text.dropLast()) : text
        guard let scheme = ["https://", "http://"].first(where: text.hasPrefix), text.utf8.count <= 8000 else { return nil }
        let rest = text.dropFirst(scheme.count)
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        let parts = authority.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard let host = parts.first, !host.isEmpty, host.utf8.allSatisfy(WebAddress.isHost), rest.utf8.allSatisfy(WebAddress.isSound),
            parts.count == 1 || UInt16(parts[1]).map({ $0 > 0 }) == true, scheme == "https://" || host == "127.0.0.1"
        else { return nil }
        self.text = text
    }

    /// The address with query parameters.
    func with(_ query: [RemoteRequest.Field]) -> String {
        let items = query.map { "\(WebAddress.encoded($0.name))=\(WebAddress.encoded($0.value))" }.joined(separator: "&")
        return text + (text.contains("?") ? "&" : "?") + items
    }

    /// Every byte but RFC 3986's unreserved ones as `%XX`.
    package static func encoded(_ text: String) -> String {
        text.utf8.reduce(into: "") { encoded, byte in
            let isPlain = isLetterOrDigit(byte) || "-._~".utf8.contains(byte)
            encoded += isPlain ? String(Unicode.Scalar(byte)) : (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
        }
    }

    private static func isHost(_ byte: UInt8) -> Bool { isLetterOrDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") }
    private static func isSound(_ byte: UInt8) -> Bool { byte > 32 && byte < 127 && !"\"<>\\^`{|}#".utf8.contains(byte) }
    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }
}
