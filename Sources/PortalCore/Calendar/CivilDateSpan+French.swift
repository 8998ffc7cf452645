extension ClosedRange<CivilDate> {
    /// "le 3 novembre 2026", "du 3 au 5 novembre 2026", "du 30 novembre au 2 décembre 2026", "du 30 décembre 2026 au 2 janvier 2027".
    package var frenchSpan: String {
        if lowerBound == upperBound { return "le \(lowerBound.frenchWithoutWeekday)" }
        return "du \(frenchStart) au \(upperBound.frenchWithoutWeekday)"
    }

    /// The first day, with what the last one does not say too.
    private var frenchStart: String {
        if lowerBound.year != upperBound.year { return lowerBound.frenchWithoutWeekday }
        if lowerBound.month != upperBound.month { return lowerBound.frenchDayAndMonth }
        return lowerBound.day == 1 ? "1er" : String(lowerBound.day)
    }
}
