package import PortalCore

/// One document that is asked: what it is for, where it stands, the form that sends it, and what was sent.
package struct DocumentAskPage: HTML {
    package struct Model: Sendable {
        package let file: DocumentAskFile
        /// The names of the activities that ask for it; empty: all of them.
        package let activities: [String]
        package let key: String
        package let form: FormState
        package let today: CivilDate

        package init(file: DocumentAskFile, activities: [String], key: String, form: FormState, today: CivilDate) {
            self.file = file
            self.activities = activities
            self.key = key
            self.form = form
            self.today = today
        }
    }

    private let frame: PortalFrame
    private let model: Model

    package init(frame: PortalFrame, model: Model) {
        self.frame = frame
        self.model = model
    }

    package var body: some HTML {
        let ask = model.file.ask
        PageLayout(
            frame.around(.home),
            title: ask.type.name,
            introduction: ask.subject.scope == .household ? "Pour le \(ask.subjectName)" : "Pour \(ask.subjectName)",
            crumbs: [frame.homeCrumb, Crumb("Pièces justificatives", frame.links.to(DocumentPage.list))],
            form: model.form
        ) {
            DocumentStandingNotice(file: model.file, today: model.today)
            if !ask.type.purpose.isEmpty { TownText(TextBlock.blocks(of: ask.type.purpose)) }
            DefinitionList(facts)
            if model.file.maySend { sending } else { p { "C'est à une personne qui décide ou réserve pour l'enfant d'envoyer cette pièce." } }
            if !model.file.documents.isEmpty {
                Card("Déjà envoyé", icon: .request) { SentDocuments(frame: frame, file: model.file) }
            }
        }
    }

    private var facts: [Definition] {
        let type = model.file.ask.type
        return [
            Definition("Exigence", model.file.ask.demandWords),
            Definition("Pour", model.activities.isEmpty ? "toutes les activités" : model.activities.joined(separator: ", ")),
            Definition("Durée", type.validity.french.capitalizedFirst),
        ]
    }

    private var sending: some HTML {
        let ask = model.file.ask
        return Card(model.file.open == nil ? "Envoyer cette pièce" : "Ajouter une page", icon: .plus) {
            HTMLTemplates.form(
                .method(.post),
                .action(frame.links.to(DocumentPage.ask(ask.type.code, ask.subject))),
                .enctype(.multipart),
                .novalidate(),
                .class("form")
            ) {
                frame.token
                HiddenField(DocumentField.key.rawValue, model.key)
                FileField(
                    DocumentField.files.rawValue,
                    "Vos fichiers",
                    hint: "Plusieurs pages\u{A0}? Choisissez-les ensemble, 10\u{A0}Mo en tout, ou ajoutez-les l'une après l'autre.",
                    isRequired: true,
                    takesSeveral: true,
                    in: model.form
                )
                ButtonRow { SubmitButton("Envoyer", icon: .check) }
            }
        }
    }
}

/// What the family should know first.
private struct DocumentStandingNotice: HTML {
    let file: DocumentAskFile
    let today: CivilDate

    var body: some HTML {
        switch file.ask.standing {
        case .missing: DocumentHeadline(.warning, "Pas encore envoyée", "Prenez-la en photo avec votre téléphone, ou choisissez un fichier.")
        case .sent where file.open?.state == .scanning:
            DocumentHeadline(
                .accent,
                "Bien reçue",
                "L'antivirus l'analyse, puis le service la vérifie\u{A0}: vous n'avez rien à renvoyer, et vous pouvez réserver en attendant."
            )
        case .sent: DocumentHeadline(.accent, "Envoyée", "Le service la vérifie, et vous répond par courriel. Vous pouvez réserver en attendant.")
        case .valid(let until?) where file.ask.standing.endsSoon(on: today):
            DocumentHeadline(
                .warning,
                "Bientôt à renouveler",
                "Elle est acceptée jusqu'au \(until.frenchWithoutWeekday)\u{A0}: vous pouvez déjà envoyer la suivante."
            )
        case .valid(let until):
            DocumentHeadline(.success, "Acceptée", until.map { "Valable jusqu'au \($0.frenchWithoutWeekday)." } ?? "Elle n'expire pas.")
        case .given: DocumentHeadline(.success, "Déjà fournie", "L'autre foyer de l'enfant l'a donnée\u{A0}: vous n'avez rien à envoyer.")
        case .expired(let day): DocumentHeadline(.danger, "À renouveler", "Elle était valable jusqu'au \(day.frenchWithoutWeekday).")
        case .refused: DocumentHeadline(.danger, "Refusée", file.documents.first?.judgement.map { "Réponse du service\u{A0}: \($0.note)" } ?? "")
        }
    }
}

private struct DocumentHeadline: HTML {
    let tone: Tone
    let title: String
    let text: String

    init(_ tone: Tone, _ title: String, _ text: String) {
        self.tone = tone
        self.title = title
        self.text = text
    }

    var body: some HTML {
        HTMLTemplates.Notice(tone, title: title) { p { text } }
    }
}

/// What was sent, the latest first, with its files and the way to take it back.
private struct SentDocuments: HTML {
    let frame: PortalFrame
    let file: DocumentAskFile

    var body: some HTML {
        ul(.class("lines")) {
            ForEach(file.documents) { document in
                li {
                    div(.class("what")) {
                        strong { title(document) }
                        if let note = document.judgement?.note, !note.isEmpty { span(.class("hint")) { note } }
                    }
                    div(.class("end")) { DocumentStateTag(document: document) }
                    if !document.files.isEmpty, document.state != .scanning {
                        p(.class("why")) { SentFileLinks(files: document.files) { frame.links.to(DocumentPage.file(document.id, $0)) } }
                    }
                    if file.maySend, document == file.open {
                        form(.method(.post), .action(frame.links.to(DocumentPage.withdrawal(document.id)))) {
                            frame.token
                            SubmitButton("Retirer cet envoi", style: .quiet, icon: .cross)
                        }
                    }
                }
            }
        }
    }

    private func title(_ document: SupportingDocument) -> String {
        guard let sentBy = document.sentBy else { return "Montrée au service le \(document.sentAt.frenchNumeric)" }
        return "Envoyée le \(document.sentAt.frenchNumeric) par \(sentBy)"
    }
}

/// Links to the files of a document.
struct SentFileLinks: HTML {
    let files: [DocumentFile]
    let link: (Identifier<DocumentFile>) -> Link

    var body: some HTML {
        ForEach(files.indices) { index in
            if index > 0 { " · " }
            a(.href(link(files[index].id))) { "Fichier \(index + 1) (\(files[index].french))" }
        }
    }
}

/// How far a sent document is, in a word.
struct DocumentStateTag: HTML {
    let document: SupportingDocument
    /// The staff have to check what a family waits for.
    var isForStaff = false

    var body: some HTML {
        switch document.state {
        case .scanning: StateTag(document.state.french, tone: .neutral, icon: .clock)
        case .waiting: StateTag(isForStaff ? "À vérifier" : "En cours de vérification", tone: .accent, icon: .clock)
        case .accepted: StateTag(document.validUntil.map { "Acceptée jusqu'au \($0.frenchNumeric)" } ?? "Acceptée", tone: .success)
        case .refused: StateTag("Refusée", tone: .danger)
        case .withdrawn: StateTag("Retirée", tone: .neutral, icon: .cross)
        }
    }
}
