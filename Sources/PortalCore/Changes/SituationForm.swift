/// "Changement de situation familiale": what changes, and the answers to the questions of that change.
package struct SituationForm: Hashable, Sendable {
    package enum Field: String, CaseIterable {
        case kind = "changement"
        case day = "date"
        /// Where the children will live after a separation.
        case home = "residence"
        /// The child that is born, or the new partner.
        case person = "personne"
        case picksUp = "cherche"
        case details = "precisions"
        case moves = "demenagement"
    }

    private let typed: [Field: String]
    private let part: [ChangePart: String]

    package init(field: (Field) -> String, part: (ChangePart) -> String) {
        typed = Dictionary(uniqueKeysWithValues: Field.allCases.map { ($0, field($0)) })
        self.part = Dictionary(uniqueKeysWithValues: ChangePart.allCases.map { ($0, part($0)) })
    }

    /// What changes; nil while nothing is chosen.
    package var kind: SituationKind? { typed[.kind].flatMap(SituationKind.init(rawValue:)) }

    /// What the staff read, and the new address when the family moves.
    ///
    /// - Throws: one sentence for each wrong field.
    package func checked() throws(FieldErrors) -> (story: ChangeValue, address: ChangeValue?) {
        var errors = FieldErrors()
        let kind = errors.require(kind, Field.kind, "Choisissez ce qui change.")
        let day = errors.require(typed[.day].flatMap { CivilDate(iso: $0) }, Field.day, "Indiquez depuis quand, ou à partir de quand.")
        var answer: String?
        if let kind { answer = self.answer(to: kind, &errors) }
        let details = errors.text(typed[.details] ?? "", Field.details, longest: 800, missing: nil)
        var address: ChangeValue?
        if kind == .move || kind == .separation && typed[.moves] != "" {
            do {
                address = try ChangeValue.checked(.address) { part[$0] ?? "" }
            } catch {
                for entry in error.entries { if let wrong = ChangePart(rawValue: entry.field) { errors.add(wrong, entry.message) } }
            }
        }
        guard errors.isEmpty, let kind, let day, let details else { throw errors }
        let story = ["\(kind.french), le \(day.frenchWithoutWeekday).", answer ?? "", details].filter { !$0.isEmpty }.joined(separator: " ")
        return (ChangeValue([story]), address)
    }

    /// What the family answers to the questions of a change; nil when it has none of its own, or when one is not answered.
    private func answer(to kind: SituationKind, _ errors: inout FieldErrors) -> String? {
        switch kind {
        case .move: return nil
        case .separation:
            let home = typed[.home].flatMap(SituationHome.init(rawValue:))
            return errors.require(home, Field.home, "Dites où les enfants vivront.").map { "\($0.french)." }
        case .birth:
            return errors.text(typed[.person] ?? "", Field.person, missing: "Indiquez le prénom et le nom de l'enfant.").map {
                "Enfant\u{A0}: \($0)."
            }
        case .newPartner:
            let mayPickUp = typed[.picksUp] == "" ? "ne vient pas chercher les enfants" : "peut venir chercher les enfants"
            return errors.text(typed[.person] ?? "", Field.person, missing: "Indiquez le prénom et le nom de cette personne.").map {
                "\($0), \(mayPickUp)."
            }
        }
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

    /// What the family will be asked.
    package var hint: String {
        switch self {
        case .separation: "Où les enfants vivront, et l'adresse de celui qui part. Un jugement ou une convention, s'il y en a."
        case .move: "La nouvelle adresse, et un justificatif de domicile."
        case .birth: "Qui est arrivé, et quand\u{A0}: le service ajoute l'enfant au foyer."
        case .newPartner: "Son nom, et s'il peut venir chercher les enfants."
        }
    }
}

/// Where children live after a separation.
package enum SituationHome: String, CaseIterable, Hashable, Sendable {
    case here = "ici"
    case there = "autre"
    case both = "alternance"

    package var french: String {
        switch self {
        case .here: "Les enfants vivront dans ce foyer"
        case .there: "Les enfants vivront chez l'autre parent"
        case .both: "Les enfants vivront en alternance chez leurs deux parents"
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
