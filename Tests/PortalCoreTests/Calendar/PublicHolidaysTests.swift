import PortalCore
import Testing

struct PublicHolidaysTests {
    @Test func `Easter falls where the tables say`() {
        let easters = [
            "1818-03-22", "1943-04-25", "1954-04-18", "1981-04-19", "2008-03-23", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28",
            "2028-04-16",
            "2029-04-01", "2030-04-21", "2038-04-25", "2049-04-18", "2076-04-19", "2285-03-22",
        ]
        for text in easters {
            let easter = CivilDate(iso: text)
            #expect(easter.map { PublicHolidays.easter(of: $0.year) } == easter)
        }
    }

    @Test func `Easter is a Sunday between 22 March and 25 April in every year`() {
        for year in 1583...4099 {
            let easter = PublicHolidays.easter(of: year)
            let first = CivilDate(year: year, month: 3, dayAtMost: 22)
            if easter.weekday != .sunday || !(0...34).contains(easter.days(since: first)) { Issue.record("\(easter)") }
        }
    }

    @Test func `a year has eleven public holidays, thirteen in Alsace-Moselle`() {
        let expected = [
            "2027-01-01 Jour de l'an", "2027-03-26 Vendredi saint", "2027-03-29 Lundi de Pâques", "2027-05-01 Fête du Travail",
            "2027-05-06 Ascension",
            "2027-05-08 Victoire 1945", "2027-05-17 Lundi de Pentecôte", "2027-07-14 Fête nationale", "2027-08-15 Assomption", "2027-11-01 Toussaint",
            "2027-11-11 Armistice 1918", "2027-12-25 Noël", "2027-12-26 Saint-Étienne",
        ]
        #expect(holidays(of: 2027, alsaceMoselle: true) == expected)
        #expect(holidays(of: 2027, alsaceMoselle: false) == expected.filter { !$0.hasSuffix("Vendredi saint") && !$0.hasSuffix("Saint-Étienne") })
    }

    /// In 2008 the Ascension was on 1 May; 2038 has the latest Whit Monday, 14 June.
    @Test func `two holidays on one day are one, and the latest Whit Monday is found`() {
        #expect(holidays(of: 2008, alsaceMoselle: false).count == 10)
        #expect(holidays(of: 2038, alsaceMoselle: false).contains("2038-06-14 Lundi de Pentecôte"))
    }

    private func holidays(of year: Int, alsaceMoselle: Bool) -> [String] {
        (CivilDate(year: year, month: 1, dayAtMost: 1)...CivilDate(year: year, month: 12, dayAtMost: 31)).compactMap { day in
            PublicHolidays.name(on: day, alsaceMoselle: alsaceMoselle).map { "\(day.iso) \($0)" }
        }
    }
}
