import PortalCore

/// A message or a part of one (RFC 5322, RFC 2046): its fields, and what follows them. Reads what any server may have written: anything goes, nothing
/// is decoded.
struct InternetMessage: Sendable {
    /// The fields in order, their lines joined.
    let fields: [(name: String, value: String)]
    let body: Substring

    /// - Parameter text: lines ending with a line feed, with or without a carriage return before it; see `lines(of:)`.
    init(_ text: Substring) {
        var fields: [(name: String, value: String)] = []
        var rest = text
        while let line = InternetMessage.nextLine(&rest), !line.isEmpty {
            if line.first == " " || line.first == "\t" {
                if let last = fields.indices.last { fields[last].value += " " + line.trimmingSpaces }
            } else if let colon = line.firstIndex(of: ":") {
                fields.append((line[..<colon].lowercased(), String(line[line.index(after: colon)...].trimmingSpaces)))
            }
        }
        self.fields = fields
        body = rest
    }

    /// Swift takes CR LF for one character: line feeds alone are easier to cut at.
    static func lines(of text: String) -> Substring { text.split(separator: "\r\n", omittingEmptySubsequences: false).joined(separator: "\n")[...] }

    /// The value of a field, by its name in lower case.
    subscript(_ name: String) -> String? { fields.first { $0.name == name }?.value }

    /// "multipart/report", in lower case; "text/plain" where nothing is said (RFC 2045 section 5.2).
    var type: String { String((self["content-type"] ?? "text/plain").prefix { $0 != ";" }.trimmingSpaces).lowercased() }

    /// The parts of a message that has some.
    var parts: [InternetMessage] {
        guard type.hasPrefix("multipart/"), let boundary = parameter("boundary") else { return [] }
        var parts: [InternetMessage] = []
        var part: [Substring]?
        var rest = body
        while let line = InternetMessage.nextLine(&rest) {
            let mark = line.trimmingSpaces
            if mark == "--\(boundary)" || mark == "--\(boundary)--" {
                if let part { parts.append(InternetMessage(part.joined(separator: "\n")[...])) }
                guard mark == "--\(boundary)" else { return parts }
                part = []
            } else {
                part?.append(line)
            }
        }
        return parts
    }

    /// A parameter of the content type: `boundary="x"` or `boundary=x`.
    private func parameter(_ name: String) -> String? {
        for piece in (self["content-type"] ?? "").split(separator: ";").dropFirst() {
            let pair = piece.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, pair[0].trimmingSpaces.lowercased() == name else { continue }
            let value = pair[1].trimmingSpaces
            return value.first == "\"" ? String(value.dropFirst().prefix { $0 != "\"" }) : String(value)
        }
        return nil
    }

    private static func nextLine(_ text: inout Substring) -> Substring? {
        guard !text.isEmpty else { return nil }
        let end = text.firstIndex(of: "\n")
        let line = text[..<(end ?? text.endIndex)]
        text = end.map { text[text.index(after: $0)...] } ?? ""
        return line
    }
}
