/// A child's custody seen from one of its homes: "chez vous", and "l'autre foyer", of which nothing else is said.
package struct SharedCustody: Sendable {
    package let child: Child
    private let calendar: CustodyCalendar
    private let own: Set<Identifier<Household>>
    /// The latest first.
    package let wishes: [CustodyWish]
    private let reader: Identifier<Account>
    /// Whether the reader may ask for other days, and answer.
    package let mayAsk: Bool

    init(
        child: Child,
        calendar: CustodyCalendar,
        own: Set<Identifier<Household>>,
        wishes: [CustodyWish],
        reader: Identifier<Account>,
        mayAsk: Bool
    ) {
        self.child = child
        self.calendar = calendar
        self.own = own
        self.wishes = wishes
        self.reader = reader
        self.mayAsk = mayAsk
    }

    /// Whether the child is at the reader's home on a day.
    package func isHome(on day: CivilDate, in school: SchoolCalendar) -> Bool { own.contains(calendar.household(on: day, in: school)) }

    /// Runs of days, each at the reader's home or not.
    package func spans(over days: ClosedRange<CivilDate>, in school: SchoolCalendar) -> [(days: ClosedRange<CivilDate>, isHome: Bool)] {
        calendar.spans(over: days, in: school).map { ($0.days, own.contains($0.household)) }
    }

    /// The rhythm in words.
    package var rules: [String] {
        let even = own.contains(calendar.evenWeeks) ? "chez vous" : "à l'autre foyer"
        let odd = own.contains(calendar.oddWeeks) ? "chez vous" : "à l'autre foyer"
        var rules = [
            "Semaines paires \(even), semaines impaires \(odd). \(child.firstName) change de foyer le \(calendar.changeDay.frenchName)."
        ]
        if let first = calendar.firstHalfInEvenYears {
            let home = own.contains(first) ? "chez vous" : "à l'autre foyer"
            rules.append("Vacances d'une semaine ou plus par moitiés\u{A0}: la première \(home) les années paires, l'inverse les années impaires.")
        } else {
            rules.append("Le rythme des semaines continue pendant les vacances.")
        }
        return rules
    }

    /// Whether the days of a wish would be at the reader's home.
    package func isForOwnHome(_ wish: CustodyWish) -> Bool { own.contains(wish.household) }

    /// Whether the reader asked for it.
    package func isReaders(_ wish: CustodyWish) -> Bool { wish.askedBy == reader }
}
