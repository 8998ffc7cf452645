/// The fields that decide where a message ends, whom it is for and what becomes of its connection.
extension HTTPRequestHead {
    mutating func note(_ field: HTTPHeaders.Field, in bytes: Span<UInt8>) throws(HTTPRefusal) {
        let name = Int(field.name.lowerBound)..<Int(field.name.upperBound)
        let value = Int(field.value.lowerBound)..<Int(field.value.upperBound)
        switch name.count {
        case 4 where bytes.equals(name, "host"): try noteHost(bytes, value)
        case 6 where bytes.equals(name, "expect"): try noteExpectation(bytes, value)
        case 10 where bytes.equals(name, "connection"): noteConnection(bytes, value)
        case 12 where bytes.equals(name, "content-type"): noteType(bytes, value)
        case 14 where bytes.equals(name, "content-length"): try noteLength(bytes, value)
        case 17 where bytes.equals(name, "transfer-encoding"): try noteTransferCoding(bytes, value)
        default: break
        }
    }

    private mutating func noteType(_ bytes: Span<UInt8>, _ value: Range<Int>) {
        let type = value.prefix("multipart/form-data".utf8.count)
        bringsFiles = !type.isEmpty && bytes.equals(type.startIndex..<type.endIndex, "multipart/form-data")
    }

    private mutating func noteHost(_ bytes: Span<UInt8>, _ value: Range<Int>) throws(HTTPRefusal) {
        guard host == nil else { throw .repeatedHost }
        guard bytes.isHost(value) else { throw .malformedHost }
        host = value
    }

    private mutating func noteExpectation(_ bytes: Span<UInt8>, _ value: Range<Int>) throws(HTTPRefusal) {
        guard bytes.equals(value, "100-continue") else { throw .unknownExpectation }
        // RFC 9110 section 10.1.1: to be ignored in HTTP/1.0.
        expectsContinue = minorVersion >= 1
    }

    private mutating func noteConnection(_ bytes: Span<UInt8>, _ value: Range<Int>) {
        for option in bytes.listElements(value) {
            if bytes.equals(option, "close") { asksToClose = true }
            if bytes.equals(option, "keep-alive") { asksToKeepAlive = true }
        }
    }

    /// Digits without leading zeros, once (RFC 9112 section 6.3 lets a repeated equal value pass; here it is refused).
    private mutating func noteLength(_ bytes: Span<UInt8>, _ value: Range<Int>) throws(HTTPRefusal) {
        guard contentLength == nil else { throw .repeatedContentLength }
        guard !value.isEmpty, value.count == 1 || bytes[value.lowerBound] != UInt8(ascii: "0") else { throw .malformedContentLength }
        var length = 0
        for index in value {
            guard bytes[index].isDigit else { throw .malformedContentLength }
            // Beyond 10^17 every limit is passed already; more digits would overflow.
            guard length < 100_000_000_000_000_000 else { continue }
            length = length * 10 + Int(bytes[index] - UInt8(ascii: "0"))
        }
        contentLength = length
    }

    /// Only `chunked` is understood. Codings whose end would be found are 501, what has no clear end is 400 (RFC 9112 section 6.1).
    private mutating func noteTransferCoding(_ bytes: Span<UInt8>, _ value: Range<Int>) throws(HTTPRefusal) {
        guard !isChunked else { throw .malformedTransferEncoding }
        if bytes.equals(value, "chunked") {
            isChunked = true
            return
        }
        let codings = bytes.listElements(value)
        let areTokens = codings.allSatisfy { !$0.isEmpty && $0.allSatisfy { bytes[$0].isTokenCharacter } }
        let chunkedBeforeEnd = codings.dropLast().contains { bytes.equals($0, "chunked") }
        throw areTokens && !chunkedBeforeEnd ? .unsupportedTransferCoding : .malformedTransferEncoding
    }
}
