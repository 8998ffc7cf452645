/// What a document goes with: a change of the family's file, a declaration. The raw value is the word of a portal's definition.
package enum DocumentOccasion: String, CaseIterable, Hashable, Sendable {
    case address = "adresse"
    case householdAddress = "adresse du foyer"
    case name = "nom"
    case childIdentity = "état civil de l'enfant"
    case school = "école"
    case separation = "séparation"
    case move = "déménagement"
    case birth = "naissance"
    case newPartner = "nouveau conjoint"
    case quotient = "quotient familial"

    /// nil for a field that takes no document.
    package init?(_ field: ChangeField) {
        switch field {
        case .address: self = .address
        case .householdAddress: self = .householdAddress
        case .name: self = .name
        case .childIdentity: self = .childIdentity
        case .school: self = .school
        case .phone, .childSheet, .situation: return nil
        }
    }

    package init(_ kind: SituationKind) {
        self =
            switch kind {
            case .separation: .separation
            case .move: .move
            case .birth: .birth
            case .newPartner: .newPartner
            }
    }
}

extension ChangeRequest {
    /// What a document that goes with this change is for; nil for a change that takes none.
    package var occasion: DocumentOccasion? {
        guard field == .situation else { return DocumentOccasion(field) }
        return SituationKind.allCases.first { new.french.hasPrefix($0.french) }.map(DocumentOccasion.init)
    }
}
