/// Walks through the words of a rule's notation, whatever their case, accents and spaces.
struct RuleReader {
    /// A run of letters, a run of digits, or one sign.
    private struct Token {
        let text: String
        /// 1 for the first character of the notation.
        let position: Int
    }

    private let notation: String
    private let tokens: [Token]
    private var index = 0

    init(_ notation: String) {
        self.notation = notation
        tokens = RuleReader.tokens(of: notation)
    }

    /// The next token, folded to lower case without accents; nil at the end.
    var next: String? { token(at: 0) }

    /// The token so many places after the next one.
    func token(at offset: Int) -> String? { index + offset < tokens.count ? tokens[index + offset].text : nil }

    /// Whether the next tokens are these; they are consumed only when they all are.
    mutating func take(_ words: String...) -> Bool {
        guard words.indices.allSatisfy({ token(at: $0) == words[$0] }) else { return false }
        index += words.count
        return true
    }

    /// The next token when it is one of these, consumed.
    mutating func takeOne(of words: Set<String>) -> String? {
        guard let next, words.contains(next) else { return nil }
        index += 1
        return next
    }

    /// The next token when it is made of digits, as written, consumed.
    mutating func takeDigits() -> String? {
        guard let next, next.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        index += 1
        return next
    }

    /// A number within bounds, or an error that says which number is missing.
    mutating func number(_ meaning: String, in range: ClosedRange<Int>, example: String) throws(RuleNotationError) -> Int {
        let start = index
        if let digits = takeDigits(), let value = Int(digits), range.contains(value) { return value }
        index = start
        throw error("il faut \(meaning) entre \(range.lowerBound) et \(range.upperBound)", example: example)
    }

    /// Fails when something is left.
    func end() throws(RuleNotationError) {
        guard let next else { return }
        throw error("\(quoted(next)) est de trop", example: RuleReader.examples)
    }

    /// An error at the next token.
    func error(_ problem: String, example: String) -> RuleNotationError {
        let position = index < tokens.count ? tokens[index].position : notation.count + 1
        return RuleNotationError(notation: notation, position: position, problem: problem, example: example)
    }

    static let examples = "aucun, J-7, J-2 10:00 hors week-ends, 72 h, jeudi S-1 12:00, 20 M-1 12:00, session-4 semaines, 2026-09-30 20:00"

    private static func tokens(of notation: String) -> [Token] {
        var tokens: [Token] = []
        var previous: Kind?
        for (offset, character) in notation.enumerated() {
            let folded = fold(character)
            let kind = Kind(folded)
            let continues = kind == previous && (kind == .letter || kind == .digit)
            if continues, let last = tokens.popLast() {
                tokens.append(Token(text: last.text + folded, position: last.position))
            } else if kind != .space {
                tokens.append(Token(text: folded, position: offset + 1))
            }
            previous = kind
        }
        return tokens
    }

    private enum Kind {
        case letter, digit, space, sign

        init(_ folded: String) {
            switch folded {
            case "a"..."z": self = .letter
            case "0"..."9": self = .digit
            case " ": self = .space
            default: self = .sign
            }
        }
    }

    /// Lower case, no accent, plain space, hyphen and apostrophe.
    private static func fold(_ character: Character) -> String {
        let lower = character.lowercased()
        switch lower {
        case "à", "â", "ä": return "a"
        case "é", "è", "ê", "ë": return "e"
        case "î", "ï": return "i"
        case "ô", "ö": return "o"
        case "ù", "û", "ü": return "u"
        case "ç": return "c"
        case "\u{2019}": return "'"
        case "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}": return "-"
        default: return character.isWhitespace ? " " : lower
        }
    }
}
