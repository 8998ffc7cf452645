/// Reads one request's head out of bytes that may still be arriving (RFC 9112 sections 2 to 5, without its leniencies).
///
/// It is given all the bytes since the message's beginning each time, and looks at none twice. Whatever way the bytes are cut, the outcome is the same:
/// each refusal depends only on the bytes up to the one that causes it.
struct HTTPHeadParser: Sendable {
    private let limits: HTTPLimits
    private var head = HTTPRequestHead()
    private var hasRequestLine = false
    private var emptyLines = 0
    private var lineStart = 0
    private var position = 0

    init(limits: HTTPLimits) {
        self.limits = limits
    }

    /// Whether anything of a request has arrived.
    var hasBegun: Bool { position > 0 }

    /// The head once it is whole, nil while more bytes are needed.
    mutating func parse(_ bytes: Span<UInt8>) throws(HTTPRefusal) -> HTTPRequestHead? {
        while let line = try nextLine(of: bytes) {
            if hasRequestLine {
                guard !line.isEmpty else { return try wholeHead() }
                guard head.fields.count < limits.fieldCount else { throw .tooManyFields }
                let field = try HTTPFieldLine.field(in: bytes, line)
                head.fields.append(field)
                try head.note(field, in: bytes)
            } else if line.isEmpty {
                // RFC 9112 section 2.2: an empty line or two before the request line, which old clients send, mean nothing.
                emptyLines += 1
                guard emptyLines <= 2 else { throw .malformedRequestLine }
            } else {
                try head.readRequestLine(bytes, line, limits: limits)
                head.fields.reserveCapacity(16)
                hasRequestLine = true
            }
        }
        return nil
    }

    private mutating func wholeHead() throws(HTTPRefusal) -> HTTPRequestHead {
        head.byteCount = position
        if head.host == nil && head.minorVersion >= 1 { throw .missingHost }
        if head.isChunked && (head.contentLength != nil || head.minorVersion == 0) { throw .ambiguousLength }
        if let length = head.contentLength, length > (head.bringsFiles ? limits.uploadBytes : limits.bodyBytes) { throw .bodyTooLarge }
        return head
    }

    /// The next line without its CRLF, nil when it has not arrived whole. A CR or LF alone is refused.
    private mutating func nextLine(of bytes: Span<UInt8>) throws(HTTPRefusal) -> Range<Int>? {
        let limit = hasRequestLine ? limits.headBytes : min(lineStart + limits.requestLineBytes, limits.headBytes)
        let end = min(bytes.count, limit + 1)
        var index = position
        defer { position = index }
        while index < end {
            let byte = bytes[index]
            if byte >= 0x20 && byte != 0x7F && (byte < 0x80 || hasRequestLine) || byte == 0x09 && hasRequestLine {
                index += 1
                continue
            }
            guard byte == 0x0D else { throw byte == 0x0A ? .bareLineBreak : .controlCharacter }
            guard index + 1 < bytes.count else { return nil }
            guard bytes[index + 1] == 0x0A else { throw .bareLineBreak }
            let line = lineStart..<index
            index += 2
            lineStart = index
            return line
        }
        if index > limit { throw hasRequestLine ? .headTooLarge : .requestLineTooLong }
        return nil
    }
}
