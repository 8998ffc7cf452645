extension DeadlineLimit {
    /// "jusqu'au mardi 3 novembre 2026 à 12 h 00", to be put after "Réservable" or "Annulable".
    package var words: String {
        switch self {
        case .none: "jusqu'au jour même"
        case .until(let last): "jusqu'au \(last.french)"
        }
    }

    /// "Modifiable jusqu'au mardi 3 novembre 2026 à 12 h 00".
    package var sentence: String {
        switch self {
        case .none: "Aucun délai\u{A0}: modifiable \(words)"
        case .until: "Modifiable \(words)"
        }
    }

    /// "Délai dépassé depuis le mardi 3 novembre 2026 à 12 h 00"; the sentence itself where there is no notice.
    package var pastSentence: String {
        switch self {
        case .none: sentence
        case .until(let last): "Délai dépassé depuis le \(last.french)"
        }
    }

    /// The sentence that is true at a moment.
    package func sentence(at now: Instant) -> String { allows(now) ? sentence : pastSentence }

    /// "jusqu'au mar. 3 nov., 12 h 00", for a planning's cell.
    package var short: String {
        guard case .until(let last) = self else { return words }
        let paris = ParisTime.reading(last)
        return "jusqu'au \(paris.date.frenchShort), \(paris.time.french)"
    }
}
