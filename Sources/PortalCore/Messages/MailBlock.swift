/// A piece of a mail. The words exist once: the text that the portal keeps is written from the pieces, and the letter's look reads them back from it.
package enum MailBlock: Hashable, Sendable {
    case paragraph(String)
    /// Points under a heading, when they have one.
    case list(heading: String?, items: [String])
    /// What the reader copies or notes: a login, a key, several keys on lines of their own.
    case fact(String, value: String)
    /// The one thing to do: the words of a button, and where it leads.
    case action(String, link: String)
}

extension MailBlock {
    /// The piece as the text of a mail has it. Line breaks that somebody typed become spaces, so that no typed text looks like another piece.
    var text: String {
        switch self {
        case .paragraph(let text): MailBlock.onOneLine(text)
        case .list(let heading, let items):
            ([heading.map { MailBlock.onOneLine($0) + MailBlock.colon }].compactMap(\.self) + items.map { "- \(MailBlock.onOneLine($0))" })
                .joined(separator: "\n")
        case .fact(let name, let value): "\(MailBlock.indent)\(MailBlock.onOneLine(name))\(MailBlock.colon) \(MailBlock.onOneLine(value))"
        case .action(let words, let link): "\(MailBlock.onOneLine(words))\(MailBlock.colon)\n\(link)"
        }
    }

    /// What somebody typed, a paragraph for each of its lines.
    static func paragraphs(_ typed: String) -> [MailBlock] {
        typed.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }.map { .paragraph(String($0)) }
    }

    /// Reads a text's pieces, which an empty line separates.
    package static func blocks(of text: String) -> [MailBlock] {
        var blocks: [MailBlock] = []
        var lines: [Substring] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.allSatisfy(\.isWhitespace) {
                blocks += block(of: lines).map { [$0] } ?? []
                lines = []
            } else {
                lines.append(line)
            }
        }
        return blocks + (block(of: lines).map { [$0] } ?? [])
    }

    private static let colon = "\u{A0}:"
    static let indent = "    "

    private static func block(of lines: [Substring]) -> MailBlock? {
        guard let first = lines.first, let last = lines.last else { return nil }
        if first.hasPrefix(indent), let mark = first.firstRange(of: "\(colon) ") {
            let values = ([first[mark.upperBound...]] + lines.dropFirst()).map(\.trimmingSpaces).filter { !$0.isEmpty }
            return .fact(String(first[..<mark.lowerBound].trimmingSpaces), value: values.joined(separator: "\n"))
        }
        if lines.count == 2, first.hasSuffix(colon), isLink(last) { return .action(String(first.dropLast(colon.count)), link: String(last)) }
        let heading = first.hasPrefix("- ") ? nil : first
        let points = heading == nil ? lines[...] : lines.dropFirst()
        if !points.isEmpty, points.allSatisfy({ $0.hasPrefix("- ") }), heading?.hasSuffix(colon) != false {
            return .list(heading: heading.map { String($0.dropLast(colon.count)) }, items: points.map { String($0.dropFirst(2)) })
        }
        return .paragraph(lines.joined(separator: " "))
    }

    private static func isLink(_ line: Substring) -> Bool {
        line == Mail.secretMark[...] || ((line.hasPrefix("https://") || line.hasPrefix("http://")) && !line.contains(where: \.isWhitespace))
    }

    private static func onOneLine(_ text: String) -> String {
        text.split(omittingEmptySubsequences: true, whereSeparator: \.isNewline).map { String($0.trimmingSpaces) }.joined(separator: " ")
    }
}
