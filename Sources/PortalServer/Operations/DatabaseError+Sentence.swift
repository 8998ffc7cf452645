import PortalCore

extension DatabaseError {
    /// What the database refused, for the operator.
    var sentence: String {
        switch self {
        case .full: "le disque est plein"
        case .newerSchema(let version): "un programme plus récent l'a déjà changée (version \(version) de son schéma)"
        case .otherSchema(let number): "elle a été faite par une autre version de ce programme (étape \(number) de son schéma)"
        case .retry: "une autre commande ou un autre programme s'en sert"
        case .unreachable(let text): "le serveur PostgreSQL ne répond pas (\(text))"
        case .uncertain(let text): "la liaison s'est coupée pendant l'écriture, qui a peut-être eu lieu (\(text))"
        case .broken(let text), .other(let text): text
        default: "\(self)"
        }
    }
}
