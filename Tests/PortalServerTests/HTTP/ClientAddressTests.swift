import Testing

@testable import PortalServer

@Suite struct ClientAddressTests {
    private func address(from peer: String, forwarded: String?) throws -> String {
        let headers: HTTPHeaders = forwarded.map { ["X-Forwarded-For": $0] } ?? [:]
        return try HTTPRequest(.get, "/", headers: headers, remoteAddress: peer).clientAddress
    }

    @Test func `a proxy on this machine says who asks, and only what it added itself is believed`() throws {
        let cases = [
            ("127.0.0.1", nil, "127.0.0.1"),
            ("127.0.0.1", "203.0.113.7", "203.0.113.7"),
            ("::1", "2001:db8::7", "2001:db8::7"),
            ("127.0.0.1", "10.0.0.1, 203.0.113.7", "203.0.113.7"),
            ("127.0.0.1", "unknown", "127.0.0.1"),
            ("127.0.0.1", "", "127.0.0.1"),
            ("127.0.0.1", "<script>", "127.0.0.1"),
            ("198.51.100.4", "203.0.113.7", "198.51.100.4"),
        ]
        for (peer, forwarded, expected) in cases { #expect(try address(from: peer, forwarded: forwarded) == expected, "\(forwarded ?? "–")") }
    }
}
