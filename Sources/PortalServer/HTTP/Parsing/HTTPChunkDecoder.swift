/// Decodes a chunked body (RFC 9112 section 7.1). Extensions are checked and ignored; trailer fields are checked and dropped.
struct HTTPChunkDecoder: Sendable {
    private enum State: Sendable {
        case sizeStart, size
        case extensionAhead, extensionNameStart, extensionName, extensionNameEnd
        case extensionValueStart, extensionToken, quotedText, quotedPair, quotedEnd
        case sizeLineFeed, data, dataReturn, dataLineFeed, trailers, complete
    }

    private let limits: HTTPLimits
    private var state = State.sizeStart
    /// Bytes of the current chunk that are still to come.
    private var remaining = 0
    private var overhead = 0
    private var trailers: HTTPTrailerReader

    init(limits: HTTPLimits) {
        self.limits = limits
        trailers = HTTPTrailerReader(limits: limits)
    }

    var isComplete: Bool { state == .complete }

    /// Appends the data to the body and says how many bytes were taken.
    mutating func decode(_ bytes: Span<UInt8>, into body: inout [UInt8]) throws(HTTPRefusal) -> Int {
        var index = 0
        while index < bytes.count, state != .complete {
            if state == .data {
                let count = min(remaining, bytes.count - index)
                body.append(bytes.extracting(index..<index + count))
                index += count
                remaining -= count
                if remaining == 0 { state = .dataReturn }
            } else {
                try step(bytes[index], bodyCount: body.count)
                index += 1
            }
        }
        return index
    }

    private mutating func step(_ byte: UInt8, bodyCount: Int) throws(HTTPRefusal) {
        switch state {
        case .sizeStart, .size: try readSize(byte, bodyCount: bodyCount)
        case .sizeLineFeed:
            guard byte == 0x0A else { throw .malformedChunk }
            state = remaining > 0 ? .data : .trailers
        case .dataReturn:
            guard byte == 0x0D else { throw .malformedChunk }
            state = .dataLineFeed
        case .dataLineFeed:
            guard byte == 0x0A else { throw .malformedChunk }
            state = .sizeStart
        case .trailers:
            if try trailers.read(byte) { state = .complete }
        case .data, .complete: break
        default:
            overhead += 1
            guard overhead <= limits.chunkOverheadBytes else { throw .chunkOverheadTooLarge }
            try readExtension(byte)
        }
    }

    private mutating func readSize(_ byte: UInt8, bodyCount: Int) throws(HTTPRefusal) {
        if let digit = byte.hexadecimalValue {
            if state == .sizeStart { remaining = 0 }
            state = .size
            if remaining == 0 && digit == 0 { overhead += 1 }
            guard overhead <= limits.chunkOverheadBytes else { throw .chunkOverheadTooLarge }
            remaining = remaining * 16 + Int(digit)
            guard remaining <= limits.bodyBytes - bodyCount else { throw .bodyTooLarge }
            return
        }
        guard state == .size else { throw .malformedChunk }
        try readExtensionBorder(byte)
    }

    /// `*( BWS ";" BWS name [ BWS "=" BWS ( token / quoted-string ) ] )` (RFC 9112 section 7.1.1).
    private mutating func readExtension(_ byte: UInt8) throws(HTTPRefusal) {
        switch state {
        case .extensionAhead:
            if !byte.isSpaceOrTab { try readExtensionBorder(byte, mayEnd: false) }
        case .extensionNameStart:
            if byte.isTokenCharacter { state = .extensionName } else if !byte.isSpaceOrTab { throw .malformedChunk }
        case .extensionName:
            if byte == UInt8(ascii: "=") {
                state = .extensionValueStart
            } else if byte.isSpaceOrTab {
                state = .extensionNameEnd
            } else if !byte.isTokenCharacter {
                try readExtensionBorder(byte)
            }
        case .extensionNameEnd:
            if byte == UInt8(ascii: "=") { state = .extensionValueStart } else if !byte.isSpaceOrTab { try readExtensionBorder(byte, mayEnd: false) }
        case .extensionValueStart:
            if byte == UInt8(ascii: "\"") {
                state = .quotedText
            } else if byte.isTokenCharacter {
                state = .extensionToken
            } else if !byte.isSpaceOrTab {
                throw .malformedChunk
            }
        case .extensionToken:
            if !byte.isTokenCharacter { try readExtensionBorder(byte) }
        case .quotedEnd: try readExtensionBorder(byte)
        default: try readQuoted(byte)
        }
    }

    private mutating func readQuoted(_ byte: UInt8) throws(HTTPRefusal) {
        guard byte >= 0x20 && byte != 0x7F || byte == 0x09 else { throw .malformedChunk }
        if state == .quotedPair {
            state = .quotedText
        } else if byte == UInt8(ascii: "\\") {
            state = .quotedPair
        } else if byte == UInt8(ascii: "\"") {
            state = .quotedEnd
        }
    }

    /// The byte after a size, a name or a value: the end of the line, another extension, or the space before one.
    private mutating func readExtensionBorder(_ byte: UInt8, mayEnd: Bool = true) throws(HTTPRefusal) {
        switch byte {
        case 0x0D where mayEnd: state = .sizeLineFeed
        case UInt8(ascii: ";"): state = .extensionNameStart
        case 0x20, 0x09: state = .extensionAhead
        default: throw .malformedChunk
        }
    }
}
