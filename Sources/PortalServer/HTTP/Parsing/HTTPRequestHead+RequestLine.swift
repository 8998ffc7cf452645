/// `method SP request-target SP HTTP-version` (RFC 9112 section 3).
extension HTTPRequestHead {
    mutating func readRequestLine(_ bytes: Span<UInt8>, _ line: Range<Int>, limits: HTTPLimits) throws(HTTPRefusal) {
        var end = line.lowerBound
        while end < line.upperBound, bytes[end].isTokenCharacter { end += 1 }
        guard end > line.lowerBound, end < line.upperBound, bytes[end] == UInt8(ascii: " ") else { throw .malformedRequestLine }
        guard end - line.lowerBound <= limits.methodBytes else { throw .methodTooLong }
        method = HTTPMethod(bytes.text(line.lowerBound..<end))

        let targetStart = end + 1
        end = targetStart
        while end < line.upperBound, bytes[end] != UInt8(ascii: " ") { end += 1 }
        guard end > targetStart, end < line.upperBound else { throw .malformedRequestLine }
        try readVersion(bytes, end + 1..<line.upperBound)
        try readTarget(bytes, targetStart..<end)
    }

    private mutating func readVersion(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(HTTPRefusal) {
        let name: StaticString = "HTTP/"
        let start = range.lowerBound
        guard range.count == 8, zip(start..<start + 5, 0..<5).allSatisfy({ bytes[$0] == name.utf8Start[$1] }), bytes[start + 5].isDigit,
            bytes[start + 6] == UInt8(ascii: "."), bytes[start + 7].isDigit
        else { throw .malformedVersion }
        guard bytes[start + 5] == UInt8(ascii: "1") else { throw .unsupportedVersion }
        minorVersion = Int(bytes[start + 7] - UInt8(ascii: "0"))
    }

    /// The forms of a target (RFC 9112 section 3.2). A tunnel (CONNECT) is a proxy's work.
    private mutating func readTarget(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(HTTPRefusal) {
        if method == .other("CONNECT") { throw .methodNotServed }
        if bytes[range.lowerBound] == UInt8(ascii: "/") { return try readPathAndQuery(bytes, range) }
        if range.count == 1, bytes[range.lowerBound] == UInt8(ascii: "*"), method == .options {
            asksForServer = true
            return
        }
        for scheme in ["http://", "https://"] as [StaticString] {
            let start = range.lowerBound + scheme.utf8CodeUnitCount
            guard start < range.upperBound, bytes.equals(range.lowerBound..<start, scheme) else { continue }
            var end = start
            while end < range.upperBound, bytes[end] != UInt8(ascii: "/"), bytes[end] != UInt8(ascii: "?") { end += 1 }
            guard bytes.isHost(start..<end) else { throw .malformedTarget }
            authority = start..<end
            return try readPathAndQuery(bytes, end..<range.upperBound)
        }
        throw .malformedTarget
    }

    private mutating func readPathAndQuery(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(HTTPRefusal) {
        var end = range.lowerBound
        while end < range.upperBound, bytes[end].isPathCharacter { end += 1 }
        path = range.lowerBound..<end
        guard end < range.upperBound else { return }
        guard bytes[end] == UInt8(ascii: "?") else { throw .malformedTarget }
        for index in end + 1..<range.upperBound where !bytes[index].isQueryCharacter { throw .malformedTarget }
        query = end + 1..<range.upperBound
    }
}

extension Span<UInt8> {
    /// Whether the bytes are `uri-host [":" port]` with a host (RFC 9110 section 7.2).
    func isHost(_ range: Range<Int>) -> Bool {
        guard !range.isEmpty else { return false }
        var index = range.lowerBound
        if self[index] == UInt8(ascii: "[") {
            index += 1
            while index < range.upperBound,
                self[index].hexadecimalValue != nil || self[index] == UInt8(ascii: ":") || self[index] == UInt8(ascii: ".")
            {
                index += 1
            }
            guard index > range.lowerBound + 2, index < range.upperBound, self[index] == UInt8(ascii: "]") else { return false }
            index += 1
        } else {
            while index < range.upperBound, self[index].isUnreservedInURI || self[index].isSubDelimiterInURI { index += 1 }
            guard index > range.lowerBound else { return false }
        }
        guard index < range.upperBound else { return true }
        guard self[index] == UInt8(ascii: ":"), range.upperBound - index <= 6 else { return false }
        return (index + 1..<range.upperBound).allSatisfy { self[$0].isDigit }
    }
}
