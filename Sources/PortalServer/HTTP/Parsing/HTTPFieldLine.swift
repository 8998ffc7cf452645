/// One field line: `name ":" OWS value OWS` (RFC 9112 section 5).
enum HTTPFieldLine {
    /// The field of a line that holds no control character but tabs.
    static func field(in bytes: Span<UInt8>, _ line: Range<Int>) throws(HTTPRefusal) -> HTTPHeaders.Field {
        if bytes[line.lowerBound].isSpaceOrTab { throw .foldedFieldLine }
        var colon = line.lowerBound
        while colon < line.upperBound, bytes[colon].isTokenCharacter { colon += 1 }
        guard colon > line.lowerBound, colon < line.upperBound, bytes[colon] == UInt8(ascii: ":") else { throw .malformedFieldLine }
        return HTTPHeaders.Field(name: line.lowerBound..<colon, value: bytes.trimming(colon + 1..<line.upperBound))
    }
}

extension Span<UInt8> {
    /// The range without the spaces and tabs at its two ends.
    func trimming(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, self[start].isSpaceOrTab { start += 1 }
        while end > start, self[end - 1].isSpaceOrTab { end -= 1 }
        return start..<end
    }

    /// Whether the bytes of the range are that text in lower case, whatever the case of their letters.
    func equals(_ range: Range<Int>, _ text: StaticString) -> Bool {
        guard range.count == text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { expected in
            var index = 0
            while index < expected.count {
                guard self[range.lowerBound + index].asciiLowercased == expected[index] else { return false }
                index += 1
            }
            return true
        }
    }

    /// The elements of a list field (RFC 9110 section 5.6.1), trimmed; empty ones included.
    func listElements(_ range: Range<Int>) -> [Range<Int>] {
        var elements: [Range<Int>] = []
        var start = range.lowerBound
        for index in range where self[index] == UInt8(ascii: ",") {
            elements.append(trimming(start..<index))
            start = index + 1
        }
        elements.append(trimming(start..<range.upperBound))
        return elements
    }

    /// The bytes of the range as text.
    func text(_ range: Range<Int>) -> String {
        extracting(range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
}
