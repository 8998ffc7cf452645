/// Why something cannot be done in a family's file.
package enum HouseholdRefusal: Error, Hashable, Sendable {
    /// It does not exist, or not for this person: the two are told alike.
    case unknown
    /// Only who exercises parental authority decides.
    case noAuthority
    /// The adult sees the child's bookings, and changes none.
    case mayNotBook
    /// Only who exercises parental authority over a child of the household decides for it.
    case noAuthorityInHousehold
    /// It already has as many as anybody needs.
    case tooMany(String)

    package var french: String {
        switch self {
        case .unknown: "Cette fiche n'existe pas, ou n'est pas accessible avec votre compte."
        case .noAuthority: "Seule une personne qui exerce l'autorité parentale sur l'enfant peut modifier cela. Adressez-vous au service."
        case .mayNotBook: BookingRefusal.mayNotBook.french
        case .noAuthorityInHousehold:
            "Seule une personne qui exerce l'autorité parentale sur un enfant du foyer peut voir et modifier cela. Adressez-vous au service."
        case .tooMany(let sentence): sentence
        }
    }
}
