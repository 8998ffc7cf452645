/// A value written as JSON (RFC 8259), its members in the order in which they were given.
enum JSONText: Sendable {
    case text(String)
    case number(Int64)
    case list([JSONText])
    case object([(name: String, value: JSONText)])
}

extension JSONText {
    /// The text, indented so that people can read it and lines compare.
    var rendered: String {
        var text = ""
        write(to: &text, indent: "\n")
        return text + "\n"
    }

    private func write(to text: inout String, indent: String) {
        switch self {
        case .text(let value): JSONText.quote(value, to: &text)
        case .number(let value): text += String(value)
        case .list(let items): JSONText.write(items.map { (nil, $0) }, between: "[", "]", to: &text, indent: indent)
        case .object(let members): JSONText.write(members.map { ($0.name, $0.value) }, between: "{", "}", to: &text, indent: indent)
        }
    }

    private static func write(
        _ items: [(name: String?, value: JSONText)],
        between open: String,
        _ close: String,
        to text: inout String,
        indent: String
    ) {
        text += open
        for (position, item) in items.enumerated() {
            text += (position == 0 ? "" : ",") + indent + "  "
            if let name = item.name {
                quote(name, to: &text)
                text += ": "
            }
            item.value.write(to: &text, indent: indent + "  ")
        }
        text += (items.isEmpty ? "" : indent) + close
    }

    private static func quote(_ value: String, to text: inout String) {
        text += "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\u{00}"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
