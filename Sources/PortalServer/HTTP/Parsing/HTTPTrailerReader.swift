/// Reads the field lines after a chunked body (RFC 9112 section 7.1.2). Nothing here uses trailers: they are checked and dropped.
struct HTTPTrailerReader: Sendable {
    private let limits: HTTPLimits
    private var line: [UInt8] = []
    private var byteCount = 0

    init(limits: HTTPLimits) {
        self.limits = limits
    }

    /// Takes one byte; true when it ended the empty line after the trailers.
    mutating func read(_ byte: UInt8) throws(HTTPRefusal) -> Bool {
        byteCount += 1
        guard byteCount <= limits.chunkOverheadBytes else { throw .chunkOverheadTooLarge }
        if line.last == 0x0D {
            guard byte == 0x0A else { throw .bareLineBreak }
            line.removeLast()
            guard !line.isEmpty else { return true }
            try check(line.span)
            line.removeAll(keepingCapacity: true)
            return false
        }
        guard byte != 0x0A else { throw .bareLineBreak }
        guard byte >= 0x20 && byte != 0x7F || byte == 0x09 || byte == 0x0D else { throw .controlCharacter }
        line.append(byte)
        return false
    }

    /// Fields about framing, routing, rights or the content's form may not come after it (RFC 9110 section 6.5.1).
    private static let forbidden: [StaticString] = [
        "content-length", "transfer-encoding", "host", "connection", "trailer", "te", "expect", "authorization", "cookie", "set-cookie",
        "content-type", "content-encoding", "content-range", "range", "cache-control", "max-forwards", "upgrade", "keep-alive",
    ]

    private func check(_ line: Span<UInt8>) throws(HTTPRefusal) {
        let field = try HTTPFieldLine.field(in: line, 0..<line.count)
        let name = Int(field.name.lowerBound)..<Int(field.name.upperBound)
        for forbidden in Self.forbidden where line.equals(name, forbidden) { throw .forbiddenTrailer }
    }
}
