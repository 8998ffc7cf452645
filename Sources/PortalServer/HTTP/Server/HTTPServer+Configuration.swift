extension HTTPServer {
    /// Where the server listens, and how much it takes on.
    struct Configuration: Sendable {
        /// An IPv4 or IPv6 address.
        var host = "127.0.0.1"
        /// 0 lets the system choose: `boundPort` tells.
        var port = 8080
        /// Threads that read and write; one of them serves some 80,000 requests a second.
        var loops = 1
        /// Threads that run the handler.
        var workers = 8
        /// Requests that run in the handler or wait for it; beyond, 503.
        var admittedRequests = 1024
        var connections = 10000
        var limits = HTTPLimits()
        var timeouts = HTTPTimeouts()
        /// What is in memory already (files, health, a waiting page): called on the loop itself, so it must neither block nor compute.
        var answersAtOnce: @Sendable (HTTPRequest) -> HTTPResponse? = { _ in nil }
        /// The page of a message that no handler sees. The server closes the connection after it.
        var refusal: @Sendable (HTTPRefusal) -> HTTPResponse = { .text($0.status, $0.explanation + "\n") }
        var accessLog: AccessLog?
    }
}

/// How long a connection may stay in each state, in milliseconds.
struct HTTPTimeouts: Sendable {
    /// From a request's first byte to the end of its head.
    var head: Int64 = 10000
    /// For a body, plus the time that its bytes take at the slowest rate.
    var body: Int64 = 20000
    /// Between two requests.
    var idle: Int64 = 60000
    /// For a response to be taken, plus the time that its bytes take at the slowest rate.
    var write: Int64 = 20000
    /// For the peer to read the last response before the connection is cut.
    var linger: Int64 = 2000
    /// For everything to end when the server stops.
    var drain: Int64 = 10000
    /// Bytes in a second below which a peer is not slow but attacking.
    var slowestRate: Int64 = 2048

    /// How often the deadlines are looked at: precise enough for the shortest, at most once a second.
    var sweepInterval: Int64 { max(5, min(1000, min(head, body, idle, write, linger, drain) / 8)) }
}
