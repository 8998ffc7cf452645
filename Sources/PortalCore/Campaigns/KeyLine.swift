/// A clé enfance as a letter shows it.
struct KeyLine: Hashable, Sendable {
    /// The child that it opens; nil for the whole household.
    let childName: String?
    /// "7KWN-4DXE-P2RA".
    let key: String

    /// "Léa : 7KWN-4DXE-P2RA".
    var french: String { childName.map { "\($0)\u{A0}: \(key)" } ?? key }

    /// Several of them as they are sealed: a line each, the key before the name.
    static func bytes(of lines: [KeyLine]) -> [UInt8] {
        Array(lines.map { [$0.key, $0.childName].compactMap(\.self).joined(separator: " ") }.joined(separator: "\n").utf8)
    }

    static func lines(_ bytes: [UInt8]) -> [KeyLine] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { line in
            let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
            return KeyLine(childName: parts.count == 2 ? parts[1] : nil, key: parts[0])
        }
    }
}
