/// A rule's notation that cannot be read: what is wrong, where, and how it is written.
package struct RuleNotationError: Error, Hashable, CustomStringConvertible {
    /// The notation as it was written.
    package let notation: String
    /// Where reading stopped: 1 is the first character; one more than the length is the end.
    package let position: Int
    /// What is wrong there: "il faut un nombre de jours entre 0 et 400".
    package let problem: String
    /// A notation that would be right.
    package let example: String

    /// "Règle « J-x » : au caractère 3, il faut un nombre de jours entre 0 et 400. Exemple : « J-7 12:00 »."
    package var description: String {
        "\(place), \(problem). Exemple\u{A0}: \(quoted(example))."
    }

    private var place: String {
        guard notation.contains(where: { !$0.isWhitespace }) else { return "Règle vide" }
        let oneLine = String(notation.map { $0.isNewline ? " " : $0 })
        return "Règle \(quoted(oneLine))\u{A0}: \(position > notation.count ? "à la fin" : "au caractère \(position)")"
    }
}

/// A text between French quotation marks.
package func quoted(_ text: some StringProtocol) -> String { "«\u{A0}\(text)\u{A0}»" }
