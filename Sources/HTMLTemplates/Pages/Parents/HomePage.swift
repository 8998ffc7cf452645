package import PortalCore

/// The parent's private space: what comes next, what may be done, who is in the family, what the town says.
package struct HomePage: HTML {
    package struct Model: Sendable {
        package let salutation: String
        /// The login before this one; nil at the first.
        package let previousLoginAt: Instant?
        /// What is held against the parent's address; nil when it answers.
        package let unreachable: UnreachableAddress?
        /// How many requests and messages there are.
        package let lastRequests: [RequestSummary]
        package let children: [Child]
        package let coGuardians: [Adult]
        /// What the family waits for.
        package let awaited: [WaitingPlace]
        /// The documents that are asked of the family.
        package let documents: [DocumentAsk]
        /// What the family owes.
        package let owed: Cents
        /// What the keys of the forms begin with.
        package let key: String
        /// The family's next days, the nearest first, with each child's first name.
        package let comingDays: [ComingDay]
        /// The households whose file the parent has not certified this school year.
        package let unchecked: [Household]
        /// The first names of the children with a care contract.
        package let careChildren: [String]
        /// The outings to come, the nearest first.
        package let outings: [OutingInvitation]
        /// The children of whom the family has to say the bus stops, and the activities.
        package let openStops: [(child: Child, line: ChildBusLine)]

        package init(
            salutation: String,
            previousLoginAt: Instant?,
            unreachable: UnreachableAddress? = nil,
            lastRequests: [RequestSummary],
            children: [Child],
            coGuardians: [Adult],
            awaited: [WaitingPlace] = [],
            documents: [DocumentAsk] = [],
            owed: Cents = .zero,
            key: String = "",
            comingDays: [ComingDay],
            unchecked: [Household] = [],
            careChildren: [String] = [],
            outings: [OutingInvitation] = [],
            openStops: [(child: Child, line: ChildBusLine)] = []
        ) {
            self.openStops = openStops
            self.salutation = salutation
            self.previousLoginAt = previousLoginAt
            self.unreachable = unreachable
            self.lastRequests = lastRequests
            self.children = children
            self.coGuardians = coGuardians
            self.awaited = awaited
            self.documents = documents
            self.owed = owed
            self.key = key
            self.comingDays = comingDays
            self.unchecked = unchecked
            self.careChildren = careChildren
            self.outings = outings
        }
    }

    private let frame: PortalFrame
    private let model: Model

    package init(frame: PortalFrame, model: Model) {
        self.frame = frame
        self.model = model
    }

    package var body: some HTML {
        PageLayout(frame.around(.home), title: "Bonjour \(model.salutation)", introduction: lastLogin) {
            if let address = model.unreachable { UnreachableAddressNotice(address: address, links: frame.links) }
            OfferCards(model.awaited, frame: frame, key: model.key)
            Card("Ma famille", icon: .family) { TileList(familyTiles) }
            div(.class("columns")) {
                div(.class("stack")) {
                    Card("Les prochains jours", icon: .agenda) {
                        ComingDays(days: model.comingDays, links: frame.links)
                        ButtonRow { LinkButton("Voir l'agenda", to: frame.links.to(.agenda(AgendaQuery())), icon: .agenda) }
                    }
                    OutingCards(invitations: model.outings, links: frame.links)
                    Articles(settings: frame.settings)
                }
                div(.class("stack")) {
                    Card("Mon tableau de bord", icon: .request) { TileList(boardTiles) }
                    Members(children: model.children, coGuardians: model.coGuardians, links: frame.links)
                }
            }
        }
    }

    private var lastLogin: String {
        model.previousLoginAt.map { "Dernière connexion le \($0.frenchNumeric)" } ?? "C'est votre première connexion. Bienvenue\u{A0}!"
    }

    private var familyTiles: [Tile] {
        [
            Tile(
                title: "Modifier les réservations",
                hint: "Réserver ou annuler des jours, pour tous vos enfants",
                icon: .calendar,
                link: frame.links.to(.planning(nil))
            ),
            Tile(
                title: "Signaler une absence",
                hint: "Enfant malade, empêchement\u{A0}: prévenir et justifier",
                icon: .absent,
                link: frame.links.to(AbsencePage.form(nil))
            ),
            nurseryTile, waitingTile,
            Tile(title: "Membres du foyer", hint: "Enfants, co-représentant, coordonnées", icon: .family, link: frame.links.to(.family)),
        ].compactMap(\.self)
    }

    private var nurseryTile: Tile? {
        guard !model.careChildren.isEmpty else { return nil }
        let hint = "Contrat et congés de \(model.careChildren.joined(separator: ", "))"
        return Tile(title: "Petite enfance", hint: hint, icon: .clock, link: frame.links.to(NurseryPage.contracts))
    }

    private var waitingTile: Tile? {
        guard !model.awaited.isEmpty else { return nil }
        let hint = "Les places que vous attendez, et celles qui vous sont proposées"
        return Tile(title: "Listes d'attente", hint: hint, icon: .clock, link: frame.links.to(.waiting), count: model.awaited.count)
    }

    private var boardTiles: [Tile] {
        let last = model.lastRequests.first.map { "La dernière le \($0.createdAt.frenchNumeric)" }
        return [
            checkTile,
            stopsTile,
            Tile(title: "Dernières demandes", hint: last ?? "Aucune pour le moment", icon: .request, link: frame.links.to(.requests)),
            documentsTile,
            owedTile,
            regulationsTile,
            Tile(title: "Messages", hint: "Les courriels que la collectivité vous a envoyés", icon: .mail, link: frame.links.to(.messages)),
            Tile(title: "Mon compte", hint: "Vérifiez vos coordonnées, modifiez vos identifiants", icon: .user, link: frame.links.to(.overview)),
        ].compactMap(\.self)
    }

    private var checkTile: Tile? {
        guard let household = model.unchecked.first else { return nil }
        let hint = "Votre dossier de l'année est à relire et à certifier"
        let whose = "\(model.unchecked.count) dossiers de l'année sont à relire et à certifier"
        return Tile(
            title: "Vérifier mes informations",
            hint: model.unchecked.count == 1 ? hint : whose,
            icon: .check,
            link: model.unchecked.count == 1 ? frame.links.to(.review(household.id)) : frame.links.to(.family),
            count: model.unchecked.count
        )
    }

    private var stopsTile: Tile? {
        guard let open = model.openStops.first else { return nil }
        return Tile(
            title: "Arrêts de car",
            hint: "À indiquer\u{A0}: \(open.child.firstName), \(open.line.activity.name)",
            icon: .place,
            link: frame.links.to(FamilyFilePage.stops(open.child.id, activity: open.line.activity.code)),
            count: model.openStops.count
        )
    }

    private var owedTile: Tile? {
        guard model.owed > .zero else { return nil }
        return Tile(title: "Impayés", hint: "À régler\u{A0}: \(model.owed.french)", icon: .euro, link: frame.links.to(.owed))
    }

    private var documentsTile: Tile? {
        guard !model.documents.isEmpty else { return nil }
        let open = model.documents.count(where: \.isOpen)
        return Tile(
            title: "Pièces justificatives",
            hint: open == 0 ? "Tout ce qui est demandé est arrivé" : "À envoyer\u{A0}: \(open) pièce\(open > 1 ? "s" : "")",
            icon: .file,
            link: frame.links.to(DocumentPage.list),
            count: open == 0 ? nil : open
        )
    }

    private var regulationsTile: Tile? {
        guard !frame.settings.regulations.isEmpty else { return nil }
        return Tile(title: "Règlements", hint: "Ce que vous acceptez avant de réserver", icon: .file, link: frame.links.to(.regulations))
    }
}

private struct Members: HTML {
    let children: [Child]
    let coGuardians: [Adult]
    let links: PortalLinks

    var body: some HTML {
        Card("Membres foyer", icon: .user) {
            ul(.class("people")) {
                ForEach(children) { child in li { PersonLink(child.firstName, detail: "Voir l'agenda", to: links.to(.child(child.id))) } }
            }
            if !coGuardians.isEmpty {
                h3 { "Co-représentant" }
                ul(.class("people")) { ForEach(coGuardians) { adult in li { PersonLink(adult.firstName, to: links.to(.family)) } } }
            }
        }
    }
}

/// What the town says in the private space.
private struct Articles: HTML {
    let settings: PortalSettings

    var body: some HTML {
        if !settings.news.isEmpty {
            Card("Actualités", icon: .news) { NewsList(Array(settings.news.prefix(3))) }
        } else if let text = settings.text(.privateSpace) {
            Card(text.title, icon: .news) { TownText(text.blocks) }
        }
    }
}
