package import PortalCore

/// "Pièces demandées": every type that the town asks for, and those that it no longer asks for.
package struct DocumentTypesPage: HTML {
    private let frame: PortalFrame
    private let types: [PublishedDocumentType]

    package init(frame: PortalFrame, types: [PublishedDocumentType]) {
        self.frame = frame
        self.types = types
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.documents),
            title: "Pièces demandées",
            introduction:
                "Ce que les familles envoient\u{A0}: pour qui, jusqu'à quand, et si l'on réserve sans. Un changement vaut dès qu'il est publié.",
            crumbs: [Crumb("Pièces à vérifier", frame.links.to(DocumentDeskPage.inbox(type: nil)))]
        ) {
            ButtonRow { LinkButton("Ajouter une pièce", to: frame.links.to(DocumentDeskPage.newType), style: .primary, icon: .plus) }
            if asked.isEmpty {
                EmptyState("Aucune pièce n'est demandée", icon: .file) { p { "Les pièces que vous ajoutez apparaîtront ici." } }
            } else {
                ul(.class("list")) { ForEach(asked) { each in li { DocumentTypeLine(published: each, links: frame.links) } } }
            }
            if !retired.isEmpty {
                Card("Plus demandées", icon: .cross) {
                    ul(.class("list")) { ForEach(retired) { each in li { DocumentTypeLine(published: each, links: frame.links) } } }
                }
            }
        }
    }

    private var asked: [PublishedDocumentType] { types.filter { !$0.isRetired } }
    private var retired: [PublishedDocumentType] { types.filter(\.isRetired) }
}

private struct DocumentTypeLine: HTML {
    let published: PublishedDocumentType
    let links: PortalLinks

    var body: some HTML {
        a(.class("person"), .href(links.to(DocumentDeskPage.type(published.type.code)))) {
            IconView(.file)
            span(.class("person-text")) {
                strong { published.type.name }
                span(.class("hint")) { "\(published.type.scope.french.capitalizedFirst), \(published.type.validity.french)" }
            }
            DocumentTypeTag(published: published)
            IconView(.next)
        }
    }
}

/// How much a type is insisted on, in a word.
struct DocumentTypeTag: HTML {
    let published: PublishedDocumentType

    var body: some HTML {
        if published.isRetired {
            StateTag("Plus demandée", tone: .neutral, icon: .cross)
        } else {
            switch published.type.demand {
            case .blocking: StateTag(published.type.demand.french, tone: .warning, icon: .lock)
            case .asked: StateTag(published.type.demand.french, tone: .accent, icon: .file)
            case .optional: StateTag(published.type.demand.french, tone: .neutral, icon: .file)
            }
        }
    }
}
