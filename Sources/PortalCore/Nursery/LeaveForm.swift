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
        let first = errors.require(CivilDate(iso: firstDay), Field.firstDay, "Indiquez le premier jour des congés.")
        let last = lastDay.isEmpty ? first : errors.require(CivilDate(iso: lastDay), Field.lastDay, "Ce jour n'existe pas.")
        if let first, first <= today {
            errors.add(Field.firstDay, "Des congés s'annoncent avant leur premier jour\u{A0}; pour aujourd'hui, prévenez la structure.")
        }
        if let first, let last {
            if last < first {
                errors.add(Field.lastDay, "Le dernier jour vient avant le premier.")
            } else if last.days(since: first) >= Self.longest {
                errors.add(Field.lastDay, "\(Self.longest) jours au plus\u{A0}: annoncez des congés plus longs en plusieurs fois.")
            } else if first > today, !(first...last).contains(where: { contract.span(on: $0) != nil }) {
                errors.add(Field.firstDay, "Le contrat ne prévoit aucun accueil ces jours-là.")
            }
        }
        guard errors.isEmpty, let first, let last else { throw errors }
        return first...last
    }
}
