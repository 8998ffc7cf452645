/// A type of pièce justificative as an administrator typed it.
package struct DocumentTypeForm: Hashable, Sendable {
    /// The names of the form's fields, in its order.
    package enum Field: String, CaseIterable, Sendable {
        case name = "nom"
        case purpose = "texte"
        case scope = "par"
        case activities = "activites"
        case validity = "validite"
        case months = "mois"
        case lastDay = "jour"
        case demand = "exigence"
        case occasions = "joindre"
        case isHealth = "sante"
    }

    /// How the validity is chosen: two of its kinds ask for more.
    package enum Validity: String, CaseIterable, Sendable {
        case schoolYear = "annee"
        case months = "mois"
        case until = "jour"
        case unlimited = "illimitee"

        package var french: String {
            switch self {
            case .schoolYear: "Jusqu'à la fin de l'année scolaire"
            case .months: "Un nombre de mois à partir de sa date"
            case .until: "Jusqu'à un jour, le même pour tous"
            case .unlimited: "Sans limite de durée"
            }
        }
    }

    /// What was typed, by field; the boxes that are ticked are apart.
    package var values: [Field: String]
    package var activities: Set<String>
    package var occasions: Set<String>

    package init(values: [Field: String] = [:], activities: Set<String> = [], occasions: Set<String> = []) {
        self.values = values
        self.activities = activities
        self.occasions = occasions
    }

    package subscript(field: Field) -> String { values[field] ?? "" }

    /// The form of a type that there is.
    package init(_ type: DocumentType) {
        self.init(activities: Set(type.activities), occasions: Set(type.occasions.map(\.rawValue)))
        values[.name] = type.name
        values[.purpose] = type.purpose
        values[.scope] = type.scope.rawValue
        values[.demand] = type.demand.rawValue
        values[.isHealth] = type.isHealth ? "oui" : ""
        let kind: Validity
        switch type.validity {
        case .unlimited: kind = .unlimited
        case .schoolYear: kind = .schoolYear
        case .months(let count):
            kind = .months
            values[.months] = String(count)
        case .until(let day):
            kind = .until
            values[.lastDay] = day.iso
        }
        values[.validity] = kind.rawValue
    }

    /// The type that is meant.
    ///
    /// - Parameters:
    ///   - code: of the type that changes; nil for a new one, whose code follows from its name.
    ///   - taken: the codes that a new one may not have.
    /// - Throws: `FieldErrors`, each next to its field.
    func checked(code: String?, taken: Set<String>, in catalogue: PortalCatalogue, today: CivilDate) throws(FieldErrors) -> DocumentType {
        var errors = FieldErrors()
        let name = errors.text(self[.name], Field.name, longest: 80, missing: "Donnez le nom de la pièce, comme les familles la connaissent.")
        let purpose = errors.paragraphs(self[.purpose], Field.purpose, missing: nil)
        let scope = errors.require(DocumentScope(rawValue: self[.scope]), Field.scope, "Dites pour qui elle est demandée.")
        let demand = errors.require(DocumentDemand(rawValue: self[.demand]), Field.demand, "Dites si elle est obligatoire.")
        let validity = validity(today, &errors)
        let known = catalogue.activities.map(\.code)
        if !activities.isSubset(of: known) { errors.add(Field.activities, "Cette activité n'existe plus.") }
        guard errors.isEmpty, let name, let purpose, let scope, let demand, let validity else { throw errors.inOrder(of: Field.self) }
        return DocumentType(
            code: code ?? Self.code(of: name, taken: taken),
            name: name,
            purpose: purpose,
            scope: scope,
            validity: validity,
            demand: demand,
            activities: known.filter(activities.contains),
            isHealth: !self[.isHealth].isEmpty,
            occasions: DocumentOccasion.allCases.filter { occasions.contains($0.rawValue) }
        )
    }

    private func validity(_ today: CivilDate, _ errors: inout FieldErrors) -> DocumentValidity? {
        switch errors.require(Validity(rawValue: self[.validity]), Field.validity, "Dites jusqu'à quand elle est valable.") {
        case nil: return nil
        case .unlimited: return .unlimited
        case .schoolYear: return .schoolYear
        case .months:
            let count = Int(self[.months]).flatMap { (1...120).contains($0) ? $0 : nil }
            return errors.require(count, Field.months, "Écrivez un nombre de mois, de 1 à 120.").map { .months($0) }
        case .until:
            guard let day = errors.require(CivilDate(iso: self[.lastDay]), Field.lastDay, "Indiquez ce jour.") else { return nil }
            if day < today { errors.add(Field.lastDay, "Ce jour est passé\u{A0}: aucune pièce ne serait valable.") }
            return .until(day)
        }
    }

    /// "attestation-d-assurance", with a number when that is taken.
    private static func code(of name: String, taken: Set<String>) -> String {
        let words = name.split { !$0.isLetter && !$0.isNumber }.map { NameKey.folded($0).filter(\.isASCII) }.filter { !$0.isEmpty }
            .joined(separator: "-")
        let plain = words.isEmpty ? "piece" : String(words.prefix(34)).trimmingHyphens
        return sequence(first: 1) { $0 + 1 }.lazy.map { $0 == 1 ? plain : "\(plain)-\($0)" }.first { !taken.contains($0) } ?? plain
    }
}

extension String {
    fileprivate var trimmingHyphens: String { hasSuffix("-") ? String(dropLast()) : self }
}
