/// "Changement de situation familiale", as a parent tells it step by step.
package struct SituationForm: Hashable, Sendable {
    package enum Field: String, CaseIterable {
        case kind = "changement"
        case day = "date"
        case details = "precisions"
        case moves = "demenagement"
    }

    private let typed: [Field: String]
    private let part: [ChangePart: String]

    package init(field: (Field) -> String, part: (ChangePart) -> String) {
        typed = Dictionary(uniqueKeysWithValues: Field.allCases.map { ($0, field($0)) })
        self.part = Dictionary(uniqueKeysWithValues: ChangePart.allCases.map { ($0, part($0)) })
    }

    /// What the staff read, and the new address when the family moves.
    ///
    /// - Throws: one sentence for each wrong field.
    package func checked() throws(FieldErrors) -> (story: ChangeValue, address: ChangeValue?) {
        var errors = FieldErrors()
        let kind = errors.require(typed[.kind].flatMap(SituationKind.init(rawValue:)), Field.kind, "Choisissez ce qui change.")
        let day = errors.require(typed[.day].flatMap { CivilDate(iso: $0) }, Field.day, "Indiquez depuis quand, ou à partir de quand.")
        let isMove = kind == .move || typed[.moves] != ""
        let details = errors.text(
            typed[.details] ?? "",
            Field.details,
            longest: 800,
            missing: isMove ? nil : "Expliquez en quelques mots ce que le service doit savoir."
        )
        var address: ChangeValue?
        if isMove {
            do {
                address = try ChangeValue.checked(.address) { part[$0] ?? "" }
            } catch {
                for entry in error.entries { if let wrong = ChangePart(rawValue: entry.field) { errors.add(wrong, entry.message) } }
            }
        }
        guard errors.isEmpty, let kind, let day, let details else { throw errors }
        let story = "\(kind.french), le \(day.frenchWithoutWeekday)." + (details.isEmpty ? "" : " \(details)")
        return (ChangeValue([story]), address)
    }
}

package enum SituationKind: String, CaseIterable, Hashable, Sendable {
    case separation, move, birth, newPartner

    package var french: String {
        switch self {
        case .separation: "Séparation"
        case .move: "Déménagement"
        case .birth: "Naissance ou adoption"
        case .newPartner: "Nouveau conjoint dans le foyer"
        }
    }

    /// What the staff will ask for.
    package var hint: String {
        switch self {
        case .separation: "Dites où les enfants vivront et qui paiera\u{A0}; un jugement ou une convention, s'il y en a, sera demandé."
        case .move: "Un justificatif de domicile sera demandé."
        case .birth: "Un acte de naissance sera demandé\u{A0}: l'enfant est ajouté au foyer."
        case .newPartner: "Dites son nom, et s'il peut venir chercher les enfants."
        }
    }
}

extension ChangeService {
    /// Tells the staff of a family's change, and changes the addresses that go with it under their own policies.
    package func tell(_ form: SituationForm, of household: Identifier<Household>, by access: HouseholdAccess) async throws {
        let (story, address) = try form.checked()
        try await ask(.situation, of: household.rawValue, to: story, by: access.account)
        guard let address else { return }
        try await ask(.address, of: access.adult.id.rawValue, to: address, by: access.account)
        try await ask(.householdAddress, of: household.rawValue, to: address, by: access.account)
    }
}
