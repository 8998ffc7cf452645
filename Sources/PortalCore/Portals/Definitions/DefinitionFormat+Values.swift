extension DefinitionFormat where Value == PortalColour {
    static var colour: DefinitionFormat {
        DefinitionFormat(expected: "il faut une couleur entre guillemets, comme \"#1D6F8A\"") { PortalColour(notation: $0) }
    }
}

extension DefinitionFormat where Value == SchoolZone {
    static var zone: DefinitionFormat { DefinitionFormat(expected: "il faut A, B ou C") { SchoolZone(rawValue: $0) } }
}

extension DefinitionFormat where Value == Bool {
    static var yesOrNo: DefinitionFormat {
        DefinitionFormat(expected: "il faut oui ou non") { $0 == "oui" ? true : $0 == "non" ? false : nil }
    }
}

extension DefinitionFormat where Value == CivilDate {
    static var date: DefinitionFormat {
        DefinitionFormat(expected: "il faut une date, comme 2026-11-04") { CivilDate(iso: $0) }
    }

    /// A date, or how long ago it was on the day of the import.
    static func publication(today: CivilDate) -> DefinitionFormat {
        DefinitionFormat(expected: "il faut une date comme 2026-11-04, «\u{A0}aujourd'hui\u{A0}», «\u{A0}hier\u{A0}» ou «\u{A0}il y a 3 jours\u{A0}»")
        { text in
            switch text {
            case "aujourd'hui": return today
            case "hier": return today.adding(days: -1)
            default: return CivilDate(iso: text) ?? daysAgo(text).map { today.adding(days: -$0) }
            }
        }
    }

    /// The number of days in "il y a 3 jours", "il y a 2 semaines".
    private static func daysAgo(_ text: String) -> Int? {
        let words = text.split(separator: " ")
        guard words.count == 5, words[0...2] == ["il", "y", "a"], let number = Int(words[3]), (1...500).contains(number) else { return nil }
        switch words[4] {
        case "jour", "jours": return number
        case "semaine", "semaines": return number * 7
        default: return nil
        }
    }
}

extension DefinitionFormat where Value == MonthDay {
    static var monthDay: DefinitionFormat {
        DefinitionFormat(expected: "il faut un jour et un mois, comme 15 septembre") { MonthDay(french: $0) }
    }
}

extension DefinitionFormat where Value == CivilTime {
    static var time: DefinitionFormat { DefinitionFormat(expected: "il faut une heure, comme 07:30") { CivilTime(clock: $0) } }
}

extension DefinitionFormat where Value == Cents {
    static var price: DefinitionFormat { DefinitionFormat(expected: "il faut un prix en euros, comme 4,20") { Cents(euros: $0) } }
}

extension DefinitionFormat where Value == Weekday {
    static var weekday: DefinitionFormat {
        DefinitionFormat(expected: "il faut un jour de la semaine, comme lundi") { text in
            Weekday.allCases.first { $0.frenchName == text }
        }
    }
}

extension DefinitionFormat where Value == ClosedRange<Int> {
    static var ages: DefinitionFormat {
        DefinitionFormat(expected: "il faut deux âges entre 0 et 25 ans, le plus jeune d'abord, comme 3-5") { text in
            let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
            guard parts.count == 2, let youngest = parts[0], let oldest = parts[1], youngest >= 0, youngest <= oldest, oldest <= 25 else {
                return nil
            }
            return youngest...oldest
        }
    }
}

extension DefinitionFormat where Value == Int {
    static var places: DefinitionFormat {
        DefinitionFormat(expected: "il faut un nombre de places entre 1 et 5000") { text in
            guard let number = Int(text), (1...5_000).contains(number) else { return nil }
            return number
        }
    }
}

extension DefinitionFormat where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
    /// One of the words of an enumeration.
    static var word: DefinitionFormat {
        let words = Value.allCases.map(\.rawValue).joined(separator: ", ")
        return DefinitionFormat(expected: "les valeurs possibles sont\u{A0}: \(words)") { Value(rawValue: $0) }
    }
}

extension DefinitionFormat where Value == SessionPlan {
    /// The plans that one word says; written sessions are a list.
    static var sessionPlan: DefinitionFormat {
        let plans = SessionPlan.allCases.filter { $0 != .written }
        let words = plans.map(\.rawValue).joined(separator: ", ")
        return DefinitionFormat(expected: "il faut une liste de sessions, ou\u{A0}: \(words)") { text in
            plans.first { $0.rawValue == text }
        }
    }
}

extension DefinitionFormat where Value == TimeStep {
    static var timeStep: DefinitionFormat {
        let minutes = TimeStep.allCases.map { String($0.minutes) }.joined(separator: ", ")
        return DefinitionFormat(expected: "il faut un pas, comme toutes les 15 min (\(minutes))") { TimeStep(notation: $0) }
    }
}

extension DefinitionFormat where Value == WaitingListMode {
    static var waitingList: DefinitionFormat {
        DefinitionFormat(expected: "il faut aucune, proposée 24 h (de 1 à 336 heures) ou attribuée") { WaitingListMode(notation: $0) }
    }
}
