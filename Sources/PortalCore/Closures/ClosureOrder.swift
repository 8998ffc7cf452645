/// A closure that can be declared.
package struct ClosureOrder: Hashable, Sendable {
    package let days: ClosedRange<CivilDate>
    package let cause: ClosureCause
    package let effect: ClosureEffect
    package let words: String
    package let scope: ClosureScope
    package let message: String
}

/// A closure as the staff type it.
package struct ClosureForm: Hashable, Sendable {
    /// The names of the fields, in their order.
    package enum Field: String, CaseIterable, Hashable, Sendable {
        case firstDay = "du"
        case lastDay = "au"
        case cause = "cause"
        case words = "precision"
        /// "oui" for everything.
        case whole = "tout"
        /// Activities, by code.
        case activity = "activite"
        /// Groups, by number, of activities that do not close whole.
        case group = "groupe"
        case effect = "effet"
        case message = "message"
    }

    package let values: [String: String]
    package let activities: [String]
    package let groups: [String]

    package init(values: [String: String], activities: [String], groups: [String]) {
        self.values = values
        self.activities = activities
        self.groups = groups
    }

    private func typed(_ field: Field) -> String { values[field.rawValue] ?? "" }

    /// The longest closure, in days: a longer one belongs in the definition.
    private static let longest = 60

    /// - Throws: `FieldErrors`, each next to its field.
    package func checked(in catalogue: PortalCatalogue, today: CivilDate) throws(FieldErrors) -> ClosureOrder {
        var errors = FieldErrors()
        let days = errors.days(
            (typed(.firstDay), typed(.lastDay)),
            (Field.firstDay, Field.lastDay),
            missing: "Indiquez le jour.",
            longest: Self.longest,
            advice: "."
        )
        if let days, days.lowerBound < today { errors.add(Field.firstDay, "Ce jour est passé.") }
        let cause = errors.require(ClosureCause(rawValue: typed(.cause)), Field.cause, "Choisissez la cause.")
        let words = errors.text(typed(.words), Field.words, missing: nil)
        let effect = errors.require(ClosureEffect(rawValue: typed(.effect)), Field.effect, "Choisissez ce que deviennent les réservations.")
        let message = errors.paragraphs(typed(.message), Field.message, longest: 1000, missing: nil)
        let scope = scope(in: catalogue)
        if scope.isEmpty { errors.add(Field.activity, "Choisissez ce qui ferme.") }
        if let days, !scope.isEmpty, errors.isEmpty, !scope.isOpen(over: days, in: catalogue) {
            errors.add(Field.firstDay, "Rien de ce que vous avez choisi n'est ouvert ces jours-là.")
        }
        guard errors.isEmpty, let days, let cause, let effect, let words, let message else { throw errors }
        return ClosureOrder(days: days, cause: cause, effect: effect, words: words, scope: scope, message: message)
    }

    private func scope(in catalogue: PortalCatalogue) -> ClosureScope {
        guard typed(.whole).isEmpty else { return .whole }
        let chosen = catalogue.activities.filter { activities.contains($0.code) }
        let others = catalogue.activities.filter { !activities.contains($0.code) }.flatMap(\.groups).map(\.id)
        return ClosureScope(
            activities: Set(chosen.map(\.code)),
            groups: Set(groups.compactMap { Identifier<ActivityGroup>(text: $0) }).intersection(others)
        )
    }
}

extension ClosureScope {
    /// Whether anything that closes would be open on one of the days.
    fileprivate func isOpen(over days: ClosedRange<CivilDate>, in catalogue: PortalCatalogue) -> Bool {
        catalogue.activities.filter(touches).contains { activity in
            let opening = OpeningDays(of: activity, in: catalogue.calendar)
            return days.contains(where: opening.isOpen)
        }
    }
}
