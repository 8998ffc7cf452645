/// One client's connection, as its loop knows it. It never leaves its loop's thread; others name it by its token.
final class HTTPConnection {
    /// Names a connection, and no later one that uses the same place.
    struct Token: Hashable, Sendable {
        let slot: Int
        let generation: UInt32

        /// The two lowest numbers are the listener's and the mailbox's.
        var number: UInt64 { UInt64(generation) << 32 | UInt64(slot + 2) }

        init(slot: Int, generation: UInt32) {
            self.slot = slot
            self.generation = generation
        }

        init?(number: UInt64) {
            let slot = Int(number & 0xFFFF_FFFF) - 2
            guard slot >= 0 else { return nil }
            self.init(slot: slot, generation: UInt32(number >> 32))
        }
    }

    enum State {
        /// A request is awaited or arriving.
        case reading
        /// A handler works on the request, or on the next part of its response.
        case handling
        /// The response does not fit into the socket yet.
        case writing
        /// The last response is sent; what still arrives is thrown away until the peer closes, so that it gets the response and not a reset.
        case lingering
        /// Over: its descriptor may be another connection's by now.
        case closed
    }

    /// The request that is being answered.
    struct Exchange {
        var method = HTTPMethod.other("-")
        var path = "-"
        var id = RequestIdentifier(number: 0)
        /// When it had arrived whole, in microseconds.
        var start: Int64
        var minorVersion = 1
        var keepsAlive = false
        /// The client asked for the end itself: it sends nothing more.
        var clientCloses = false
    }

    /// What is being sent.
    struct Outgoing {
        var head: [UInt8]
        var body: [UInt8]
        var sent: Int
    }

    let socket: ConnectionSocket
    let token: Token
    let remoteAddress: String
    var state = State.reading
    var reader: HTTPRequestReader
    /// Bytes that have arrived and that the reader has not taken.
    var input: [UInt8] = []
    /// What the poll waits for.
    var interest = EventPoll.Interest.reading
    /// When the present state has lasted too long, in microseconds.
    var deadline: Int64
    /// Since when it has waited for a request, in microseconds.
    var idleSince: Int64
    var exchange: Exchange
    var outgoing: Outgoing?
    /// What is still to be made of a long response.
    var rest: HTTPBodyStream?
    /// Bytes of it that have not been made.
    var restCount = 0
    var hasSentContinue = false
    /// The peer has gone while the handler works: its answer has nobody to go to.
    var isAbandoned = false

    init(socket: ConnectionSocket, token: Token, remoteAddress: String, limits: HTTPLimits, now: Int64, deadline: Int64) {
        self.socket = socket
        self.token = token
        self.remoteAddress = remoteAddress
        self.deadline = deadline
        idleSince = now
        reader = HTTPRequestReader(limits: limits)
        exchange = Exchange(start: now)
    }
}
