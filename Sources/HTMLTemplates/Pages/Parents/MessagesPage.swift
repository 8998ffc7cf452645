package import PortalCore

/// The mails that this account was sent, so that nothing depends on their arriving.
package struct MessagesPage: HTML {
    private let frame: PortalFrame
    private let messages: [OutboxMessage]

    /// - Parameter messages: the latest first.
    package init(frame: PortalFrame, messages: [OutboxMessage]) {
        self.frame = frame
        self.messages = messages
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.messages),
            title: "Messages",
            introduction: "Les courriels envoyés à votre adresse, conservés ici.",
            crumbs: [frame.homeCrumb]
        ) {
            if messages.isEmpty { EmptyState("Aucun message", icon: .mail) { p { "Les confirmations de vos réservations apparaîtront ici." } } }
            ForEach(messages) { message in
                Card(message.mail.subject, icon: .mail) {
                    p(.class("hint")) { "Le \(message.createdAt.frenchNumeric)" }
                    MailText(message.mail, links: frame.links)
                }
            }
        }
    }
}
