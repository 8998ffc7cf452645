/// What is wrong in a definition file: every mistake that could be found, each with its line and field.
package struct DefinitionError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file as the operator called it.
    package let file: String
    /// In the order of the lines; never empty.
    package let issues: [DefinitionIssue]

    /// One line for each issue: "Portals/bondoufle.yaml, ligne 42, activités[2].délais.réservation : …".
    package var description: String {
        issues.map { issue in
            let field = issue.field.isEmpty ? "" : ", \(issue.field)"
            return "\(file), ligne \(issue.line)\(field)\u{A0}: \(issue.message)."
        }.joined(separator: "\n")
    }
}

/// One mistake in a definition file.
package struct DefinitionIssue: Hashable, Sendable {
    /// Counted from 1.
    package let line: Int
    /// The path of keys: "activités[2].délais.réservation", items counted from 1. Empty for the file's syntax.
    package let field: String
    /// In French, without the full stop.
    package let message: String
}

/// Collects the issues while a file is read, so that all of them are told at once.
final class DefinitionIssues {
    private(set) var found: [DefinitionIssue] = []

    func note(line: Int, field: String, _ message: String) {
        found.append(DefinitionIssue(line: line, field: field, message: message))
    }
}
