import PortalCore

extension DatabaseError {
    /// What the database refused, for the operator.
    var sentence: String {
        switch self {
        case .full: "le disque est plein"
        case .newerSchema(let version): "un programme plus récent l'a déjà changée (version \(version) de son schéma)"
        case .otherSchema(let number): "elle a été faite par une autre version de ce programme (étape \(number) de son schéma)"
        case .broken(let text), .unreachable(let text), .other(let text): text
        default: "\(self)"
        }
    }
}
