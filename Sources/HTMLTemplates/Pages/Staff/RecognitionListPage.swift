package import PortalCore

/// The families that ask to be recognised, those that wait first.
package struct RecognitionListPage: HTML {
    private let frame: PortalFrame
    private let requests: [RecognitionRequest]

    package init(frame: PortalFrame, requests: [RecognitionRequest]) {
        self.frame = frame
        self.requests = requests
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.households),
            title: "Rattachements",
            introduction: "Les familles qui ont créé un compte sans clé enfance, et qu'il faut relier à un foyer.",
            crumbs: [Crumb("Familles", frame.links.to(.list(search: nil)))]
        ) {
            if requests.isEmpty {
                EmptyState("Aucune demande", icon: .check) { p { "Les demandes des familles que la collectivité ne connaît pas apparaîtront ici." } }
            } else {
                DataTable("Demandes de rattachement", columns: ["Parent", "Enfants", "Reçue le", "État"]) {
                    ForEach(requests) { request in RecognitionRow(frame: frame, request: request) }
                }
            }
        }
    }
}

private struct RecognitionRow: HTML {
    let frame: PortalFrame
    let request: RecognitionRequest

    var body: some HTML {
        tr {
            th(.scope(.row)) { a(.href(frame.links.to(.recognition(request.id)))) { request.adult.fullName } }
            td { request.children.map(\.firstName).joined(separator: ", ") }
            td { request.createdAt.frenchNumeric }
            td { RecognitionStateTag(state: request.state) }
        }
    }
}

struct RecognitionStateTag: HTML {
    let state: RecognitionRequest.State

    var body: some HTML {
        switch state {
        case .waiting: StateTag("À traiter", tone: .warning, icon: .clock)
        case .accepted(let at): StateTag("Acceptée le \(at.frenchNumeric)", tone: .success)
        case .refused(let at, _): StateTag("Refusée le \(at.frenchNumeric)", tone: .danger)
        }
    }
}
