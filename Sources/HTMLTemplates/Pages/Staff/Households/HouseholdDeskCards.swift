package import PortalCore

/// What the service desk works with in a family: who has an account, its keys, what it asked for and what is booked.
package struct HouseholdDeskCards: HTML {
    /// What a household owes, in words.
    package struct ArrearsLine: Sendable {
        package let text: String

        package init(_ arrears: Arrears?) {
            text = arrears.map { "\($0.amount.french), compte arrêté au \($0.asOf.frenchNumeric)" } ?? "Aucun impayé n'est enregistré."
        }
    }

    /// A child with its bookings of the coming weeks.
    package struct ChildLine: Sendable {
        package let child: Child
        package let agenda: [AgendaEntry]

        package init(child: Child, agenda: [AgendaEntry]) {
            self.child = child
            self.agenda = agenda
        }
    }

    /// What the cards show.
    package struct Model: Sendable {
        package let accounts: [Account]
        package let keys: [ActivationKeyRecord]
        package let requests: [RequestSummary]
        package let children: [ChildLine]
        package let now: Instant
        /// Whether the reader may give keys out.
        package let mayManageKeys: Bool
        /// Whether the reader may change the family's bookings.
        package let mayBook: Bool
        /// The children whose keys are given one by one; empty where a key opens the whole household.
        package let keyChildren: [Child]
        /// The key that was just given out: it is shown this once.
        package let newKey: ActivationKey?
        /// What the household owes; nil for who does not record it.
        package let arrears: ArrearsLine?
        /// nil for who may not read documents.
        package let documents: FamilyDocuments?

        package init(
            accounts: [Account],
            keys: [ActivationKeyRecord],
            requests: [RequestSummary],
            children: [ChildLine],
            now: Instant,
            mayManageKeys: Bool,
            mayBook: Bool,
            keyChildren: [Child],
            newKey: ActivationKey?,
            arrears: ArrearsLine? = nil,
            documents: FamilyDocuments? = nil
        ) {
            self.accounts = accounts
            self.keys = keys
            self.requests = requests
            self.children = children
            self.now = now
            self.mayManageKeys = mayManageKeys
            self.mayBook = mayBook
            self.keyChildren = keyChildren
            self.newKey = newKey
            self.arrears = arrears
            self.documents = documents
        }
    }

    let frame: PortalFrame
    let family: Family
    let model: Model

    package var body: some HTML {
        if let documents = model.documents {
            FamilyDocumentsCard(documents: documents, household: family.household.id, links: frame.links, today: ParisTime.date(model.now))
        }
        if let arrears = model.arrears {
            Card("Impayés", icon: .euro) {
                p { arrears.text }
                ButtonRow { LinkButton("Montant et dispense", to: frame.links.to(ArrearsDeskPage.owing(family.household.id)), icon: .euro) }
            }
        }
        Card("Espaces", icon: .user) { AccountsTable(family: family, accounts: model.accounts) }
        HouseholdKeysCard(household: family.household.id, model: model, links: frame.links, token: frame.token)
        Card("Dernières demandes", icon: .request) {
            HouseholdRequests(requests: model.requests)
            if model.mayBook {
                let planning = frame.links.to(.planning(family.household.id, nil))
                ButtonRow { LinkButton("Réserver ou annuler pour la famille", to: planning, icon: .calendar) }
            }
        }
        ForEach(model.children) { line in
            Card("Agenda de \(line.child.firstName), les deux prochaines semaines", icon: .agenda) {
                if line.agenda.isEmpty { p { "Aucune réservation." } } else { AgendaList(line.agenda) }
            }
        }
    }
}

/// A key that was just given out: this page is the only place where it can be read.
struct NewKeyNotice: HTML {
    let key: ActivationKey
    let registration: Link

    var body: some HTML {
        HTMLTemplates.Notice(.success, title: "Clé enfance à remettre à la famille") {
            p(.class("lead")) { strong { key.text } }
            p { "Notez-la ou imprimez cette page maintenant\u{A0}: elle n'est gardée nulle part et ne sera plus affichée." }
            p {
                "L'adulte crée son espace sur "
                a(.href(registration)) { "la page de création" }
                ", avec cette clé."
            }
        }
    }
}

private struct AccountsTable: HTML {
    let family: Family
    let accounts: [Account]

    var body: some HTML {
        DataTable("Espaces des adultes du foyer", columns: ["Adulte", "Identifiant", "Créé le", "Dernière connexion"]) {
            ForEach(family.adults) { adult in AccountRow(adult: adult, account: accounts.first { $0.adult == adult.id }) }
        }
    }
}

private struct AccountRow: HTML {
    let adult: Adult
    let account: Account?

    var body: some HTML {
        tr {
            th(.scope(.row)) { adult.fullName }
            td {
                if let account { StateTag(account.login, tone: .success) } else { StateTag("Sans espace", tone: .warning) }
            }
            td { account?.createdAt.frenchNumeric ?? "–" }
            td { account.map { $0.lastLoginAt?.frenchNumeric ?? "Jamais" } ?? "–" }
        }
    }
}

private struct HouseholdRequests: HTML {
    let requests: [RequestSummary]

    var body: some HTML {
        if requests.isEmpty {
            p { "Ce foyer n'a encore rien demandé." }
        } else {
            DataTable("Dernières demandes du foyer", columns: ["Demande", "Le", .number("Acceptées"), .number("Refusées")]) {
                ForEach(requests) { request in
                    tr {
                        th(.scope(.row)) {
                            "n°\u{A0}\(request.id.rawValue), \(request.kind.rawValue)"
                            request.isByService ? ", par le service" : ""
                        }
                        td { request.createdAt.frenchNumeric }
                        td(.class("number")) { String(request.accepted) }
                        td(.class("number")) { String(request.refused) }
                    }
                }
            }
        }
    }
}
