package import PortalCore

/// The mails of the portal: waiting, sent, given up.
package struct OutboxPage: HTML {
    private let frame: PortalFrame
    private let messages: [OutboxMessage]
    private let unreachable: Int

    /// - Parameters:
    ///   - messages: the latest first.
    ///   - unreachable: how many addresses do not exist.
    package init(frame: PortalFrame, messages: [OutboxMessage], unreachable: Int) {
        self.frame = frame
        self.messages = messages
        self.unreachable = unreachable
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.outbox),
            title: "Courriels",
            introduction: "Les derniers courriels du portail, et où ils en sont.",
            crumbs: [Crumb("Aujourd'hui", frame.links.to(.home as StaffPage))]
        ) {
            if unreachable > 0 {
                Notice(.warning, title: "\(unreachable) adresse\(unreachable > 1 ? "s ne répondent plus" : " ne répond plus")") {
                    p { "Leur serveur dit qu'elles n'existent pas\u{A0}: le portail ne leur écrit plus." }
                    ButtonRow { LinkButton("Voir les adresses et les familles", to: frame.links.to(.unreachableAddresses), icon: .mail) }
                }
            }
            if messages.isEmpty {
                EmptyState("Aucun courriel", icon: .mail) { p { "Les courriels d'activation et de confirmation apparaîtront ici." } }
            } else {
                DataTable("Derniers courriels", columns: ["Objet", "Destinataire", "Créé le", "État"]) {
                    ForEach(messages) { message in OutboxRow(message: message, links: frame.links) }
                }
            }
        }
    }
}

private struct OutboxRow: HTML {
    let message: OutboxMessage
    let links: PortalLinks

    var body: some HTML {
        tr {
            th(.scope(.row)) { a(.href(links.to(.mail(message.id)))) { message.mail.subject } }
            td { message.mail.recipient.text }
            td { message.createdAt.frenchNumeric }
            td { OutboxStateTag(message: message) }
        }
    }
}

/// Where a mail is.
struct OutboxStateTag: HTML {
    let message: OutboxMessage

    var body: some HTML {
        switch message.state {
        case .waiting(let next): StateTag("En attente, essai le \(next.frenchNumeric)", tone: .neutral, icon: .clock)
        case .sent(let at): StateTag("Parti le \(at.frenchNumeric)", tone: .success)
        // To an address that does not exist nothing is tried.
        case .failed: StateTag(message.attempts == 0 ? "Non envoyé, adresse inconnue" : "Abandonné", tone: .danger)
        }
    }
}

/// One mail, as its reader got it.
package struct MailPage: HTML {
    private let frame: PortalFrame
    private let message: OutboxMessage

    package init(frame: PortalFrame, message: OutboxMessage) {
        self.frame = frame
        self.message = message
    }

    package var body: some HTML {
        PageLayout(frame.around(.outbox), title: message.mail.subject, crumbs: [Crumb("Courriels", frame.links.to(.outbox))]) {
            DefinitionList(facts)
            OutboxStateTag(message: message)
            Card("Texte", icon: .mail) { MailText(message.mail) }
        }
    }

    private var facts: [Definition] {
        var facts = [
            Definition("Destinataire", message.mail.recipient.text), Definition("Créé le", message.createdAt.french),
            Definition("Essais", String(message.attempts)),
        ]
        if let error = message.lastError { facts.append(Definition("Dernière réponse", error)) }
        return facts
    }
}
