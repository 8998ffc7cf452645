/// Reads one request after another off a stream of bytes, head and body. Knows no socket: it is told the bytes.
struct HTTPRequestReader: Sendable {
    /// A request that has arrived whole.
    struct Message: Sendable {
        let head: HTTPRequestHead
        /// The bytes that the head's ranges point into.
        let storage: [UInt8]
        let body: [UInt8]
    }

    private let limits: HTTPLimits
    private var parser: HTTPHeadParser
    private var head: HTTPRequestHead?
    private var storage: [UInt8] = []
    private var decoder: HTTPBodyDecoder?

    init(limits: HTTPLimits) {
        self.limits = limits
        parser = HTTPHeadParser(limits: limits)
    }

    /// Where in a request the stream stands.
    enum Stage: Sendable { case betweenRequests, head, body, complete }

    var stage: Stage {
        guard let decoder else { return parser.hasBegun ? .head : .betweenRequests }
        return decoder.isComplete ? .complete : .body
    }

    /// Whether the client waits for "100 Continue" before it sends the body.
    var expectsContinue: Bool { stage == .body && head?.expectsContinue == true && decoder?.body.isEmpty == true }

    /// Reads on. Until a head is whole it takes nothing, and wants the same bytes again with more behind them.
    ///
    /// - Returns: how many of the bytes are done with.
    mutating func read(_ bytes: Span<UInt8>) throws(HTTPRefusal) -> Int {
        var taken = 0
        if decoder == nil {
            guard let head = try parser.parse(bytes) else { return 0 }
            taken = head.byteCount
            storage = []
            storage.append(bytes.extracting(0..<taken))
            self.head = head
            decoder = HTTPBodyDecoder(head, limits: limits)
        }
        if decoder?.isComplete == false {
            taken += try decoder?.decode(bytes.extracting(taken..<bytes.count)) ?? 0
        }
        return taken
    }

    /// The request that is complete, nil before. The reader is then ready for the next one.
    mutating func takeMessage() -> Message? {
        guard let head, let decoder, decoder.isComplete else { return nil }
        let message = Message(head: head, storage: storage, body: decoder.body)
        self = HTTPRequestReader(limits: limits)
        return message
    }
}
