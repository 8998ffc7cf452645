import Glibc
import PortalCore
import Testing

@testable import PortalServer

/// A server on a free port of the loopback while the body runs.
private func withServer(
    _ configure: (inout HTTPServer.Configuration) -> Void = { _ in },
    handler: @escaping HTTPHandler = { .text(.ok, "\($0.method.name) \($0.path) \($0.body.count)") },
    _ body: (HTTPServer, Int) async throws -> Void
) async throws {
    var configuration = HTTPServer.Configuration()
    configuration.port = 0
    configuration.workers = 2
    configure(&configuration)
    let server = HTTPServer(configuration, handler: handler)
    try server.start()
    let port = try #require(server.boundPort)
    do {
        try await body(server, port)
    } catch {
        await server.stop()
        throw error
    }
    await server.stop()
}

private let get = "GET /a HTTP/1.1\r\nHost: h\r\n\r\n"

@Suite struct HTTPServerTests {
    @Test func `the second response of a connection does not wait for an acknowledgement`() async throws {
        try await withServer { _, port in
            let connection = try TestConnection(port: port)
            connection.send(get)
            #expect(connection.response()?.status == 200)
            let start = MonotonicClock.microseconds
            connection.send(get)
            #expect(connection.response()?.body == Array("GET /a 0".utf8))
            #expect(MonotonicClock.microseconds - start < 35000)
        }
    }

    @Test func `pipelined requests are answered in order, one at a time`() async throws {
        let running = Monitor((now: 0, most: 0))
        let handler: HTTPHandler = { request in
            running.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
            await Task.yield()
            running.withLock { $0.now -= 1 }
            return .text(.ok, request.path)
        }
        try await withServer({ $0.answersAtOnce = { $0.path.hasSuffix("5") ? .text(.ok, $0.path) : nil } }, handler: handler) { _, port in
            let connection = try TestConnection(port: port)
            connection.send((0..<200).map { "GET /\($0) HTTP/1.1\r\nHost: h\r\n\r\n" }.joined())
            for number in 0..<200 { #expect(connection.response()?.body == Array("/\(number)".utf8)) }
            #expect(running.withLock { $0.most } == 1)
        }
    }

    @Test func `a long response is made part after part as the client takes it, and one that fails is cut`() async throws {
        let part = [UInt8](repeating: 7, count: 4 << 20)
        let made = Monitor(0)
        let handler: HTTPHandler = { request in
            let parts = Monitor(8)
            var response = HTTPResponse(.ok, body: [1, 2])
            response.rest = HTTPBodyStream(length: 32 << 20) {
                made.withLock { $0 += 1 }
                let left = parts.withLock { left in
                    left -= 1
                    return left
                }
                return request.path == "/cut" && left < 4 ? nil : part
            }
            return response
        }
        try await withServer({ $0.admittedRequests = 2 }, handler: handler) { _, port in
            let (connection, idle) = (try TestConnection(port: port), try TestConnection(port: port))
            idle.send(get)
            for _ in 0..<2 {
                connection.send(get)
                #expect(connection.response()?.body.count == 2 + (32 << 20))
            }
            // The one that reads nothing has not had everything made for it.
            #expect(made.withLock { $0 } < 3 * 8)
            connection.send("GET /cut HTTP/1.1\r\nHost: h\r\n\r\n")
            #expect(connection.response() == nil)
        }
    }

    @Test func `nothing is read after a request that asked for the end`() async throws {
        let answered = Monitor(0)
        let answersAtOnce: @Sendable (HTTPRequest) -> HTTPResponse? = { _ in
            answered.withLock { $0 += 1 }
            return .text(.ok, "")
        }
        try await withServer({ $0.answersAtOnce = answersAtOnce }) { _, port in
            let connection = try TestConnection(port: port)
            connection.send("GET /a HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n" + get + get)
            #expect(connection.response()?.status == 200)
            #expect(connection.response() == nil)
            #expect(answered.withLock { $0 } == 1)
        }
    }

    @Test func `a response has what RFC 9110 wants of every response`() async throws {
        try await withServer { _, port in
            let connection = try TestConnection(port: port)
            connection.send("HEAD /a HTTP/1.1\r\nHost: h\r\n\r\nGET /b HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")
            let head = try #require(connection.response(toHead: true))
            #expect(head.head.contains("\r\nContent-Length: 9\r\n") && head.head.contains("\r\nDate: ") && head.head.contains(" GMT\r\n"))
            #expect(head.head.contains("\r\nServer-Timing: app;dur=") && !head.head.contains("Connection"))
            #expect(connection.response()?.head.contains("\r\nConnection: close\r\n") == true)
            #expect(connection.isClosedByServer)
        }
    }

    @Test func `a large response reaches a client that reads late`() async throws {
        let page = [UInt8](repeating: UInt8(ascii: "x"), count: 8_000_000)
        try await withServer(handler: { _ in .html(.ok, page) }) { _, port in
            let connection = try TestConnection(port: port)
            connection.send(get + "GET /a HTTP/1.0\r\n\r\n")
            #expect(connection.response()?.body.count == page.count)
            #expect(connection.response()?.body.count == page.count)
            #expect(connection.isClosedByServer)
        }
    }

    @Test func `a body over the limit is refused, and the refusal can be read`() async throws {
        try await withServer { _, port in
            for framing in ["Content-Length: 3000000\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n2dc6c0\r\n"] {
                let connection = try TestConnection(port: port)
                connection.send("POST /a HTTP/1.1\r\nHost: h\r\n" + framing)
                connection.send([UInt8](repeating: 0, count: 3_000_000))
                let response = connection.response()
                #expect(response?.status == 413 && response?.head.contains("Connection: close") == true)
                #expect(connection.isClosedByServer)
            }
        }
    }

    @Test func `a client that asks is told to go on with its body`() async throws {
        try await withServer { _, port in
            let connection = try TestConnection(port: port)
            connection.send("POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n")
            #expect(connection.response()?.status == 100)
            connection.send("hello" + get)
            #expect(connection.response()?.body == Array("POST /a 5".utf8))
            #expect(connection.response()?.status == 200)
        }
    }

    @Test func `a slow head or body is given up, an idle connection is closed`() async throws {
        try await withServer({ $0.timeouts = HTTPTimeouts(head: 60, body: 60, idle: 120) }) { _, port in
            for part in ["GET / HT", "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhel"] {
                let connection = try TestConnection(port: port)
                connection.send(part)
                #expect(connection.response()?.status == 408)
                #expect(connection.isClosedByServer)
            }
            let connection = try TestConnection(port: port)
            connection.send(get)
            #expect(connection.response()?.status == 200)
            #expect(connection.isClosedByServer)
        }
    }

    @Test func `a full server says when to come back, and serves what is in memory`() async throws {
        let gate = Gate()
        try await withServer(
            {
                $0.admittedRequests = 1
                $0.answersAtOnce = { $0.path == "/memory" ? .text(.ok, "") : nil }
            },
            handler: { _ in
                gate.pass(); return .text(.ok, "")
            }
        ) { _, port in
            let first = try TestConnection(port: port)
            first.send(get)
            gate.waitForSomeone()
            let second = try TestConnection(port: port)
            second.send(get + "GET /memory HTTP/1.1\r\nHost: h\r\n\r\n")
            let refused = second.response()
            #expect(refused?.status == 503 && refused?.head.contains("\r\nRetry-After: ") == true)
            #expect(second.response()?.status == 200)
            gate.open()
            #expect(first.response()?.status == 200)
        }
    }

    @Test func `stopping lets requests end and closes the rest`() async throws {
        let gate = Gate()
        try await withServer(handler: { _ in
            gate.pass(); return .text(.ok, "fini")
        }) { server, port in
            let idle = try TestConnection(port: port)
            let busy = try TestConnection(port: port)
            busy.send(get)
            gate.waitForSomeone()
            server.beginStopping()
            #expect(idle.isClosedByServer)
            #expect(throws: SystemCallError.self) { try TestConnection(port: port) }
            gate.open()
            let response = busy.response()
            #expect(response?.body == Array("fini".utf8) && response?.head.contains("Connection: close") == true)
            #expect(busy.isClosedByServer)
        }
    }

    @Test func `stopping does not wait for ever for those who do not read`() async throws {
        let page = [UInt8](repeating: UInt8(ascii: "x"), count: 8_000_000)
        let answered = Gate()
        let handler: HTTPHandler = { _ in
            answered.open()
            return .html(.ok, page)
        }
        try await withServer({ $0.timeouts.drain = 100 }, handler: handler) { server, port in
            let connection = try TestConnection(port: port)
            connection.send(get)
            answered.pass()
            await server.stop()
            #expect(connection.response() == nil)
        }
    }

    @Test func `a client that stops reading is given up`() async throws {
        let page = [UInt8](repeating: UInt8(ascii: "x"), count: 8_000_000)
        try await withServer(
            {
                $0.timeouts.write = 60; $0.timeouts.slowestRate = 1 << 40
            },
            handler: { _ in .html(.ok, page) }
        ) { _, port in
            let stalled = try TestConnection(port: port)
            stalled.send(get)
            stalled.waitUntilCut()
            #expect(stalled.response() == nil)
        }
    }

    @Test func `a taken port is a clear error`() async throws {
        try await withServer { _, port in
            var configuration = HTTPServer.Configuration()
            configuration.port = port
            let other = HTTPServer(configuration) { _ in .text(.ok, "") }
            let error = #expect(throws: SystemCallError.self) { try other.start() }
            #expect(error?.code == EADDRINUSE && error?.description == "bind 127.0.0.1:\(port): Address already in use")
        }
    }
}

/// Where handlers wait, on their worker's thread, until the test lets them go on.
private struct Gate {
    private let state = Monitor((isOpen: false, arrived: 0))

    func pass() {
        state.withLock { $0.arrived += 1 }
        state.wait { $0.isOpen ? () : nil }
    }

    func waitForSomeone() { state.wait { $0.arrived > 0 ? () : nil } }

    func open() {
        state.withLock { $0.isOpen = true }
    }
}
