package import PortalCore

/// The mails of the portal: waiting, sent, given up.
package struct OutboxPage: HTML {
    private let frame: PortalFrame
    private let messages: [OutboxMessage]

    /// - Parameter messages: the latest first.
    package init(frame: PortalFrame, messages: [OutboxMessage]) {
        self.frame = frame
        self.messages = messages
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.outbox),
            title: "Courriels",
            introduction: "Les derniers courriels du portail, et où ils en sont.",
            crumbs: [Crumb("Aujourd'hui", frame.links.to(.home as StaffPage))]
        ) {
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
            td { OutboxStateTag(state: message.state) }
        }
    }
}

/// Where a mail is.
struct OutboxStateTag: HTML {
    let state: OutboxMessage.State

    var body: some HTML {
        switch state {
        case .waiting(let next): StateTag("En attente, essai le \(next.frenchNumeric)", tone: .neutral, icon: .clock)
        case .sent(let at): StateTag("Parti le \(at.frenchNumeric)", tone: .success)
        case .failed: StateTag("Abandonné", tone: .danger)
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
            OutboxStateTag(state: message.state)
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
