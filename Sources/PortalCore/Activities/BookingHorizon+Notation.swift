extension BookingHorizon {
    /// Reads "6 semaines avant", "45 jours avant à 08:00", "6 semaines avant la session à 8:00"; nil for anything else.
    package init?(notation: some StringProtocol) {
        var words = String(notation).split(separator: " " as Character).map(String.init)
        var time = CivilTime.midnight
        if words.count >= 2, words[words.count - 2] == "à" {
            guard let written = CivilTime(clock: words[words.count - 1]), written.hour < 24 else { return nil }
            time = written
            words.removeLast(2)
        }
        let countsFromSession = words.suffix(2) == ["la", "session"]
        if countsFromSession { words.removeLast(2) }
        guard words.count == 3, words[2] == "avant", let count = Int(words[0]), (1...400).contains(count) else { return nil }
        switch words[1] {
        case "jour", "jours": self.init(days: count, countsFromSession: countsFromSession, time: time)
        case "semaine", "semaines": self.init(days: count * 7, countsFromSession: countsFromSession, time: time)
        default: return nil
        }
    }

    /// "6 semaines avant à 08:00".
    package var notation: String {
        let (count, word) = days % 7 == 0 ? (days / 7, "semaine") : (days, "jour")
        let clock = time == .midnight ? "" : " à \(time.clock)"
        return "\(count) \(word)\(count > 1 ? "s" : "") avant\(countsFromSession ? " la session" : "")\(clock)"
    }
}

/// Stored in its notation.
extension BookingHorizon: DatabaseConvertible {
    package var databaseValue: DatabaseValue { .text(notation) }
    package init?(databaseValue: DatabaseValue) {
        guard case .text(let text) = databaseValue, let horizon = BookingHorizon(notation: text) else { return nil }
        self = horizon
    }
}
