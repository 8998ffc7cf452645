/// Takes a body's bytes off the stream, as its head said that it is framed.
struct HTTPBodyDecoder: Sendable {
    private(set) var body: [UInt8] = []
    private(set) var isComplete: Bool
    private var framing: Framing

    private enum Framing: Sendable {
        case length(remaining: Int)
        case chunked(HTTPChunkDecoder)
    }

    init(_ head: HTTPRequestHead, limits: HTTPLimits) {
        if head.isChunked {
            framing = .chunked(HTTPChunkDecoder(limits: limits))
            isComplete = false
        } else {
            let length = head.contentLength ?? 0
            framing = .length(remaining: length)
            isComplete = length == 0
            // A client that only claims a large body gets no memory for it.
            if length > 0 { body.reserveCapacity(min(length, 65536)) }
        }
    }

    /// Takes what belongs to the body and says how many bytes that was.
    mutating func decode(_ bytes: Span<UInt8>) throws(HTTPRefusal) -> Int {
        switch framing {
        case .length(let remaining):
            let count = min(remaining, bytes.count)
            body.append(bytes.extracting(0..<count))
            framing = .length(remaining: remaining - count)
            isComplete = count == remaining
            return count
        case .chunked(var decoder):
            let count = try decoder.decode(bytes, into: &body)
            framing = .chunked(decoder)
            isComplete = decoder.isComplete
            return count
        }
    }
}

extension [UInt8] {
    mutating func append(_ bytes: Span<UInt8>) {
        bytes.withUnsafeBufferPointer { append(contentsOf: $0) }
    }
}
