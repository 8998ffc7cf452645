import PortalCore

/// Days in as few words as can be read: "Les mardis 24 novembre, 1er, 8, 15 décembre".
struct DaySummary: HTML {
    private let dates: [CivilDate]

    init(_ dates: [CivilDate]) {
        self.dates = dates.sorted()
    }

    var body: some HTML {
        let weekdays = Set(dates.map(\.weekday))
        if let weekday = weekdays.first, weekdays.count == 1 {
            p(.class("dates")) { "Les \(weekday.frenchName)s \(words { $0.frenchNumber })." }
        } else {
            p(.class("dates")) { "\(words { "\($0.weekday.frenchName.prefix(3)).\u{A0}\($0.frenchNumber)" })." }
        }
    }

    private func words(_ word: (CivilDate) -> String) -> String {
        var parts: [String] = []
        for (position, month) in months.enumerated() {
            let days = month.dates.map(word).joined(separator: ", ")
            let isOtherYear = position > 0 && month.month.year != months[position - 1].month.year
            parts.append("\(days)\u{A0}\(month.month.frenchName)\(isOtherYear ? " \(month.month.year)" : "")")
        }
        return parts.joined(separator: ", ")
    }

    private var months: [(month: Month, dates: [CivilDate])] {
        dates.reduce(into: []) { months, date in
            if let last = months.last, last.month.contains(date) {
                months[months.count - 1].dates.append(date)
            } else {
                months.append((Month(containing: date), [date]))
            }
        }
    }
}

extension CivilDate {
    /// "1er", "8".
    fileprivate var frenchNumber: String { day == 1 ? "1er" : String(day) }
}
