/// The public holidays of metropolitan France (Code du travail, article L3133-1), computed for any year.
package enum PublicHolidays {
    /// The holiday's name, nil on any other day.
    ///
    /// - Parameter alsaceMoselle: also Good Friday and 26 December (Code du travail, article L3134-13).
    package static func name(on day: CivilDate, alsaceMoselle: Bool) -> String? {
        let (year, month, number) = day.components
        if let fixed = fixedName(month: month, day: number, alsaceMoselle: alsaceMoselle) { return fixed }
        // Easter-based holidays fall between 20 March (Good Friday) and 14 June (Whit Monday).
        guard (3...6).contains(month) else { return nil }
        switch day.days(since: easter(of: year)) {
        case -2 where alsaceMoselle: return "Vendredi saint"
        case 1: return "Lundi de Pâques"
        case 39: return "Ascension"
        case 50: return "Lundi de Pentecôte"
        default: return nil
        }
    }

    /// Easter Sunday of a Gregorian year (Meeus, Jones and Butcher's algorithm).
    package static func easter(of year: Int) -> CivilDate {
        let goldenNumber = year % 19
        let (century, yearOfCentury) = year.quotientAndRemainder(dividingBy: 100)
        let lunarCorrection = (century - (century + 8) / 25 + 1) / 3
        let epact = (19 * goldenNumber + century - century / 4 - lunarCorrection + 15) % 30
        let weekday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
        let exception = (goldenNumber + 11 * epact + 22 * weekday) / 451
        let monthAndDay = epact + weekday - 7 * exception + 114
        return CivilDate(year: year, month: monthAndDay / 31, dayAtMost: monthAndDay % 31 + 1)
    }

    private static func fixedName(month: Int, day: Int, alsaceMoselle: Bool) -> String? {
        switch (month, day) {
        case (1, 1): "Jour de l'an"
        case (5, 1): "Fête du Travail"
        case (5, 8): "Victoire 1945"
        case (7, 14): "Fête nationale"
        case (8, 15): "Assomption"
        case (11, 1): "Toussaint"
        case (11, 11): "Armistice 1918"
        case (12, 25): "Noël"
        case (12, 26) where alsaceMoselle: "Saint-Étienne"
        default: nil
        }
    }
}
