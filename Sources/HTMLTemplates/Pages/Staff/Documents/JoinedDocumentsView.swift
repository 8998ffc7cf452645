import PortalCore

/// The documents that go with a family's change, beside it: to be opened and judged each on its page.
struct JoinedDocumentsView: HTML {
    let documents: [JoinedDocument]
    let links: PortalLinks
    let today: CivilDate

    var body: some HTML {
        if !documents.isEmpty {
            ul(.class("lines")) {
                ForEach(documents) { joined in
                    li {
                        div(.class("what")) {
                            strong { joined.ask.type.name }
                            span(.class("hint")) { joined.ask.subjectName }
                        }
                        div(.class("end")) { DocumentStandingTag(standing: joined.ask.standing, today: today, isForStaff: true) }
                        if let document = joined.document {
                            p(.class("why")) { a(.href(links.to(DocumentDeskPage.document(document.id)))) { "Ouvrir et vérifier cette pièce" } }
                        }
                    }
                }
            }
        }
    }
}
