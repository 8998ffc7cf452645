extension MonthDay {
    /// "30 septembre", "1er octobre".
    package var french: String { "\(day == 1 ? "1er" : String(day)) \(CivilDate.frenchMonths[month - 1])" }
}
