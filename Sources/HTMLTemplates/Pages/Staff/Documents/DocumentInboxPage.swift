package import PortalCore

/// "Pièces à vérifier": what families have sent, the oldest first.
package struct DocumentInboxPage: HTML {
    package struct Model: Sendable {
        package let documents: [DeskDocument]
        /// The town's types that the reader may see.
        package let types: [DocumentType]
        /// How many wait, by the type's code.
        package let counts: [String: Int]
        /// The chosen type's code; nil for all of them.
        package let type: String?
        package let mayJudge: Bool
        /// Whether the reader decides what is asked.
        package let mayPublish: Bool
        package let backlog: ScanBacklog?

        package init(
            documents: [DeskDocument],
            types: [DocumentType],
            counts: [String: Int],
            type: String?,
            mayJudge: Bool,
            mayPublish: Bool,
            backlog: ScanBacklog?
        ) {
            self.documents = documents
            self.types = types
            self.counts = counts
            self.type = type
            self.mayJudge = mayJudge
            self.mayPublish = mayPublish
            self.backlog = backlog
        }
    }

    private let frame: PortalFrame
    private let model: Model

    package init(frame: PortalFrame, model: Model) {
        self.frame = frame
        self.model = model
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.documents),
            title: "Pièces à vérifier",
            introduction: "Les plus anciennes d'abord. Une pièce qui manque, qui est refusée ou qui a expiré peut empêcher de réserver.",
            crumbs: [Crumb("Aujourd'hui", frame.links.to(.home as StaffPage))]
        ) {
            ButtonRow {
                LinkButton("Pièces manquantes", to: frame.links.to(DocumentDeskPage.missing(type: nil)), icon: .search)
                if model.mayPublish { LinkButton("Pièces demandées", to: frame.links.to(DocumentDeskPage.types), style: .quiet, icon: .edit) }
            }
            nav(.class("tabs"), .ariaLabel("Type de pièce")) {
                ul {
                    tab("Toutes", nil, model.counts.values.reduce(0, +))
                    ForEach(model.types.filter { model.counts[$0.code] != nil || $0.code == model.type }) { type in
                        tab(type.name, type.code, model.counts[type.code] ?? 0)
                    }
                }
            }
            if let backlog = model.backlog { ScanBacklogNotice(backlog: backlog) }
            if model.documents.isEmpty {
                EmptyState("Rien à vérifier", icon: .check) { p { "Les pièces que les familles envoient apparaîtront ici." } }
            } else {
                ul(.class("list")) { ForEach(model.documents) { document in li { DeskDocumentLine(document: document, links: frame.links) } } }
            }
        }
    }

    private func tab(_ name: String, _ code: String?, _ count: Int) -> some HTML {
        li {
            a(
                .class("button secondary"),
                .href(frame.links.to(DocumentDeskPage.inbox(type: code))),
                .ariaCurrent(code == model.type ? .page : nil)
            ) { "\(name) (\(count))" }
        }
    }
}

private struct DeskDocumentLine: HTML {
    let document: DeskDocument
    let links: PortalLinks

    var body: some HTML {
        a(.class("person"), .href(links.to(DocumentDeskPage.document(document.document.id)))) {
            Initial(document.subjectName)
            span(.class("person-text")) {
                strong { document.subjectName }
                span(.class("hint")) { "\(document.document.typeName) · envoyée le \(document.document.sentAt.frenchNumeric)" }
            }
            DocumentStateTag(document: document.document, isForStaff: true)
            IconView(.next)
        }
    }
}
