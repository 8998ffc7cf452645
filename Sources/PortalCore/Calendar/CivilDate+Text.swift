extension CivilDate: CustomStringConvertible {
    /// Reads "2026-11-04" (ISO 8601); nil for anything else.
    package init?(iso text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = CivilDate.number(bytes[0..<4]), let month = CivilDate.number(bytes[5..<7]), let day = CivilDate.number(bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// "2026-11-04".
    package var iso: String {
        let (year, month, day) = components
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    package var description: String { iso }

    /// "mercredi 4 novembre 2026"; the first of a month is "1er".
    package var french: String { "\(weekday.frenchName) \(frenchWithoutWeekday)" }

    /// "4 novembre 2026".
    package var frenchWithoutWeekday: String { "\(frenchDayAndMonth) \(year)" }

    /// "4 novembre", "1er décembre".
    package var frenchDayAndMonth: String { "\(day == 1 ? "1er" : String(day)) \(CivilDate.frenchMonths[month - 1])" }

    /// "mar. 3 nov.", for a planning's cell.
    package var frenchShort: String {
        "\(weekday.frenchName.prefix(3)). \(day == 1 ? "1er" : String(day)) \(CivilDate.frenchShortMonths[month - 1])"
    }

    /// "04/11/2026".
    package var frenchNumeric: String {
        let (year, month, day) = components
        return "\(padded(day, 2))/\(padded(month, 2))/\(padded(year, 4))"
    }

    /// "janvier" ... "décembre".
    package static let frenchMonths = [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ]

    private static let frenchShortMonths = [
        "janv.", "févr.", "mars", "avr.", "mai", "juin", "juill.", "août", "sept.", "oct.", "nov.", "déc.",
    ]

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            value = value * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return value
    }
}

/// A number with leading zeros, as dates and times write it.
package func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
