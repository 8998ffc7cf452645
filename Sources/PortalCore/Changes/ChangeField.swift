/// Something in a family's file that a parent may change, or ask to have changed. The raw value is its key in a portal's definition.
package enum ChangeField: String, CaseIterable, Hashable, Sendable, DatabaseConvertible {
    case phone = "téléphone"
    case address = "adresse"
    case name = "nom"
    case householdAddress = "adresse du foyer"
    case childIdentity = "état civil de l'enfant"
    case school = "école"
    /// Told to the staff without what it says: health stays in the sheet.
    case childSheet = "fiche sanitaire"
    /// Separation, move, birth, new partner: told in words, always read by the staff.
    case situation = "situation familiale"

    /// Those that have a form of one value.
    package static let chosen = allCases.filter { $0 != .situation && $0 != .childSheet }
    /// Those whose policy a town chooses.
    package static let governed = allCases.filter { $0 != .situation }

    /// What the field belongs to.
    package enum Owner: Hashable, Sendable {
        case adult, household, child
    }

    package var owner: Owner {
        switch self {
        case .phone, .address, .name: .adult
        case .householdAddress, .situation: .household
        case .childIdentity, .school, .childSheet: .child
        }
    }

    /// The field in addresses.
    package var slug: String {
        switch self {
        case .phone: "telephone"
        case .address: "adresse"
        case .name: "nom"
        case .householdAddress: "adresse-du-foyer"
        case .childIdentity: "etat-civil"
        case .school: "ecole"
        case .childSheet: "fiche"
        case .situation: "situation"
        }
    }

    package var french: String {
        switch self {
        case .phone: "Téléphone"
        case .address: "Votre adresse"
        case .name: "Votre nom"
        case .householdAddress: "Adresse du foyer"
        case .childIdentity: "État civil de l'enfant"
        case .school: "École et classe"
        case .childSheet: "Fiche sanitaire"
        case .situation: "Situation familiale"
        }
    }

    /// What holds while the town's definition says nothing.
    package var usualPolicy: ChangePolicy {
        switch self {
        case .phone: .free
        case .address, .school, .childSheet: .notified
        case .name, .householdAddress, .childIdentity, .situation: .approved
        }
    }

    /// The parts of the value, one line each.
    package var parts: [ChangePart] {
        switch self {
        case .phone: [.phone]
        case .address, .householdAddress: [.street, .postalCode, .city]
        case .name: [.firstName, .lastName]
        case .childIdentity: [.firstName, .lastName, .birthDay]
        case .school: [.schoolYear, .school, .schoolClass]
        case .situation, .childSheet: [.text]
        }
    }
}

/// One line of a value; the raw value is its name in a form.
package enum ChangePart: String, CaseIterable, Hashable, Sendable {
    case phone = "telephone"
    case street = "rue"
    case postalCode = "codepostal"
    case city = "commune"
    case firstName = "prenom"
    case lastName = "nom"
    case birthDay = "naissance"
    /// The school year that a school is of: "2026-2027".
    case schoolYear = "annee"
    case school = "ecole"
    case schoolClass = "classe"
    case text = "texte"

    package var french: String {
        switch self {
        case .phone: "Téléphone"
        case .street: "Numéro et rue"
        case .postalCode: "Code postal"
        case .city: "Commune"
        case .firstName: "Prénom"
        case .lastName: "Nom"
        case .birthDay: "Date de naissance"
        case .schoolYear: "Année scolaire"
        case .school: "École"
        case .schoolClass: "Classe"
        case .text: "Changement"
        }
    }
}

/// What becomes of a parent's change of a field. The raw value is the word of a portal's definition.
package enum ChangePolicy: String, CaseIterable, Hashable, Sendable, DatabaseConvertible {
    /// Done at once.
    case free = "libre"
    /// Done at once, and the staff are told.
    case notified = "signalé"
    /// Done once the staff have accepted it.
    case approved = "à valider"

    package var french: String {
        switch self {
        case .free: "La modification est immédiate."
        case .notified: "La modification est immédiate, et le service en est informé."
        case .approved:
            "Le service vérifie la modification avant qu'elle soit faite\u{A0}: vous suivez sa réponse dans «\u{A0}Mes modifications\u{A0}»."
        }
    }
}
