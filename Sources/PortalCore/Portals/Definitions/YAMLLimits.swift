/// What a definition file may hold at most: a file beyond these was not written by a person.
package enum YAMLLimits {
    package static let bytes = 512 * 1024
    package static let depth = 10
    package static let nodes = 20_000
}

extension YAMLNode {
    /// Reads one YAML document.
    ///
    /// Anchors, aliases, tags and further documents are refused: they hide what a file says.
    /// - Throws: `YAMLProblem`, always with a line.
    package init(document bytes: [UInt8]) throws(YAMLProblem) {
        guard bytes.count <= YAMLLimits.bytes else {
            throw YAMLProblem(line: 1, message: "le fichier dépasse \(YAMLLimits.bytes / 1024)\u{A0}Ko")
        }
        if let line = YAMLNode.lineOfBrokenText(bytes) {
            throw YAMLProblem(line: line, message: "le fichier n'est pas en UTF-8")
        }
        var composer = YAMLComposer(YAMLEvents(YAMLNode.withoutByteOrderMark(bytes)))
        self = try composer.document()
    }

    private static func withoutByteOrderMark(_ bytes: [UInt8]) -> [UInt8] {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    }

    /// The first line that is not UTF-8, nil when all of them are. A line feed is never inside a longer character.
    private static func lineOfBrokenText(_ bytes: [UInt8]) -> Int? {
        guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0) + 1
    }
}
