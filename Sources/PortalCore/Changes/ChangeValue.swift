/// The value of a field, a line for each part.
package struct ChangeValue: Hashable, Sendable {
    package let lines: [String]

    package init(_ lines: [String]) {
        self.lines = lines
    }

    /// What a column holds.
    init(stored: String) {
        lines = stored.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    var stored: String { lines.joined(separator: "\n") }

    /// "12 rue des Lilas, 91070, Bondoufle"; a date in numbers.
    package var french: String {
        let words = lines.map { CivilDate(iso: $0)?.frenchNumeric ?? PhoneNumber($0)?.french ?? $0 }.filter { !$0.isEmpty }
        return words.isEmpty ? "Non renseigné" : words.joined(separator: ", ")
    }

    /// What a parent typed for a field.
    ///
    /// - Throws: one sentence for each wrong part.
    package static func checked(_ field: ChangeField, _ typed: (ChangePart) -> String) throws(FieldErrors) -> ChangeValue {
        var errors = FieldErrors()
        let lines = field.parts.map { part in errors.line(typed(part), part) ?? "" }
        guard errors.isEmpty else { throw errors }
        return ChangeValue(lines)
    }
}

extension FieldErrors {
    /// A part as it is stored.
    fileprivate mutating func line(_ typed: String, _ part: ChangePart) -> String? {
        switch part {
        case .phone:
            require(PhoneNumber(typed)?.international, part, "Indiquez un numéro de téléphone complet, par exemple 06 12 34 56 78.")
        case .postalCode:
            require(PostalCode(typed)?.digits, part, "Le code postal a cinq chiffres, par exemple 91070.")
        case .birthDay:
            require(CivilDate(iso: typed)?.iso, part, "Indiquez la date de naissance.")
        case .schoolYear: require(SchoolYear(name: typed)?.name, part, "Choisissez l'année scolaire.")
        case .school, .schoolClass: text(typed, part, missing: nil)
        case .street: text(typed, part, missing: "Indiquez le numéro et la rue.")
        case .city: text(typed, part, missing: "Indiquez la commune.")
        case .firstName: text(typed, part, missing: "Indiquez le prénom.")
        case .lastName: text(typed, part, missing: "Indiquez le nom.")
        case .text: text(typed, part, longest: 1000, missing: "Décrivez le changement.")
        }
    }
}
