package import PortalCore

/// One document, to be opened and judged.
package struct DocumentReviewPage: HTML {
    private let frame: PortalFrame
    private let file: DeskDocument
    private let mayJudge: Bool
    private let form: FormState

    package init(frame: PortalFrame, file: DeskDocument, mayJudge: Bool, form: FormState) {
        self.frame = frame
        self.file = file
        self.mayJudge = mayJudge
        self.form = form
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.documents),
            title: file.document.typeName,
            introduction: file.subjectName,
            crumbs: [
                Crumb("Pièces à vérifier", frame.links.to(DocumentDeskPage.inbox(type: nil))),
                Crumb("Foyer \(file.householdName)", frame.links.to(.household(file.document.household))),
            ],
            form: form
        ) {
            p { DocumentStateTag(document: file.document, isForStaff: true) }
            Card("Ce qui est envoyé", icon: .file) {
                DefinitionList(facts)
                if file.document.files.isEmpty {
                    p {
                        file.document.sentBy == nil
                            ? "La famille l'a montrée sur papier\u{A0}: il n'y a pas de fichier." : "Les fichiers ne sont plus là."
                    }
                } else if file.document.state == .scanning {
                    p { "L'antivirus n'a pas encore répondu\u{A0}: les fichiers s'ouvriront ensuite." }
                } else {
                    ButtonRow {
                        ForEach(file.document.files.indices) { index in
                            LinkButton(
                                "Ouvrir le fichier \(index + 1) (\(file.document.files[index].french))",
                                to: frame.links.to(DocumentDeskPage.file(file.document.id, file.document.files[index].id)),
                                icon: .file
                            )
                        }
                    }
                    p(.class("hint")) { "Chaque ouverture est notée dans le journal." }
                }
            }
            if mayJudge, file.document.state != .scanning { judgement }
        }
    }

    private var facts: [Definition] {
        let document = file.document
        var facts = [Definition("Foyer", file.householdName)]
        facts.append(Definition(document.sentBy == nil ? "Montrée le" : "Envoyée le", document.sentAt.french))
        if let sentBy = document.sentBy { facts.append(Definition("Par", sentBy)) }
        if let judgement = document.judgement {
            facts.append(Definition("Décision", "le \(judgement.at.frenchNumeric) par \(judgement.by.isEmpty ? "l'antivirus" : judgement.by)"))
            if !judgement.note.isEmpty { facts.append(Definition("Mot à la famille", judgement.note)) }
        }
        return facts
    }

    private var judgement: some HTML {
        Card(file.document.state == .waiting ? "Votre décision" : "Revenir sur la décision", icon: .edit) {
            HTMLTemplates.form(
                .method(.post),
                .action(frame.links.to(DocumentDeskPage.document(file.document.id))),
                .novalidate(),
                .class("form")
            ) {
                frame.token
                TextField(
                    DocumentVerdict.Field.validUntil.rawValue,
                    "Valable jusqu'au",
                    kind: .date,
                    hint: "Proposé d'après la durée de ce type de pièce\u{A0}: corrigez d'après le document. Vide\u{A0}: sans fin.",
                    isRequired: false,
                    in: form
                )
                TextField(
                    DocumentVerdict.Field.note.rawValue,
                    "Mot pour la famille",
                    hint: "Obligatoire pour un refus\u{A0}: la famille le lit dans son espace et par courriel.",
                    isRequired: false,
                    in: form
                )
                ButtonRow {
                    SubmitButton("Accepter", icon: .check, name: DocumentVerdict.Field.act.rawValue, value: JudgementAct.accept.rawValue)
                    SubmitButton("Refuser", style: .danger, name: DocumentVerdict.Field.act.rawValue, value: JudgementAct.refuse.rawValue)
                }
            }
        }
    }
}
