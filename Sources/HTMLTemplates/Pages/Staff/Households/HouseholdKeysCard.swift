package import PortalCore

/// What the form of a household's keys asks for.
package enum HouseholdKeyAct: Hashable, Sendable {
    /// The name of the form's buttons.
    package static let field = "acte"

    /// Of one child; nil for the whole household.
    case issue(Identifier<Child>?)
    case replace(Identifier<ActivationKey>)
    case revoke(Identifier<ActivationKey>)

    package var value: String {
        switch self {
        case .issue(let child): child.map { "donner-\($0.rawValue)" } ?? "donner"
        case .replace(let key): "remplacer-\(key.rawValue)"
        case .revoke(let key): "annuler-\(key.rawValue)"
        }
    }

    package init?(value: String) {
        let parts = value.split(separator: "-", maxSplits: 1)
        let number = parts.count == 2 ? parts[1] : nil
        switch (parts.first, number.flatMap { Identifier<ActivationKey>(text: $0) }, number.flatMap { Identifier<Child>(text: $0) }) {
        case ("donner", nil, nil) where number == nil: self = .issue(nil)
        case ("donner", _, let child?): self = .issue(child)
        case ("remplacer", let key?, _): self = .replace(key)
        case ("annuler", let key?, _): self = .revoke(key)
        default: return nil
        }
    }
}

/// The clés enfance of a household: when each was given out and what became of it.
struct HouseholdKeysCard: HTML {
    let household: Identifier<Household>
    let model: HouseholdDeskCards.Model
    let links: PortalLinks
    let token: FormToken

    var body: some HTML {
        Card("Clés enfance", icon: .key, id: "cles") {
            p(.class("hint")) { "Chaque adulte crée son espace avec sa propre clé, une seule fois. Le portail n'en garde que l'empreinte." }
            form(.method(.post), .action(links.to(.keys(household)))) {
                token
                if model.keys.isEmpty {
                    p { "Aucune clé n'a été donnée à ce foyer." }
                } else {
                    DataTable("Clés du foyer", columns: ["Donnée le", "Ouvre", "État", "Changer"]) {
                        ForEach(model.keys) { key in KeyRow(key: key, now: model.now, mayManage: model.mayManageKeys) }
                    }
                }
                if model.mayManageKeys {
                    KeyIssueButtons(children: model.keyChildren)
                }
            }
        }
    }
}

/// One button for the household, or one for each child where the town gives keys by child.
private struct KeyIssueButtons: HTML {
    let children: [Child]

    var body: some HTML {
        ButtonRow {
            if children.isEmpty {
                SubmitButton("Donner une nouvelle clé", icon: .key, name: HouseholdKeyAct.field, value: HouseholdKeyAct.issue(nil).value)
            }
            ForEach(children) { child in
                SubmitButton(
                    "Donner une clé pour \(child.firstName)",
                    icon: .key,
                    name: HouseholdKeyAct.field,
                    value: HouseholdKeyAct.issue(child.id).value
                )
            }
        }
    }
}

private struct KeyRow: HTML {
    let key: ActivationKeyRecord
    let now: Instant
    let mayManage: Bool

    var body: some HTML {
        tr {
            th(.scope(.row)) { "\(key.issuedAt.frenchNumeric), n°\u{A0}\(key.id.rawValue)" }
            td { key.childName ?? "Tout le foyer" }
            td { KeyState(key: key, now: now) }
            td {
                if mayManage && key.isOpen(at: now) {
                    ButtonRow {
                        SubmitButton("Remplacer", style: .secondary, name: HouseholdKeyAct.field, value: HouseholdKeyAct.replace(key.id).value)
                        SubmitButton("Annuler", style: .danger, name: HouseholdKeyAct.field, value: HouseholdKeyAct.revoke(key.id).value)
                    }
                } else {
                    "–"
                }
            }
        }
    }
}

private struct KeyState: HTML {
    let key: ActivationKeyRecord
    let now: Instant

    var body: some HTML {
        switch key.use {
        case .used(let at, let login)?: StateTag("Utilisée le \(at.frenchNumeric) par \(login)", tone: .success)
        case .revoked(let at)?: StateTag("Annulée le \(at.frenchNumeric)", tone: .neutral, icon: .cross)
        case nil where key.expiresAt <= now: StateTag("Expirée le \(key.expiresAt.frenchNumeric)", tone: .neutral, icon: .clock)
        case nil: StateTag("Valable jusqu'au \(ParisTime.date(key.expiresAt).frenchWithoutWeekday)", tone: .accent)
        }
    }
}
