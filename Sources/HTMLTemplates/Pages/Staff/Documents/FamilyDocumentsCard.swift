package import PortalCore

/// What is asked of a family and what it has sent, on its page for the staff.
struct FamilyDocumentsCard: HTML {
    let documents: FamilyDocuments
    let household: Identifier<Household>
    let links: PortalLinks
    let today: CivilDate

    var body: some HTML {
        Card("Pièces justificatives", icon: .file) {
            DataTable("Pièces demandées au foyer", columns: ["Pièce", "Pour", "État", "Voir"]) {
                ForEach(documents.asks) { ask in row(ask) }
            }
        }
    }

    private func row(_ ask: DocumentAsk) -> some HTML {
        tr {
            th(.scope(.row)) { ask.type.name }
            td { ask.subjectName }
            td { DocumentAskTag(ask: ask, today: today, isForStaff: true) }
            td {
                if let latest = documents.latest(of: ask) {
                    a(.href(links.to(DocumentDeskPage.document(latest.id)))) { "Ouvrir" }
                    " "
                }
                if documents.mayJudge {
                    a(.href(links.to(DocumentDeskPage.paper(household, ask.type.code, ask.subject)))) { "Vue sur papier" }
                }
            }
        }
    }
}

/// Notes a document that a family has shown on paper.
package struct PaperDocumentPage: HTML {
    private let frame: PortalFrame
    private let household: Household
    private let ask: DocumentAsk
    private let form: FormState

    package init(frame: PortalFrame, household: Household, ask: DocumentAsk, form: FormState) {
        self.frame = frame
        self.household = household
        self.ask = ask
        self.form = form
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.households),
            title: "Pièce vue sur papier",
            introduction: "\(ask.type.name) · \(ask.subjectName)",
            crumbs: [
                Crumb("Familles", frame.links.to(.list(search: nil))), Crumb("Foyer \(household.name)", frame.links.to(.household(household.id))),
            ],
            form: form
        ) {
            HTMLTemplates.form(
                .method(.post),
                .action(frame.links.to(DocumentDeskPage.paper(household.id, ask.type.code, ask.subject))),
                .novalidate(),
                .class("form")
            ) {
                frame.token
                TextField(
                    DocumentVerdict.Field.validUntil.rawValue,
                    "Valable jusqu'au",
                    kind: .date,
                    hint: "Vide\u{A0}: sans fin.",
                    isRequired: false,
                    in: form
                )
                TextField(DocumentVerdict.Field.note.rawValue, "Remarque", isRequired: false, in: form)
                ButtonRow { SubmitButton("Noter comme acceptée", icon: .check) }
            }
        }
    }
}
