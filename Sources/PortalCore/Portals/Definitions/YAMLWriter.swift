/// Writes the readable YAML of definition files: keys in a given order, quotes only where they are needed, one space style.
package struct YAMLWriter {
    private(set) var text = ""
    private var indentation = 0
    /// Whether the next key stands behind a "- ".
    private var opensItem = false

    mutating func comment(_ line: String) { text += "# \(line)\n" }

    mutating func emptyLine() { text += "\n" }

    /// `key: value`; nothing for nil.
    mutating func field(_ key: String, _ value: String?) {
        guard let value else { return }
        begin(key)
        text += " \(YAMLWriter.scalar(value))\n"
    }

    /// `key: [value, value]`.
    mutating func flow(_ key: String, _ values: [String]) {
        begin(key)
        text += " [\(values.joined(separator: ", "))]\n"
    }

    /// A text of one or several lines under its key, as it is.
    mutating func block(_ key: String, _ value: String?) {
        guard let value else { return }
        begin(key)
        let margin = String(repeating: " ", count: indentation + 2)
        text += " |\n"
        for line in value.split(separator: "\n", omittingEmptySubsequences: false) {
            text += line.isEmpty ? "\n" : "\(margin)\(line)\n"
        }
    }

    /// `key:` with what is written in `body` under it.
    mutating func mapping(_ key: String, _ body: (inout YAMLWriter) -> Void) {
        begin(key)
        text += "\n"
        indentation += 2
        body(&self)
        indentation -= 2
    }

    /// `key:` with one `- ` for each item; nothing for an empty list.
    mutating func items<Item>(_ key: String, _ items: [Item], spaced: Bool = false, _ body: (inout YAMLWriter, Item) -> Void) {
        guard !items.isEmpty else { return }
        begin(key)
        text += "\n"
        indentation += 4
        for (index, item) in items.enumerated() {
            if spaced && index > 0 { emptyLine() }
            opensItem = true
            body(&self, item)
        }
        indentation -= 4
    }

    private mutating func begin(_ key: String) {
        text += String(repeating: " ", count: opensItem ? indentation - 2 : indentation)
        text += opensItem ? "- \(key):" : "\(key):"
        opensItem = false
    }

    /// The value as YAML: plain when nothing in it can be misread, else between double quotes.
    package static func scalar(_ value: String) -> String {
        isPlain(value) ? value : "\"\(value.map(escaped).joined())\""
    }

    /// A value inside `[…]`, where commas and brackets part values too.
    package static func inFlow(_ value: String) -> String {
        value.contains { ",[]{}".contains($0) } && isPlain(value) ? "\"\(value.map(escaped).joined())\"" : scalar(value)
    }

    private static func isPlain(_ value: String) -> Bool {
        guard let first = value.first, first.isLetter || first.isNumber, let last = value.last, last != ":", last != " " else { return false }
        return !value.contains(": ") && !value.contains(" #") && value.unicodeScalars.allSatisfy { !isInvisible($0) }
    }

    private static func escaped(_ character: Character) -> String {
        character.unicodeScalars.map { scalar in
            switch scalar {
            case "\"": "\\\""
            case "\\": "\\\\"
            case "\n": "\\n"
            default: isInvisible(scalar) ? "\\U\(padded(scalar.value))" : String(scalar)
            }
        }.joined()
    }

    /// Eight hexadecimal digits.
    private static func padded(_ number: UInt32) -> String {
        let digits = String(number, radix: 16, uppercase: true)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }

    /// What an editor does not show, or YAML does not take as it is.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0xA0, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE...0xFFFF: true
        default: false
        }
    }
}
