package import PortalCore

/// The families, found by the household's name or a child's.
package struct HouseholdListPage: HTML {
    private let frame: PortalFrame
    private let search: String
    private let households: [HouseholdSummary]
    private let removals: [ContactRemovalLine]

    /// - Parameter removals: the contacts whose deletion parents wait for.
    package init(frame: PortalFrame, search: String, households: [HouseholdSummary], removals: [ContactRemovalLine]) {
        self.frame = frame
        self.search = search
        self.households = households
        self.removals = removals
    }

    package var body: some HTML {
        PageLayout(frame.around(.households), title: "Familles", crumbs: [Crumb("Aujourd'hui", frame.links.to(.home as StaffPage))]) {
            if !removals.isEmpty {
                Card("Suppressions demandées par les parents", icon: .request) {
                    ul(.class("list")) { ForEach(removals) { line in li { ContactRemovalRow(line: line, frame: frame) } } }
                }
            }
            form(.class("filters"), .method(.get), .action(frame.links.to(.list(search: nil)))) {
                TextField("nom", "Nom du foyer ou d'un enfant", isRequired: false, in: FormState(values: ["nom": search]))
                SubmitButton("Chercher", style: .secondary, icon: .search)
            }
            if households.isEmpty {
                EmptyState("Aucun foyer trouvé", icon: .search) { p { "Essayez avec une partie du nom seulement." } }
            } else {
                DataTable("Foyers", columns: ["Foyer", "Enfants", "Commune"]) {
                    ForEach(households) { household in HouseholdRow(household: household, links: frame.links) }
                }
            }
        }
    }
}

/// A contact to delete, with the child's name.
package struct ContactRemovalLine: Sendable {
    package let contact: ChildContact
    package let childName: String

    package init(contact: ChildContact, childName: String) {
        self.contact = contact
        self.childName = childName
    }
}

private struct HouseholdRow: HTML {
    let household: HouseholdSummary
    let links: PortalLinks

    var body: some HTML {
        tr {
            th(.scope(.row)) { a(.href(links.to(.household(household.id)))) { household.name } }
            td { household.children.joined(separator: ", ") }
            td { household.city }
        }
    }
}

private struct ContactRemovalRow: HTML {
    let line: ContactRemovalLine
    let frame: PortalFrame

    var body: some HTML {
        p {
            strong { line.contact.details.fullName }
            " (\(line.contact.details.kinship)), entourage de "
            a(.href(frame.links.to(.household(line.contact.household)))) { line.childName }
            if let asked = line.contact.removalAskedAt { span(.class("hint")) { " demandée le \(asked.frenchNumeric)" } }
        }
        ContactSettling(contact: line.contact, frame: frame)
    }
}

/// Deletes a contact, or keeps it.
struct ContactSettling: HTML {
    let contact: ChildContact
    let frame: PortalFrame

    var body: some HTML {
        form(.method(.post), .action(frame.links.to(.contactRemoval(contact.id)))) {
            frame.token
            ButtonRow {
                SubmitButton("Supprimer \(contact.details.fullName)", style: .danger, name: "decision", value: "supprimer")
                if contact.removalAskedAt != nil { SubmitButton("Garder", style: .quiet, name: "decision", value: "garder") }
            }
        }
    }
}
