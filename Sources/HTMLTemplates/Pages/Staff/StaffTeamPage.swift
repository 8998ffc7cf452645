package import PortalCore

/// The staff's accounts: who may do what, who came when.
package struct StaffTeamPage: HTML {
    private let frame: PortalFrame
    private let colleagues: [StaffColleague]
    private let reader: Identifier<StaffMember>

    package init(frame: PortalFrame, colleagues: [StaffColleague], reader: Identifier<StaffMember>) {
        self.frame = frame
        self.colleagues = colleagues
        self.reader = reader
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.team),
            title: "Agents",
            introduction: "Les comptes des agents, leur rôle et leur dernière connexion.",
            crumbs: [Crumb("Aujourd'hui", frame.links.to(.home as StaffPage))]
        ) {
            ButtonRow { LinkButton("Inviter un agent", to: frame.links.to(.teamInvitation), style: .primary, icon: .plus) }
            DataTable("Agents", columns: ["Nom", "Identifiant", "Rôle", "Dernière connexion", "État"]) {
                ForEach(colleagues) { colleague in ColleagueRow(colleague: colleague, isReader: colleague.member.id == reader, links: frame.links) }
            }
            RightsTable()
        }
    }
}

private struct ColleagueRow: HTML {
    let colleague: StaffColleague
    let isReader: Bool
    let links: PortalLinks

    var body: some HTML {
        tr {
            th(.scope(.row)) {
                a(.href(links.to(.colleague(colleague.member.id)))) { colleague.member.fullName }
                if isReader { " (vous)" }
            }
            td { colleague.member.login }
            td { colleague.member.roleAndPlaces }
            td { colleague.lastLoginAt?.frenchNumeric ?? "Jamais" }
            td { ColleagueStateTag(state: colleague.state) }
        }
    }
}

/// What each role may do.
private struct RightsTable: HTML {
    var body: some HTML {
        Card("Ce que chaque rôle peut faire", icon: .info) {
            DataTable(
                "Droits des rôles",
                columns: [DataTable<Nothing>.Column("Droit")].map { .init($0.title) } + StaffRole.allCases.map { .init($0.french) }
            ) {
                ForEach(StaffRight.allCases) { right in
                    tr {
                        th(.scope(.row)) { right.french }
                        ForEach(StaffRole.allCases) { role in td { role.has(right) ? "Oui" : "–" } }
                    }
                }
            }
        }
    }
}

/// Whether a colleague comes in.
struct ColleagueStateTag: HTML {
    let state: StaffColleague.State

    var body: some HTML {
        switch state {
        case .active: StateTag("Actif", tone: .success)
        case .invited(let until?): StateTag("Invité, lien valable jusqu'au \(until.frenchNumeric)", tone: .warning, icon: .clock)
        case .invited(nil): StateTag("Sans mot de passe", tone: .warning)
        case .deactivated(let at): StateTag("Désactivé le \(at.frenchNumeric)", tone: .neutral, icon: .lock)
        }
    }
}

extension StaffMember {
    /// "Responsable de structure (ALSH de Bondoufle)".
    fileprivate var roleAndPlaces: String {
        guard case .places(let places) = scope else { return role.french }
        return "\(role.french) (\(places.isEmpty ? "aucun lieu" : places.sorted().joined(separator: ", ")))"
    }
}
