package import PortalCore

/// The e-mail addresses that do not exist: nothing is sent there any more, and the families are to be reached in another way.
package struct UnreachableAddressesPage: HTML {
    private let frame: PortalFrame
    private let lines: [UnreachableAddressLine]
    private let mayRetry: Bool

    /// - Parameters:
    ///   - lines: the latest first.
    ///   - mayRetry: whether the reader may have an address tried again.
    package init(frame: PortalFrame, lines: [UnreachableAddressLine], mayRetry: Bool) {
        self.frame = frame
        self.lines = lines
        self.mayRetry = mayRetry
    }

    /// The field that names the address to try again.
    package static let addressField = "adresse"

    package var body: some HTML {
        PageLayout(
            frame.around(.outbox),
            title: "Adresses qui ne répondent plus",
            introduction: "Leur serveur dit qu'elles n'existent pas\u{A0}: le portail ne leur écrit plus.",
            crumbs: [Crumb("Courriels", frame.links.to(.outbox))]
        ) {
            if lines.isEmpty {
                EmptyState("Toutes les adresses répondent", icon: .mail) { p { "Une adresse que son serveur dit inconnue apparaîtra ici." } }
            } else {
                p(.class("prose")) {
                    """
                    Ces familles retrouvent leurs messages dans leur espace, où une autre adresse leur est demandée. \
                    Appelez celles qui ne s'y connectent pas\u{A0}; les campagnes de clés leur écrivent une lettre.
                    """
                }
                DataTable("Adresses qui ne répondent plus", columns: columns.map { .init($0.title) }) {
                    ForEach(lines) { line in UnreachableAddressRow(line: line, frame: frame, mayRetry: mayRetry) }
                }
            }
        }
    }

    private var columns: [DataTable<Nothing>.Column] {
        ["Adresse", "Famille", "Depuis le", "Réponse du serveur"] + (mayRetry ? ["Réessayer"] : [])
    }
}

private struct UnreachableAddressRow: HTML {
    let line: UnreachableAddressLine
    let frame: PortalFrame
    let mayRetry: Bool

    var body: some HTML {
        tr {
            th(.scope(.row)) { line.address.email.text }
            td {
                if line.people.isEmpty { "Aucune famille" }
                ForEach(line.people) { person in
                    div {
                        if let household = person.household {
                            a(.href(frame.links.to(.household(household)))) { person.name }
                        } else {
                            person.name
                        }
                    }
                }
            }
            td { line.address.since.frenchNumeric }
            td { line.address.answer }
            if mayRetry {
                td {
                    form(.method(.post), .action(frame.links.to(.unreachableAddresses))) {
                        frame.token
                        HiddenField(UnreachableAddressesPage.addressField, line.address.email.text)
                        SubmitButton("Réessayer", style: .quiet)
                        span(.class("v")) { line.address.email.text }
                    }
                }
            }
        }
    }
}
