package import PortalCore

/// The families, found by the beginning of any of their names, and what parents wait for.
package struct HouseholdListPage: HTML {
    /// What a search has given.
    package enum Outcome: Sendable {
        case notAsked
        /// Nothing in what was typed can be searched.
        case tooShort
        case found([FoundFamily], count: Int)
    }

    /// The field's name.
    private static let field = "nom"

    private let frame: PortalFrame
    private let search: String
    private let outcome: Outcome
    private let removals: [ContactRemovalLine]
    private let waiting: [DeskQueue: Int]
    private let managesAccounts: Bool
    private let erasesData: Bool

    /// - Parameters:
    ///   - removals: the contacts whose deletion parents wait for.
    ///   - waiting: what else they wait for, as far as the reader may decide it.
    package init(
        frame: PortalFrame,
        search: String,
        outcome: Outcome,
        removals: [ContactRemovalLine],
        waiting: [DeskQueue: Int],
        managesAccounts: Bool,
        erasesData: Bool
    ) {
        self.frame = frame
        self.search = search
        self.outcome = outcome
        self.removals = removals
        self.waiting = waiting
        self.managesAccounts = managesAccounts
        self.erasesData = erasesData
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.households),
            title: "Familles",
            introduction: "Cherchez un foyer, un adulte ou un enfant par son nom.",
            crumbs: [Crumb("Aujourd'hui", frame.links.to(.home as StaffPage))],
            form: form
        ) {
            HTMLTemplates.form(.class("filters"), .method(.get), .action(frame.links.to(.list(search: nil)))) {
                TextField(Self.field, "Nom ou prénom", hint: "Le début suffit\u{A0}; accents et majuscules ne comptent pas.", in: form)
                SubmitButton("Chercher", icon: .search)
            }
            FamilySearchOutcome(outcome: outcome, links: frame.links)
            if !tiles.isEmpty { TileList(tiles) }
            if !removals.isEmpty {
                Card("Suppressions demandées par les parents", icon: .request) {
                    ul(.class("list")) { ForEach(removals) { line in li { ContactRemovalRow(line: line, frame: frame) } } }
                }
            }
        }
    }

    private var tiles: [Tile] {
        let queues = DeskQueue.ofFamilies.compactMap { queue in waiting[queue].map { queue.tile($0, frame.links) } }
        let accounts = Tile(title: "Comptes", hint: "Qui a un compte, et qui attend le sien", icon: .key, link: frame.links.to(.people(name: nil)))
        let hint = "Combien de temps, et ce qui doit disparaître"
        let retention = Tile(title: "Conservation", hint: hint, icon: .clock, link: frame.links.to(.retention))
        let passage = Tile(
            title: "Passage",
            hint: "Les classes de l'année scolaire suivante",
            icon: .family,
            link: frame.links.to(.passage(school: nil))
        )
        let checks = Tile(
            title: "Vérifications",
            hint: "Qui a certifié son dossier de l'année",
            icon: .check,
            link: frame.links.to(FamilyCheckDeskPage.list(FamilyCheckFilter()))
        )
        return queues + [checks] + (queues.isEmpty ? [] : [passage]) + (managesAccounts ? [accounts] : []) + (erasesData ? [retention] : [])
    }

    private var form: FormState {
        let errors: [FieldError] =
            if case .tooShort = outcome { [FieldError(Self.field, "Tapez au moins deux lettres d'un nom ou d'un prénom.")] } else { [] }
        return FormState(values: [Self.field: search], errors: errors)
    }
}

private struct FamilySearchOutcome: HTML {
    let outcome: HouseholdListPage.Outcome
    let links: PortalLinks

    var body: some HTML {
        switch outcome {
        case .notAsked, .tooShort: Nothing()
        case .found(let families, let count):
            if families.isEmpty {
                EmptyState("Aucune famille de ce nom", icon: .search) { p { "Essayez avec moins de lettres, ou avec le nom de l'enfant." } }
            } else {
                Card(heading(families.count, count), icon: .family) {
                    ul(.class("list")) { ForEach(families) { found in li { FoundFamilyLink(found: found, links: links) } } }
                }
            }
        }
    }

    private func heading(_ shown: Int, _ count: Int) -> String {
        if shown < count { return "Les \(shown) premières familles sur \(count)\u{A0}: précisez le nom" }
        return count == 1 ? "Une famille" : "\(count) familles"
    }
}

private struct FoundFamilyLink: HTML {
    let found: FoundFamily
    let links: PortalLinks

    var body: some HTML {
        a(.class("person"), .href(links.to(.household(found.family.household.id)))) {
            IconView(.family)
            span(.class("person-text")) {
                strong { found.family.household.name }
                span(.class("hint")) { members }
            }
            if found.accounts == 0 {
                StateTag("Sans espace", tone: .warning)
            } else {
                StateTag("\(found.accounts) espace\(found.accounts > 1 ? "s" : "")", tone: .success)
            }
            IconView(.next)
        }
    }

    private var members: String {
        let adults = found.family.adults.map(\.fullName).joined(separator: ", ")
        let children = found.family.children.map(\.firstName).joined(separator: ", ")
        return [adults, children.isEmpty ? "" : "enfants\u{A0}: \(children)", found.family.household.address.city]
            .filter { !$0.isEmpty }.joined(separator: " · ")
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
