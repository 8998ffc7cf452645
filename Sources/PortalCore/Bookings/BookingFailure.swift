/// Why a form of bookings is not answered at all; whatever can be answered line by line is.
package enum BookingFailure: Error, Hashable, Sendable {
    /// The form holds something that no page of the portal writes.
    case unreadable
    /// Nothing was ticked or unticked.
    case nothingAsked
    case tooManyChanges
    /// The account does not reach any household (any more).
    case noHousehold

    package var french: String {
        switch self {
        case .unreadable: "Le formulaire reçu est incomplet. Rechargez le planning et recommencez."
        case .nothingAsked: "Vous n'avez rien changé."
        case .tooManyChanges: "Trop de changements à la fois\u{A0}: \(BookingFailure.mostChanges) au plus. Confirmez en plusieurs fois."
        case .noHousehold: "Votre compte n'est rattaché à aucun foyer."
        }
    }

    /// A year of three children's school days, with three units each, is less.
    static let mostChanges = 2500

    static func check(_ changes: [BookingChange]) throws(BookingFailure) {
        if changes.isEmpty { throw .nothingAsked }
        if changes.count > mostChanges { throw .tooManyChanges }
    }
}
