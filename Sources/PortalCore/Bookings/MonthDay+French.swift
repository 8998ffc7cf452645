extension MonthDay {
    /// "30 septembre", "1er octobre".
    package var french: String { "\(day == 1 ? "1er" : String(day)) \(CivilDate.frenchMonths[month - 1])" }

    /// Reads "30 septembre", "1er octobre"; nil for anything else.
    init?(french text: some StringProtocol) {
        let words = text.split(separator: " ")
        guard words.count == 2, let month = CivilDate.frenchMonths.firstIndex(of: String(words[1])),
            let day = Int(words[0].hasSuffix("er") ? words[0].dropLast(2) : words[0])
        else { return nil }
        self.init(month: month + 1, day: day)
    }
}
