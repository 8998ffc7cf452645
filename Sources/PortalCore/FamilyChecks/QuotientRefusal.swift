/// Why the CAF or the MSA gave no quotient. The numbers are the HTTP statuses of API Particulier, for the journal.
package enum QuotientRefusal: Error, Hashable, Sendable {
    /// 404: nobody of that identity, or no current benefits.
    case notFound
    /// 400, 422: something in the identity cannot be.
    case badIdentity(Int)
    /// 409, 429: the same question is being asked, or too many were.
    case tooMany(Int)
    /// 401, 403, or a wrong setting: the town's access is not valid.
    case misconfigured(Int)
    /// 5xx, or no answer at all.
    case unavailable(Int)
    /// An answer without a quotient that can be read.
    case withoutQuotient
    /// The identity is not an adult's of the household.
    case otherPerson
    /// Too many questions for one household.
    case waiting(seconds: Int64)

    init(status: Int) {
        switch status {
        case 404: self = .notFound
        case 400, 422: self = .badIdentity(status)
        case 409, 429: self = .tooMany(status)
        case 401, 403: self = .misconfigured(status)
        default: self = .unavailable(status)
        }
    }

    /// The sentence for the reader. There is always another way: the declaration with a document.
    package var french: String {
        switch self {
        case .notFound:
            "Ni la CAF ni la MSA ne connaissent de dossier en cours à ce nom. Vérifiez le nom de naissance, les prénoms et la naissance\u{A0}; "
                + "sans prestations en ce moment, déclarez le quotient avec l'avis d'imposition."
        case .badIdentity: "Cette identité n'a pas été acceptée\u{A0}: vérifiez le nom de naissance, les prénoms, la date et le lieu de naissance."
        case .tooMany: "La question est déjà en cours, ou le service est très demandé. Réessayez dans une minute."
        case .misconfigured:
            "L'accès de la collectivité à la CAF n'est pas valable en ce moment\u{A0}; le service en est averti. Déclarez le quotient avec un justificatif."
        case .unavailable: "La CAF et la MSA ne répondent pas en ce moment. Réessayez plus tard, ou déclarez le quotient avec un justificatif."
        case .withoutQuotient: "La réponse ne contient pas de quotient. Déclarez-le avec un justificatif."
        case .otherPerson:
            "Cette identité n'est pas celle d'un adulte de ce foyer. Indiquez le nom et le prénom tels que la collectivité les connaît."
        case .waiting(let seconds): "La CAF vient d'être interrogée pour ce foyer. Réessayez dans \(max(1, (seconds + 59) / 60))\u{A0}min."
        }
    }

    /// For the journal.
    var word: String {
        switch self {
        case .notFound: "inconnu (404)"
        case .badIdentity(let status), .tooMany(let status), .misconfigured(let status), .unavailable(let status): "sans réponse (\(status))"
        case .withoutQuotient: "sans quotient"
        case .otherPerson: "autre personne"
        case .waiting: "trop tôt"
        }
    }
}
