/// What a stylesheet refers to.
enum Stylesheet {
    /// The stylesheet with other addresses in its `url(/path)`.
    static func pointing(_ sheet: [UInt8], to addresses: [String: String]) -> [UInt8] {
        let parts = String(decoding: sheet, as: UTF8.self).split(separator: "url(", omittingEmptySubsequences: false)
        var result = Array(parts[0].utf8)
        for part in parts.dropFirst() {
            result.append(text: "url(")
            let path = part.prefix { $0 != ")" }
            result.append(contentsOf: (addresses[String(path)] ?? String(path)).utf8)
            result.append(contentsOf: part.dropFirst(path.count).utf8)
        }
        return result
    }
}
