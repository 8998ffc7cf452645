/// What becomes of a family's wish for a day that is full (liste d'attente).
package enum WaitingListMode: Hashable, Sendable {
    /// Refused: there is no line.
    case noLine
    /// A place that frees is offered to the next in line, who has so many hours to accept it.
    case offered(hours: Int)
    /// A place that frees is booked for the next in line.
    case given
}

extension WaitingListMode {
    /// Reads "aucune", "proposée 24 h" or "attribuée"; nil for anything else.
    package init?(notation: String) {
        let words = notation.lowercased().split { $0 == " " || $0 == "\u{A0}" }
        switch words.first {
        case "aucune" where words.count == 1: self = .noLine
        case "attribuée" where words.count == 1: self = .given
        case "proposée" where words.count == 3 && words[2] == "h":
            guard let hours = Int(words[1]), (1...336).contains(hours) else { return nil }
            self = .offered(hours: hours)
        default: return nil
        }
    }

    /// The one canonical notation.
    package var notation: String {
        switch self {
        case .noLine: "aucune"
        case .offered(let hours): "proposée \(hours) h"
        case .given: "attribuée"
        }
    }
}

/// Stored in its notation.
extension WaitingListMode: DatabaseConvertible {
    package var databaseValue: DatabaseValue { .text(notation) }
    package init?(databaseValue: DatabaseValue) {
        guard case .text(let text) = databaseValue, let mode = WaitingListMode(notation: text) else { return nil }
        self = mode
    }
}
