/// Rules as staff type them in the admin pages: in their notation (`docs/rules.md`), with the days that they would hold for.
package struct RuleDraft: Hashable, Sendable {
    /// The form's fields, in their order; the raw values are their names.
    package enum Field: String, CaseIterable, Hashable, Sendable {
        case adding = "reservation"
        case cancelling = "annulation"
        case lateAdding = "ajout-hors-delai"
        case lateCancelling = "annulation-hors-delai"
        case source
        case firstDay = "du"
        case lastDay = "au"
    }

    /// What is not empty.
    private var typed: [Field: String] = [:]

    package init() {}

    /// The draft of rules that exist already.
    package init(_ rules: BookingRules) {
        self[.adding] = rules.adding.notation
        self[.cancelling] = rules.cancellingOverride?.notation ?? ""
        self[.lateAdding] = rules.lateAdding.notation
        self[.lateCancelling] = rules.lateCancelling.notation
        self[.source] = rules.source
    }

    package subscript(_ field: Field) -> String {
        get { typed[field] ?? "" }
        set { typed[field] = newValue.isEmpty ? nil : newValue }
    }
}

extension RuleDraft {
    /// The rules that the notations say, for an activity; the words of the règlement may still be missing.
    ///
    /// - Throws: `FieldErrors` with what is wrong, where, and an example.
    package func rules(for activity: Activity) throws -> BookingRules {
        var errors = FieldErrors()
        let rules = read(&errors)
        if let rules, let problem = activity.problem(with: rules) { errors.add(Field.adding, problem) }
        guard let rules, errors.isEmpty else { throw errors.inOrder(of: Field.self) }
        return rules
    }

    /// The rules with the days that they would hold for, ready to be published.
    ///
    /// - Parameter today: nothing is published for days that are over.
    /// - Throws: `FieldErrors`.
    package func datedRules(for activity: Activity, today: CivilDate) throws -> DatedRules {
        var errors = FieldErrors()
        let rules = read(&errors)
        if let rules, let problem = activity.problem(with: rules) { errors.add(Field.adding, problem) }
        if self[.source].isEmpty || self[.source].count > 500 {
            errors.add(Field.source, "Citez le règlement qui fixe la règle, en 500 caractères au plus\u{A0}: les familles le lisent.")
        }
        let first = errors.require(CivilDate(iso: self[.firstDay]), Field.firstDay, "Donnez le premier jour réservé que la règle concerne.")
        if let first, first < today {
            errors.add(Field.firstDay, "La règle ne peut pas concerner des jours passés\u{A0}: choisissez au plus tôt le \(today.french).")
        }
        let last = self[.lastDay].isEmpty ? nil : CivilDate(iso: self[.lastDay])
        if last == nil, !self[.lastDay].isEmpty { errors.add(Field.lastDay, "Ce jour n'existe pas. Exemple\u{A0}: 2027-07-02.") }
        if let first, let last, last < first { errors.add(Field.lastDay, "Le dernier jour vient avant le premier.") }
        guard let rules, let first, errors.isEmpty else { throw errors.inOrder(of: Field.self) }
        return DatedRules(firstDay: first, lastDay: last, rules: rules)
    }

    private func read(_ errors: inout FieldErrors) -> BookingRules? {
        let adding = read(.adding, BookingDeadline.init(notation:), &errors)
        let cancelling = self[.cancelling].isEmpty ? nil : read(.cancelling, BookingDeadline.init(notation:), &errors)
        let lateAdding = read(.lateAdding, LateAdding.init(notation:), &errors)
        let lateCancelling = read(.lateCancelling, LateCancelling.init(notation:), &errors)
        guard let adding, let lateAdding, let lateCancelling else { return nil }
        return BookingRules(
            adding: adding,
            cancellingOverride: cancelling,
            lateAdding: lateAdding,
            lateCancelling: lateCancelling,
            source: self[.source]
        )
    }

    private func read<Rule>(_ field: Field, _ read: (String) throws(RuleNotationError) -> Rule, _ errors: inout FieldErrors) -> Rule? {
        do throws(RuleNotationError) {
            return try read(self[field])
        } catch {
            errors.add(field, error.description)
            return nil
        }
    }
}
