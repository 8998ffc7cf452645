extension FieldErrors {
    /// A line of text: its white space made single spaces, nothing that cannot be printed.
    ///
    /// - Parameter missing: the sentence for an empty line; nil when it may be empty.
    package mutating func text(_ typed: String, _ field: some RawRepresentable<String>, longest: Int = 120, missing: String?) -> String? {
        let line = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return checked(line, field, longest: longest, missing: missing)
    }

    /// A text of several lines.
    package mutating func paragraphs(_ typed: String, _ field: some RawRepresentable<String>, longest: Int = 2000, missing: String?) -> String? {
        let lines = typed.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { $0.trimmingSpaces }
        return checked(String(lines.joined(separator: "\n").trimmingSpaces), field, longest: longest, missing: missing)
    }

    private mutating func checked(_ text: String, _ field: some RawRepresentable<String>, longest: Int, missing: String?) -> String? {
        if text.isEmpty, let missing {
            add(field, missing)
        } else if text.count > longest || text.utf8.count > 4 * longest {
            add(field, "Ce texte est trop long\u{A0}: \(longest) caractères au plus.")
        } else if text.unicodeScalars.contains(where: { $0 != "\n" && $0.isInvisible }) {
            add(field, "Ce texte contient un caractère qui ne s'écrit pas.")
        } else {
            return text
        }
        return nil
    }
}

extension Unicode.Scalar {
    /// Whether it is a control, or one of the characters that change the direction of a text or hide in it. The joiner of emoji is none.
    fileprivate var isInvisible: Bool {
        switch properties.generalCategory {
        case .control, .format, .privateUse, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator: value != 0x200D
        default: false
        }
    }
}
