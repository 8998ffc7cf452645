package import PortalCore

/// A queue of the staff's: what families wait for somebody to decide.
package enum DeskQueue: CaseIterable, Hashable, Sendable {
    case absences, leaves, documents, askedBookings, recognitions, changes, incomes, removals, erasures, addresses

    /// The queues of the page "Familles".
    package static let ofFamilies: [DeskQueue] = [.recognitions, .changes, .incomes, .erasures]

    /// What a member needs to work through it.
    package var right: StaffRight {
        switch self {
        case .absences: .judgeAbsences
        case .documents: .judgeDocuments
        case .leaves: .manageContracts
        case .askedBookings: .manageBookings
        case .recognitions, .changes, .incomes, .removals, .erasures: .manageFamilies
        case .addresses: .readMails
        }
    }

    /// The queue as a tile that says how many wait.
    func tile(_ count: Int, _ links: PortalLinks) -> Tile {
        Tile(title: title, hint: hint, icon: icon, link: link(links), count: count == 0 ? nil : count)
    }

    private var title: String {
        switch self {
        case .absences: "Justificatifs"
        case .documents: "Pièces"
        case .leaves: "Congés"
        case .askedBookings: "Hors délai"
        case .recognitions: "Rattachements"
        case .changes: "Modifications"
        case .incomes: "Quotients"
        case .removals: "Suppressions"
        case .erasures: "Effacements"
        case .addresses: "Adresses"
        }
    }

    private var hint: String {
        switch self {
        case .leaves: "Les congés de la petite enfance à accepter"
        case .absences: "Les absences dont le justificatif est à juger"
        case .documents: "Les documents des familles, à vérifier"
        case .askedBookings: "Les réservations demandées après la limite"
        case .recognitions: "Les familles qui demandent à être reconnues"
        case .changes: "Ce que les parents changent dans leur dossier"
        case .incomes: "Les revenus déclarés, à comparer au justificatif"
        case .removals: "Les contacts que les parents veulent retirer"
        case .erasures: "Les personnes qui demandent l'oubli"
        case .addresses: "Les adresses e-mail qui ne répondent plus"
        }
    }

    private var icon: Icon {
        switch self {
        case .absences: .absent
        case .leaves: .calendar
        case .askedBookings: .clock
        case .recognitions: .family
        case .changes: .edit
        case .incomes: .euro
        case .removals: .request
        case .erasures, .documents: .file
        case .addresses: .mail
        }
    }

    private func link(_ links: PortalLinks) -> Link {
        switch self {
        case .leaves: links.to(.leaves(nursery: nil, day: nil))
        case .absences: links.to(AttendanceDeskPage.absences(.toJudge))
        case .documents: links.to(DocumentDeskPage.inbox(type: nil))
        case .askedBookings: links.to(.asked)
        case .recognitions: links.to(.recognitions)
        case .changes: links.to(.inbox(ChangeFilter()))
        case .incomes: links.to(.incomes)
        case .removals: links.to(.list(search: nil))
        case .erasures: links.to(.erasures)
        case .addresses: links.to(.unreachableAddresses)
        }
    }
}
