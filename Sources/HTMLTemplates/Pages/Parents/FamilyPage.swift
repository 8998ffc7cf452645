package import PortalCore

/// "Ma famille": the households of the parent, who is in them, and the parent's own details.
package struct FamilyPage: HTML {
    private let frame: PortalFrame
    private let reader: Adult
    private let login: String
    private let families: [Family]
    private let decided: Set<Identifier<Household>>
    private let priorities: [Identifier<Household>: FamilyPriorities]
    private let today: CivilDate

    /// - Parameters:
    ///   - reader: the adult who is signed in.
    ///   - families: those that the reader belongs to.
    ///   - decided: the households for which the reader decides.
    ///   - priorities: what the service has noted of each; none where the town gives no priority.
    package init(
        frame: PortalFrame,
        reader: Adult,
        login: String,
        families: [Family],
        decided: Set<Identifier<Household>>,
        priorities: [Identifier<Household>: FamilyPriorities],
        today: CivilDate
    ) {
        self.frame = frame
        self.reader = reader
        self.login = login
        self.families = families
        self.decided = decided
        self.priorities = priorities
        self.today = today
    }

    package var body: some HTML {
        PageLayout(frame.around(.family), title: "Ma famille", crumbs: [frame.homeCrumb]) {
            ForEach(families) { family in
                let decides = decided.contains(family.household.id)
                HouseholdCard(
                    family: family,
                    reader: reader,
                    decides: decides,
                    priorities: priorities[family.household.id],
                    links: frame.links,
                    today: today
                )
            }
            if frame.settings.keyScope == .child {
                ButtonRow { LinkButton(KeyEntryPage.title(frame.settings), to: frame.links.to(.key), icon: .key) }
            }
            Card("Coordonnées", icon: .user, id: "coordonnees") {
                DefinitionList(ownDetails)
                ButtonRow {
                    ForEach([ChangeField.phone, .address, .name]) { field in
                        LinkButton(
                            "Modifier\u{A0}: \(field.french.lowercased())",
                            to: frame.links.to(.change(field, reader.id.rawValue)),
                            icon: .edit
                        )
                    }
                    LinkButton("Courriel et mot de passe", to: frame.links.to(.overview), icon: .key)
                    LinkButton("Mes modifications", to: frame.links.to(.changes), icon: .request)
                }
            }
        }
    }

    private var ownDetails: [Definition] {
        [
            Definition("Nom", "\(reader.title.french) \(reader.fullName)"), Definition("Identifiant", login),
            Definition("Adresse", reader.address.line),
            Definition("Téléphone", reader.phone?.french ?? "Non renseigné"),
            Definition("E-mail", reader.email?.text ?? "Non renseigné"),
        ]
    }
}

private struct HouseholdCard: HTML {
    let family: Family
    let reader: Adult
    let decides: Bool
    let priorities: FamilyPriorities?
    let links: PortalLinks
    let today: CivilDate

    var body: some HTML {
        Card("Foyer \(family.household.name)", icon: .family) {
            p(.class("hint")) { family.household.address.line }
            h3 { "Enfants" }
            if family.children.isEmpty { p { "Aucun enfant n'est encore connu dans ce foyer." } }
            ul(.class("people")) {
                ForEach(family.children) { child in li { PersonLink(child.fullName, detail: detail(child), to: links.to(.child(child.id))) } }
            }
            h3 { "Représentants" }
            ul(.class("people")) {
                ForEach(family.adults) { adult in
                    li { PersonLink(adult.fullName, detail: adult.id == reader.id ? "Vous" : "Co-représentant", to: nil) }
                }
            }
            if let priorities { FamilyPrioritiesList(priorities: priorities, today: today) }
            if decides { actions }
        }
    }

    private var actions: some HTML {
        ButtonRow {
            LinkButton("Vérifier mes informations", to: links.to(.review(family.household.id)), style: .primary, icon: .check)
            LinkButton("Quotient familial", to: links.to(.quotient(family.household.id) as FamilyFilePage), icon: .euro)
            LinkButton("Inviter l'autre parent", to: links.to(.invitation(family.household.id)), icon: .mail)
            LinkButton("Modifier l'adresse du foyer", to: links.to(.change(.householdAddress, family.household.id.rawValue)), icon: .edit)
            LinkButton("Signaler un changement de situation familiale", to: links.to(.situation(family.household.id)), icon: .request)
        }
    }

    private func detail(_ child: Child) -> String {
        let age = child.age(on: today)
        let parts = ["\(age)\u{A0}an\(age > 1 ? "s" : "")"] + child.schooling.words(on: today) + [family.custody(of: child.id)?.french ?? ""]
        return parts.filter { !$0.isEmpty }.joined(separator: " · ")
    }
}
