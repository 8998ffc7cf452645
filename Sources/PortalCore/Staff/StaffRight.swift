/// Something that some of the staff may do. Every staff page but the first asks for one.
package enum StaffRight: String, CaseIterable, Hashable, Sendable {
    case readDayLists
    case readChildSheets
    case callRoll
    case lockPeriods
    case manageArrears
    case judgeAbsences
    case readDocuments
    case judgeDocuments
    case readFamilies
    case manageFamilies
    case manageBookings
    case manageContracts
    case manageKeys
    case runCampaigns
    case readMails
    case readJournal
    case manageRules
    case manageStaff
    case eraseData

    /// The right's name on screen: what its holder may do.
    package var french: String {
        switch self {
        case .readDayLists: "Lire les listes du jour"
        case .readChildSheets: "Lire les fiches sanitaires des enfants"
        case .callRoll: "Pointer les présences et clore les journées"
        case .judgeAbsences: "Lire et juger les justificatifs d'absence"
        case .readDocuments: "Lire les pièces justificatives des familles"
        case .judgeDocuments: "Accepter ou refuser les pièces justificatives, et relancer les familles"
        case .manageArrears: "Enregistrer les impayés et dispenser des familles"
        case .lockPeriods: "Verrouiller une période pour la facturation"
        case .readFamilies: "Chercher et lire les dossiers des familles"
        case .manageFamilies: "Modifier les dossiers des familles"
        case .manageBookings: "Réserver pour les familles, gérer les listes d'attente, les places et les fermetures"
        case .manageContracts: "Gérer les contrats d'accueil et répondre aux congés"
        case .manageKeys: "Donner et annuler des clés enfance"
        case .runCampaigns: "Envoyer des clés enfance à beaucoup de familles"
        case .readMails: "Lire les courriels envoyés"
        case .readJournal: "Chercher dans le journal et l'exporter"
        case .manageRules: "Régler les activités, les pièces demandées et les délais de réservation"
        case .manageStaff: "Gérer les comptes des agents"
        case .eraseData: "Effacer les données dont la durée de conservation est passée"
        }
    }

    /// The roles that have the right.
    package var roles: [StaffRole] { StaffRole.allCases.filter { $0.has(self) } }

    /// Why somebody without it is turned away, and who may.
    package var refusal: String {
        "«\u{A0}\(french)\u{A0}» est réservé à\u{A0}: \(roles.map { $0.french.lowercased() }.joined(separator: ", ")). "
            + "Demandez à votre administrateur si vous devez y avoir accès."
    }
}
