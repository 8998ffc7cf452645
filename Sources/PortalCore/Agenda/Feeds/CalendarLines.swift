/// The content lines of an iCalendar file: folded at 75 octets, ended by CRLF, texts escaped (RFC 5545 sections 3.1 and 3.3.11).
struct CalendarLines {
    private static let longest = 75
    private(set) var text = ""

    /// A line whose value needs no escaping.
    mutating func append(_ name: String, _ value: String) {
        var room = Self.longest
        for scalar in "\(name):\(value)".unicodeScalars {
            let length = UTF8.width(scalar)
            if length > room {
                text += "\r\n "
                room = Self.longest - 1
            }
            text.unicodeScalars.append(scalar)
            room -= length
        }
        text += "\r\n"
    }

    /// A line whose value is text.
    mutating func append(_ name: String, text value: String) {
        append(name, CalendarLines.escaped(value))
    }

    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { escaped, scalar in
            switch scalar {
            case "\\": escaped += "\\\\"
            case ";": escaped += "\\;"
            case ",": escaped += "\\,"
            case "\n": escaped += "\\n"
            // Control characters have no place in a text.
            case "\u{0}"..."\u{1F}", "\u{7F}": break
            default: escaped.unicodeScalars.append(scalar)
            }
        }
    }
}
