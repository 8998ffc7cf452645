/// The name=value pairs of a request's Cookie fields (RFC 6265 section 5.4).
struct HTTPCookies: Sendable {
    let lines: [String]

    /// The value of the first cookie of that name: browsers send the one with the most precise path first.
    subscript(_ name: String) -> String? {
        for line in lines {
            for pair in line.utf8.split(separator: UInt8(ascii: ";")) {
                let parts = pair.trimmingSpaces.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
                if parts.count == 2, parts[0].elementsEqual(name.utf8) { return String(Substring(parts[1])) }
            }
        }
        return nil
    }
}

extension Substring.UTF8View {
    /// Without the spaces and tabs around it.
    fileprivate var trimmingSpaces: Substring.UTF8View {
        var trimmed = self
        while trimmed.first?.isSpaceOrTab == true { trimmed.removeFirst() }
        while trimmed.last?.isSpaceOrTab == true { trimmed.removeLast() }
        return trimmed
    }
}
