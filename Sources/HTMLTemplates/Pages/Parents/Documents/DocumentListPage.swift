package import PortalCore

/// "Pièces justificatives": what the town asks of the family, for whom, and where each stands.
package struct DocumentListPage: HTML {
    private let frame: PortalFrame
    private let asks: [DocumentAsk]
    private let today: CivilDate

    package init(frame: PortalFrame, asks: [DocumentAsk], today: CivilDate) {
        self.frame = frame
        self.asks = asks
        self.today = today
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.home),
            title: "Pièces justificatives",
            introduction: "Envoyez vos documents en photo ou en PDF\u{A0}: ils sont chiffrés, et seul le service qui les vérifie les ouvre.",
            crumbs: [frame.homeCrumb]
        ) {
            if asks.isEmpty {
                EmptyState("Aucune pièce n'est demandée", icon: .file) { p { "La collectivité ne demande rien à votre famille pour le moment." } }
            } else {
                if open.isEmpty {
                    Notice(.success, title: "Rien à envoyer") { p { "Toutes les pièces demandées sont arrivées." } }
                } else {
                    section("À envoyer (\(open.count))", .warning, open)
                }
                section("En cours de vérification", .clock, asks.filter { $0.standing == .sent })
                section("En ordre", .check, asks.filter(\.isGood))
                section("Si cela vous concerne", .file, asks.filter { !$0.isOpen && !$0.isGood && $0.standing != .sent })
            }
        }
    }

    private var open: [DocumentAsk] { asks.filter(\.isOpen) }

    @HTMLBuilder
    private func section(_ title: String, _ icon: Icon, _ asks: [DocumentAsk]) -> some HTML {
        if !asks.isEmpty {
            Card(title, icon: icon) {
                ul(.class("list")) { ForEach(asks) { ask in li { DocumentAskLine(ask: ask, links: frame.links, today: today) } } }
            }
        }
    }
}

/// One document that is asked, as the way to its page.
struct DocumentAskLine: HTML {
    let ask: DocumentAsk
    let links: PortalLinks
    let today: CivilDate

    var body: some HTML {
        a(.class("person"), .href(links.to(DocumentPage.ask(ask.type.code, ask.subject)))) {
            IconView(.file)
            span(.class("person-text")) {
                strong { ask.type.name }
                span(.class("hint")) {
                    ask.isOpen || !ask.outings.isEmpty
                        ? "\(ask.subjectName.capitalizedFirst) · \(ask.demandWords)" : ask.subjectName.capitalizedFirst
                }
            }
            DocumentAskTag(ask: ask, today: today)
            IconView(.next)
        }
    }
}

/// Where an ask stands: what nobody has to send is not said to be missing.
struct DocumentAskTag: HTML {
    let ask: DocumentAsk
    let today: CivilDate
    var isForStaff = false

    var body: some HTML {
        if ask.type.demand == .optional, ask.standing == .missing {
            StateTag("Facultative", tone: .neutral, icon: .file)
        } else if !ask.outings.isEmpty, ask.standing == .missing {
            StateTag("Pour une sortie", tone: .neutral, icon: .file)
        } else {
            DocumentStandingTag(standing: ask.standing, today: today, isForStaff: isForStaff)
        }
    }
}

/// Where a document stands, in a word.
struct DocumentStandingTag: HTML {
    let standing: DocumentStanding
    let today: CivilDate
    /// The staff have to check what a family waits for.
    var isForStaff = false

    var body: some HTML {
        switch standing {
        case .missing: StateTag("À envoyer", tone: .warning, icon: .file)
        case .sent: StateTag(isForStaff ? "À vérifier" : "En cours de vérification", tone: .accent, icon: .clock)
        case .valid(let until?) where standing.endsSoon(on: today): StateTag("Expire le \(until.frenchNumeric)", tone: .warning, icon: .clock)
        case .valid(let until?): StateTag("Jusqu'au \(until.frenchNumeric)", tone: .success)
        case .valid(nil): StateTag("Acceptée", tone: .success)
        case .given: StateTag("Fournie par l'autre foyer", tone: .success)
        case .expired(let day): StateTag("Expirée le \(day.frenchNumeric)", tone: .danger, icon: .clock)
        case .refused: StateTag("Refusée", tone: .danger)
        }
    }
}

extension DocumentAsk {
    /// How much the town insists on it, and on what occasion.
    var demandWords: String {
        outings.isEmpty ? type.demand.french : "\(type.demand.french) \(outings.map { quoted($0.name) }.joined(separator: ", "))"
    }

    /// Whether it is accepted and good today.
    fileprivate var isGood: Bool {
        switch standing {
        case .valid, .given: true
        case .missing, .sent, .expired, .refused: false
        }
    }
}
