/// A contact as a parent types it.
package struct ContactForm: Hashable, Sendable {
    /// The fields, in the order of the form.
    package enum Field: String, CaseIterable {
        case firstName = "prenom"
        case lastName = "nom"
        case kinship = "lien"
        case phone = "telephone"
        case picksUp = "cherche"
        case callFirst = "appel"
        case isForbidden = "interdit"
    }

    private let values: [Field: String]

    /// - Parameter value: what was typed in a field; empty when nothing was, or a box was not ticked.
    package init(_ value: (Field) -> String) {
        values = Dictionary(uniqueKeysWithValues: Field.allCases.map { ($0, value($0)) })
    }

    /// The contact that the form describes.
    ///
    /// - Throws: one sentence for each wrong field.
    package func checked() throws(FieldErrors) -> ContactDetails {
        var errors = FieldErrors()
        let firstName = errors.text(self[.firstName], Field.firstName, missing: "Indiquez le prénom.")
        let lastName = errors.text(self[.lastName], Field.lastName, missing: "Indiquez le nom.")
        let kinship = errors.text(self[.kinship], Field.kinship, missing: "Indiquez qui est cette personne pour l'enfant, par exemple Grand-mère.")
        let phone = errors.require(PhoneNumber(self[.phone]), Field.phone, "Indiquez un numéro de téléphone complet, par exemple 06 12 34 56 78.")
        if isTicked(.isForbidden), isTicked(.picksUp) || isTicked(.callFirst) {
            errors.add(Field.isForbidden, "Une personne interdite ne peut être ni appelée ni autorisée à venir chercher l'enfant\u{A0}: choisissez.")
        }
        guard errors.isEmpty, let firstName, let lastName, let kinship, let phone else { throw errors.inOrder(of: Field.self) }
        return ContactDetails(
            firstName: firstName,
            lastName: lastName,
            kinship: kinship,
            phone: phone,
            picksUp: isTicked(.picksUp),
            callFirst: isTicked(.callFirst),
            isForbidden: isTicked(.isForbidden)
        )
    }

    private subscript(_ field: Field) -> String { values[field] ?? "" }
    private func isTicked(_ field: Field) -> Bool { !self[field].isEmpty }
}
