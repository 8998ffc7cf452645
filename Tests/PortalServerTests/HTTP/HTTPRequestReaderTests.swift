import Testing

@testable import PortalServer

/// What a stream of bytes comes to: the requests in it, and the refusal that ended it.
private struct Outcome: Equatable {
    var requests: [String] = []
    var refusal: HTTPRefusal?

    /// Reads pieces as a connection does: what the reader does not take stands before the next piece.
    init(_ pieces: [[UInt8]], limits: HTTPLimits = HTTPLimits()) {
        var reader = HTTPRequestReader(limits: limits)
        var waiting: [UInt8] = []
        do throws(HTTPRefusal) {
            for piece in pieces {
                waiting += piece
                while !waiting.isEmpty {
                    let taken = try reader.read(waiting.span)
                    waiting.removeFirst(taken)
                    guard let message = reader.takeMessage() else {
                        if taken == 0 { break }
                        continue
                    }
                    let request = try HTTPRequest(message, remoteAddress: "", id: RequestIdentifier(number: 0))
                    requests.append("\(request.method.name) \(request.host) \(request.path) \(String(decoding: request.body, as: UTF8.self))")
                }
            }
        } catch {
            refusal = error
        }
    }

    init(_ text: String, limits: HTTPLimits = HTTPLimits()) { self.init([Array(text.utf8)], limits: limits) }
}

private let post = "POST / HTTP/1.1\r\nHost: h\r\n"
private let chunked = post + "Transfer-Encoding: chunked\r\n\r\n"

private let accepted: [(String, [String])] = [
    ("GET / HTTP/1.1\r\nHost: h\r\n\r\n", ["GET h / "]),
    ("\r\nGET /a?b=c HTTP/1.1\r\nhOsT:\t[::1]:8080 \r\n\r\n", ["GET [::1]:8080 /a "]),
    ("GET / HTTP/1.0\r\n\r\n", ["GET  / "]),
    ("GET / HTTP/1.2\r\nHost: h\r\nX: caf\u{E9}\r\n\r\n", ["GET h / "]),
    ("GET http://other.fr:81?x HTTP/1.1\r\nHost: h\r\n\r\n", ["GET other.fr:81 / "]),
    ("GET HTTPS://other.fr/a HTTP/1.1\r\nHost: h\r\n\r\n", ["GET other.fr /a "]),
    ("M-SEARCH /a HTTP/1.1\r\nHost: h\r\n\r\n", ["M-SEARCH h /a "]),
    (post + "Content-Length: 5\r\n\r\nhelloGET /b HTTP/1.1\r\nHost: h\r\n\r\n", ["POST h / hello", "GET h /b "]),
    (chunked + "5\r\nhello\r\n6\r\n world\r\n0\r\n\r\nGET /b HTTP/1.1\r\nHost: h\r\n\r\n", ["POST h / hello world", "GET h /b "]),
    (chunked + "00a; x ; y = z;q=\"\\\";\\\\\";e=\"\"\r\n0123456789\r\n000;last\r\nX-Sum: 1\r\nY:\r\n\r\n", ["POST h / 0123456789"]),
]

private let refused: [(String, HTTPRefusal)] = [
    ("GET /\r\n\r\n", .malformedRequestLine),
    ("GET  / HTTP/1.1\r\n", .malformedRequestLine),
    ("GET / HTTP/1.1 \r\n", .malformedVersion),
    ("G@T / HTTP/1.1\r\n", .malformedRequestLine),
    ("\r\n\r\n\r\nGET / HTTP/1.1\r\n", .malformedRequestLine),
    ("GET / http/1.1\r\n", .malformedVersion),
    ("GET / HTTP/1.10\r\n", .malformedVersion),
    ("GET / HTTP/2.0\r\n", .unsupportedVersion),
    ("GET / HTTP/1.1\nHost: h\r\n\r\n", .bareLineBreak),
    ("GET / HTTP/1.1\rHost: h\r\n\r\n", .bareLineBreak),
    ("GET /\tHTTP/1.1\r\n", .controlCharacter),
    ("\u{16}\u{3}\u{1}", .controlCharacter),
    ("GET /\u{E9} HTTP/1.1\r\n", .controlCharacter),
    ("GET /a#b HTTP/1.1\r\n", .malformedTarget),
    ("GET /a|b HTTP/1.1\r\n", .malformedTarget),
    ("GET * HTTP/1.1\r\n", .malformedTarget),
    ("GET h:80 HTTP/1.1\r\n", .malformedTarget),
    ("GET http://user@h/ HTTP/1.1\r\n", .malformedTarget),
    ("GET http:///a HTTP/1.1\r\n", .malformedTarget),
    ("CONNECT h:443 HTTP/1.1\r\n", .methodNotServed),
    ("GET / HTTP/1.1\r\n\r\n", .missingHost),
    ("GET / HTTP/1.1\r\nHost: h\r\nHost: h\r\n", .repeatedHost),
    ("GET / HTTP/1.1\r\nHost:\r\n", .malformedHost),
    ("GET / HTTP/1.1\r\nHost: a/b\r\n", .malformedHost),
    ("GET / HTTP/1.1\r\nHost: a:b\r\n", .malformedHost),
    ("GET / HTTP/1.1\r\nHost: a:123456\r\n", .malformedHost),
    ("GET / HTTP/1.1\r\nHost : h\r\n", .malformedFieldLine),
    ("GET / HTTP/1.1\r\n: h\r\n", .malformedFieldLine),
    ("GET / HTTP/1.1\r\nHost\r\n", .malformedFieldLine),
    ("GET / HTTP/1.1\r\nX: a\r\n b\r\n", .foldedFieldLine),
    ("GET / HTTP/1.1\r\nX: a\u{0}\r\n", .controlCharacter),
    ("GET / HTTP/1.1\r\nX: a\rb\r\n", .bareLineBreak),
    (post + "Content-Length: 5\r\nContent-Length: 5\r\n", .repeatedContentLength),
    (post + "Content-Length: 5, 5\r\n", .malformedContentLength),
    (post + "Content-Length: +5\r\n", .malformedContentLength),
    (post + "Content-Length: 05\r\n", .malformedContentLength),
    (post + "Content-Length:\r\n", .malformedContentLength),
    (post + "Content-Length: 18446744073709551621\r\n\r\n", .bodyTooLarge),
    (post + "Content-Length: 1048577\r\n\r\n", .bodyTooLarge),
    (post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n", .ambiguousLength),
    ("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", .ambiguousLength),
    (post + "Transfer-Encoding: gzip, chunked\r\n", .unsupportedTransferCoding),
    (post + "Transfer-Encoding: chunked, gzip\r\n", .malformedTransferEncoding),
    (post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", .malformedTransferEncoding),
    (post + "Transfer-Encoding:\r\n", .malformedTransferEncoding),
    (post + "Expect: something\r\n", .unknownExpectation),
    (chunked + " 5\r\n", .malformedChunk),
    (chunked + "5 \r\n", .malformedChunk),
    (chunked + "5;\r\n", .malformedChunk),
    (chunked + "5;a=\r\n", .malformedChunk),
    (chunked + "5;a=\"b\r\n", .malformedChunk),
    (chunked + "0x5\r\n", .malformedChunk),
    (chunked + "5\nhello\r\n", .malformedChunk),
    (chunked + "5\r\nhello0\r\n", .malformedChunk),
    (chunked + "fffffffffffffffff\r\n", .bodyTooLarge),
    (chunked + "0\r\nHost: evil\r\n\r\n", .forbiddenTrailer),
    (chunked + "0\r\nX : y\r\n\r\n", .malformedFieldLine),
    (chunked + "0\r\n\n", .bareLineBreak),
    ("GET /a%2fb HTTP/1.1\r\nHost: h\r\n\r\n", .undecodablePath),
    ("GET /?%zz HTTP/1.1\r\nHost: h\r\n\r\n", .undecodableQuery),
]

@Suite struct HTTPRequestReaderTests {
    @Test func `well formed requests are read, and each body ends where it says`() {
        for (text, requests) in accepted {
            let outcome = Outcome([text.unicodeScalars.map { UInt8($0.value) }])
            #expect(outcome.requests == requests && outcome.refusal == nil, "\(text.debugDescription)")
        }
    }

    @Test func `what is ambiguous is refused`() {
        for (text, refusal) in refused {
            let outcome = Outcome([text.unicodeScalars.map { UInt8($0.value) }])
            #expect(outcome.refusal == refusal, "\(text.debugDescription)")
            #expect(outcome.requests.isEmpty, "\(text.debugDescription)")
        }
    }

    @Test func `the outcome does not depend on how the bytes are cut`() {
        for text in accepted.map(\.0) + refused.map(\.0) {
            let bytes = text.unicodeScalars.map { UInt8($0.value) }
            let whole = Outcome([bytes])
            var different = Outcome(bytes.map { [$0] }) == whole ? [] : [-1]
            different += bytes.indices.filter { Outcome([Array(bytes[..<$0]), Array(bytes[$0...])]) != whole }
            #expect(different.isEmpty, "\(text.debugDescription) cut at \(different)")
        }
    }

    @Test func `limits hold wherever the bytes are cut`() {
        let limits = HTTPLimits(requestLineBytes: 20, headBytes: 60, fieldCount: 3, methodBytes: 4, bodyBytes: 8, chunkOverheadBytes: 12)
        let table: [(String, HTTPRefusal?)] = [
            ("GET /78901 HTTP/1.1\r\nHost: h\r\n\r\n", nil),
            ("GET /789012 HTTP/1.1\r\nHost: h\r\n\r\n", nil),
            ("GET /7890123 HTTP/1.1\r\nHost: h\r\n\r\n", .requestLineTooLong),
            ("GET /" + String(repeating: "a", count: 100), .requestLineTooLong),
            ("PATCH / HTTP/1.1\r\n", .methodTooLong),
            ("GET / HTTP/1.1\r\nHost: h\r\nA: 1\r\nB: 2\r\n\r\n", nil),
            ("GET / HTTP/1.1\r\nHost: h\r\nA: 1\r\nB: 2\r\nC: 3\r\n", .tooManyFields),
            ("GET / HTTP/1.1\r\nHost: h\r\nA: " + String(repeating: "a", count: 100), .headTooLarge),
            (post + "Content-Length: 8\r\n\r\n12345678", nil),
            (post + "Content-Length: 9\r\n\r\n", .bodyTooLarge),
            (chunked + "4\r\n1234\r\n4\r\n1234\r\n0\r\n\r\n", nil),
            (chunked + "4\r\n1234\r\n5\r\n", .bodyTooLarge),
            (chunked + "1;aaaaaaaaaaaaaaaaaaaaaaaaaaa", .chunkOverheadTooLarge),
            (chunked + "1\r\na\r\n0\r\nX: 4567890123", .chunkOverheadTooLarge),
            (chunked + "0000000000000", .chunkOverheadTooLarge),
        ]
        for (text, refusal) in table {
            let bytes = Array(text.utf8)
            #expect(Outcome([bytes], limits: limits).refusal == refusal, "\(text.debugDescription)")
            #expect(Outcome(bytes.map { [$0] }, limits: limits).refusal == refusal, "\(text.debugDescription) byte by byte")
        }
    }

    @Test func `every refusal has a status that says whose fault it is`() {
        for refusal in HTTPRefusal.allCases { #expect((400...505).contains(refusal.status.code) && !refusal.explanation.isEmpty) }
    }
}
