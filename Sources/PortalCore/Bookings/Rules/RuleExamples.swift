/// Rules that towns have, to start from: one of each form (`docs/rules.md`).
package enum RuleExamples {
    package static let deadlines: [BookingDeadline] = read([
        "J-7", "J-1 12:00", "J 09:00", "J-2 12:00 hors week-ends, fériés", "J-1 11:00 hors mercredis, week-ends, fériés, vacances", "72 h",
        "jeudi S-1 12:00", "mardi S-1", "lundi, mardi: vendredi S-1 09:00; jeudi, vendredi: mardi S 09:00",
        "lundi: vendredi S-1 09:30; mardi: lundi S 09:30; jeudi: mardi S 09:30; vendredi: jeudi S 09:30", "20 M-1 12:00", "session-4 semaines",
        "session-15 jours francs", "aucun jusqu'au 30 septembre, puis J-14", "aucun",
    ]) { (notation) throws(RuleNotationError) in try BookingDeadline(notation: notation) }

    package static let latePolicies: [LateAdding] = read([
        "refus", "service", "majoration 20 %", "majoration 1,50 €", "majoration 20 % jusqu'à J-2 12:00", "tarif 6,00 €",
    ]) { (notation) throws(RuleNotationError) in try LateAdding(notation: notation) }

    /// A notation that cannot be read is left out; a test reads them all.
    private static func read<Rule>(_ notations: [String], _ read: (String) throws(RuleNotationError) -> Rule) -> [Rule] {
        notations.compactMap { try? read($0) }
    }
}
