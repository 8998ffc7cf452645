/// What somebody types so that the CAF or the MSA is asked for a quotient.
package struct AllocataireForm: Hashable, Sendable {
    package enum Field: String, CaseIterable {
        case birthName = "nom-naissance"
        case usedName = "nom-usage"
        case firstNames = "prenoms"
        case title = "civilite"
        case birthDay = "date-naissance"
        case commune = "commune-naissance"
        case department = "departement-naissance"
        case country = "pays-naissance"
        case consent = "accord"
    }

    private let values: [Field: String]

    package init(_ value: (Field) -> String) {
        values = Dictionary(uniqueKeysWithValues: Field.allCases.map { ($0, value($0)) })
    }

    /// Whether the box is ticked that says that the person knows what is asked of whom.
    package var hasConsent: Bool { !text(.consent).isEmpty }

    /// - Throws: one sentence for each wrong field.
    package func checked() throws(FieldErrors) -> AllocataireIdentity {
        var errors = FieldErrors()
        let birthName = errors.name(text(.birthName), Field.birthName, missing: "Indiquez le nom de naissance.")
        let usedName = text(.usedName).isEmpty ? nil : errors.name(text(.usedName), Field.usedName, missing: "")
        let firstNames = errors.name(text(.firstNames), Field.firstNames, missing: "Indiquez au moins le premier prénom.")
        let title = errors.require(Title(rawValue: text(.title)), Field.title, "Choisissez Madame ou Monsieur.")
        let birth = errors.require(birth, Field.birthDay, "Indiquez la date de naissance, par exemple 24/08/1985, ou l'année seule.")
        let place = birthPlace(&errors)
        if !hasConsent { errors.add(Field.consent, AllocataireForm.missingConsent) }
        guard errors.isEmpty, let birthName, let firstNames, let title, let birth, let place else { throw errors.inOrder(of: Field.self) }
        return AllocataireIdentity(
            birthName: birthName,
            usedName: usedName,
            firstNames: firstNames.split(separator: " ").map(String.init),
            title: title,
            birthYear: birth.year,
            birthMonth: birth.month,
            birthDay: birth.day,
            birthPlace: place
        )
    }

    /// A person who is known already, once the box is ticked.
    ///
    /// - Throws: the sentence beside the box.
    package func agreed(_ person: AllocataireIdentity) throws(FieldErrors) -> AllocataireIdentity {
        guard hasConsent else { throw FieldErrors(Field.consent, AllocataireForm.missingConsent) }
        return person
    }

    private static let missingConsent = "Cochez la case\u{A0}: sans votre accord, la CAF n'est pas interrogée."

    /// "24/08/1985", "1985-08-24", "08/1985" or "1985".
    private var birth: (year: Int, month: Int?, day: Int?)? {
        var parts = text(.birthDay).split(whereSeparator: { "/-. ".contains($0) }).map { Int($0) ?? -1 }
        if let first = parts.first, first <= 31 { parts.reverse() }
        guard let year = parts.first, (1900...2020).contains(year), parts.count <= 3 else { return nil }
        let month = parts.count > 1 ? parts[1] : nil
        let day = parts.count > 2 ? parts[2] : nil
        if let month, CivilDate(year: year, month: month, day: day ?? 1) == nil { return nil }
        return (year, month, day)
    }

    private func birthPlace(_ errors: inout FieldErrors) -> AllocataireIdentity.BirthPlace? {
        let country = text(.country)
        if !country.isEmpty, country != AllocataireIdentity.france, NameKey.folded(country) != "france" {
            let rule = "Ce pays n'est pas dans la liste\u{A0}: vérifiez son nom, ou écrivez son code INSEE, cinq chiffres qui commencent par 99."
            return errors.require(BirthCountry.code(typed: country), Field.country, rule).map { .abroad(country: $0) }
        }
        let commune = errors.name(
            text(.commune),
            Field.commune,
            missing: "Indiquez la commune de naissance, ou le pays pour une naissance à l'étranger."
        )
        let department = text(.department).uppercased()
        let isDepartment = (2...3).contains(department.utf8.count) && department.utf8.allSatisfy { (48...57).contains($0) || (65...66).contains($0) }
        if !isDepartment { errors.add(Field.department, "Indiquez le numéro du département, par exemple 21, 2A ou 974.") }
        guard let commune, isDepartment else { return nil }
        return .named(commune: commune, department: department)
    }

    private func text(_ field: Field) -> String { String((values[field] ?? "").trimmingSpaces) }
}
