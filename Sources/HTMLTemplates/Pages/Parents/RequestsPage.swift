package import PortalCore

/// "Dernières demandes": what the family asked for, and what became of it.
package struct RequestsPage: HTML {
    private let frame: PortalFrame
    private let requests: [RequestSummary]

    /// - Parameter requests: the latest first.
    package init(frame: PortalFrame, requests: [RequestSummary]) {
        self.frame = frame
        self.requests = requests
    }

    package var body: some HTML {
        PageLayout(frame.around(.requests), title: "Mes demandes", crumbs: [frame.homeCrumb]) {
            if requests.isEmpty {
                EmptyState("Aucune demande pour le moment", icon: .request) {
                    LinkButton("Réserver des jours", to: frame.links.to(.planning(nil)))
                }
            } else {
                ul(.class("list")) { ForEach(requests) { request in li { RequestLine(request: request, links: frame.links) } } }
            }
        }
    }
}

private struct RequestLine: HTML {
    let request: RequestSummary
    let links: PortalLinks

    var body: some HTML {
        a(.class("person"), .href(links.to(.request(request.id)))) {
            IconView(.calendar)
            span(.class("person-text")) {
                strong { "\(title)\u{A0}\(request.id.rawValue) du \(request.createdAt.frenchNumeric)" }
                span(.class("hint")) { result }
            }
            if request.refused > 0 { StateTag("\(request.refused) refusé\(request.refused > 1 ? "s" : "")", tone: .warning) }
            IconView(.next)
        }
    }

    private var title: String { request.isByService ? "Fait par le service, n°" : "Demande n°" }

    private var result: String {
        request.accepted == 0
            ? "Aucun changement" : "\(request.accepted) changement\(request.accepted > 1 ? "s" : "") enregistré\(request.accepted > 1 ? "s" : "")"
    }
}
