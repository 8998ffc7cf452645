extension Instant: CustomStringConvertible {
    /// Reads "2026-11-03T11:59:00+01:00" or "...Z" (RFC 3339, whole seconds); nil for anything else.
    package init?(rfc3339 text: some StringProtocol) {
        let characters = Array(text)
        guard characters.count >= 20, characters[10] == "T", characters[16] == ":",
            let date = CivilDate(iso: String(characters[0..<10])), let time = CivilTime(clock: String(characters[11..<16])), time.hour < 24,
            let second = Instant.second(String(characters[17..<19])),
            let offset = Instant.offset(String(characters[19...]))
        else { return nil }
        self.init(seconds: Int64(date.dayNumber) * 86_400 + Int64(time.minutes) * 60 + Int64(second) - offset)
    }

    /// "2026-11-03T12:00:00+01:00", in Paris time.
    package var rfc3339: String {
        let paris = ParisTime.reading(self)
        return "\(paris.date.iso)T\(paris.time.clock):\(padded(paris.second, 2))+\(padded(paris.offsetHours, 2)):00"
    }

    package var description: String { rfc3339 }

    /// "mardi 3 novembre 2026 à 12 h 00", in Paris time.
    package var french: String {
        let paris = ParisTime.reading(self)
        return "\(paris.date.french) à \(paris.time.french)"
    }

    /// "mar. 3 nov. à 12 h 00", in Paris time, for a planning's cell.
    package var frenchShort: String {
        let paris = ParisTime.reading(self)
        return "\(paris.date.frenchShort) à \(paris.time.french)"
    }

    /// "21/06/2019 à 12:06", as the portals write a last connection.
    package var frenchNumeric: String {
        let paris = ParisTime.reading(self)
        return "\(paris.date.frenchNumeric) à \(paris.time.clock)"
    }

    /// Two digits, 0...59. `Int` alone would also take "+5".
    private static func second(_ text: String) -> Int? {
        guard text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }), let second = Int(text), second < 60 else { return nil }
        return second
    }

    /// Seconds ahead of UTC.
    private static func offset(_ text: String) -> Int64? {
        if text == "Z" { return 0 }
        guard let sign = text.first, sign == "+" || sign == "-", text.count == 6, let time = CivilTime(clock: text.dropFirst()), time.hour < 24
        else { return nil }
        return Int64(time.minutes) * (sign == "-" ? -60 : 60)
    }
}
