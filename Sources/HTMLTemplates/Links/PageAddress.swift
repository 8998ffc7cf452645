/// The part of an address after the portal's name: path segments and query, both decoded.
package struct PageAddress: Hashable, Sendable {
    package let segments: [String]
    package let query: [QueryItem]

    package init(_ segments: String..., query: [QueryItem] = []) {
        self.segments = segments
        self.query = query
    }

    /// What a request asked for.
    package init(segments: [String], query: [QueryItem]) {
        self.segments = segments
        self.query = query
    }

    /// Reads what `localText` writes, as a form carries it: nothing is decoded, so only plain addresses come through.
    package init(localText text: String) {
        let parts = text.split(separator: "?", maxSplits: 1)
        segments = parts.first.map { $0.split(separator: "/").map(String.init) } ?? []
        query = (parts.count == 2 ? parts[1] : "").split(separator: "&").map { item in
            let sides = item.split(separator: "=", maxSplits: 1)
            return QueryItem(String(sides[0]), sides.count == 2 ? String(sides[1]) : "")
        }
    }

    /// "reservations?mois=2026-11": the address without the portal.
    package var localText: String { String(text(portal: "").dropFirst(2)) }

    /// The first value of a query parameter.
    package subscript(_ name: String) -> String? { query.first { $0.name == name }?.value }

    /// "/bondoufle/reservations?mois=2026-11".
    package func text(portal slug: String) -> String {
        var text = "/" + ([slug] + segments).map(percentEncoded).joined(separator: "/")
        var separator = "?"
        for item in query {
            text += "\(separator)\(percentEncoded(item.name))=\(percentEncoded(item.value))"
            separator = "&"
        }
        return text
    }
}

/// One `name=value` of a query.
package struct QueryItem: Hashable, Sendable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

/// Text as it stands in a path segment or a query: every byte but RFC 3986's unreserved ones is `%XX`.
private func percentEncoded(_ text: String) -> String {
    var encoded = ""
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
            encoded.unicodeScalars.append(Unicode.Scalar(byte))
        default:
            let hex = String(byte, radix: 16, uppercase: true)
            encoded += hex.count == 1 ? "%0\(hex)" : "%\(hex)"
        }
    }
    return encoded
}
