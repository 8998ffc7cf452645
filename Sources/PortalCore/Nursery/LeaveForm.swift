/// The days of leave that a parent announces, as they were typed.
package struct LeaveForm: Hashable, Sendable {
    package enum Field: String, CaseIterable, Sendable {
        case firstDay = "du"
        case lastDay = "au"
        /// Makes a confirmation that is sent twice count once.
        case key = "cle"
    }

    package let firstDay: String
    package let lastDay: String

    package init(firstDay: String, lastDay: String) {
        self.firstDay = firstDay
        self.lastDay = lastDay
    }

    /// Longer than any leave that is told in one go.
    private static let longest = 92

    /// - Throws: `FieldErrors`, each next to its field.
    func checked(for contract: CareContract, today: CivilDate) throws(FieldErrors) -> ClosedRange<CivilDate> {
        var errors = FieldErrors()
        let days = errors.days(
            (firstDay, lastDay),
            (Field.firstDay, Field.lastDay),
            missing: "Indiquez le premier jour des congés.",
            longest: Self.longest,
            advice: "\u{A0}: annoncez des congés plus longs en plusieurs fois."
        )
        if let days, days.lowerBound <= today {
            errors.add(Field.firstDay, "Des congés s'annoncent avant leur premier jour\u{A0}; pour aujourd'hui, signalez une absence.")
        } else if let days, !days.contains(where: { contract.span(on: $0) != nil }) {
            errors.add(Field.firstDay, "Le contrat ne prévoit aucun accueil ces jours-là.")
        }
        guard errors.isEmpty, let days else { throw errors }
        return days
    }
}
