/// Text in seven bits that stays readable where it is plain (RFC 2045 section 6.7).
enum QuotedPrintable {
    /// A line with its soft break may have 76 characters.
    private static let longest = 75

    /// Encodes a text whose lines end with a line feed; the result's end with CRLF.
    static func encoded(_ text: String) -> String {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(encodedLine).joined(separator: "\r\n")
    }

    /// "=C3".
    static func escape(_ byte: UInt8) -> String { "=" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true) }

    private static func encodedLine(_ line: Substring) -> String {
        let bytes = Array(line.utf8)
        var encoded = ""
        var width = 0
        for (index, byte) in bytes.enumerated() {
            let piece = isPlain(byte, isLast: index == bytes.count - 1) ? String(UnicodeScalar(byte)) : escape(byte)
            if width + piece.utf8.count > longest {
                encoded += "=\r\n"
                width = 0
            }
            encoded += piece
            width += piece.utf8.count
        }
        return encoded
    }

    /// Printable and not "="; a space or tab only where it does not end the line.
    private static func isPlain(_ byte: UInt8, isLast: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "="): false
        case 33...126: true
        case UInt8(ascii: " "), UInt8(ascii: "\t"): !isLast
        default: false
        }
    }
}
