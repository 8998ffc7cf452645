import PortalCore

/// One of the families' changes in the inbox: both values, who takes care of it, and the buttons.
struct ChangeCard: HTML {
    let change: WaitingChange
    let documents: [JoinedDocument]
    let filter: ChangeFilter
    /// The change after this one; nil for the last.
    let next: Identifier<ChangeRequest>?
    let reader: Identifier<StaffMember>
    let today: CivilDate
    let frame: PortalFrame
    let form: FormState

    /// The card's place in the page.
    static func anchor(_ change: Identifier<ChangeRequest>) -> String { "modification-\(change.rawValue)" }

    var body: some HTML {
        Card("\(change.request.field.french)\u{A0}: \(change.subjectName)", icon: .edit, id: Self.anchor(change.request.id)) {
            if let assignee = change.assignee {
                StateTag(
                    assignee.member == reader ? "Vous vous en occupez" : "\(assignee.name) s'en occupe",
                    tone: assignee.member == reader ? .success : .neutral,
                    icon: .user
                )
            }
            DefinitionList(facts)
            JoinedDocumentsView(documents: documents, links: frame.links, today: today)
            p { a(.href(frame.links.to(.household(change.request.household)))) { "Voir le dossier de la famille" } }
            HTMLTemplates.form(.method(.post), .action(frame.links.to(.settling(change.request.id, filter))), .novalidate(), .class("form")) {
                frame.token
                if change.request.state == .waiting {
                    TextField(ChangeSettling.reason(of: change.request.id), "Motif, si vous refusez", isRequired: false, in: form)
                }
                ButtonRow {
                    if change.request.state == .notified {
                        button("Classer", .accept, style: .secondary, icon: .check)
                    } else {
                        button("Accepter", .accept, style: .secondary, icon: .check)
                        button("Refuser", .refuse, style: .danger, icon: .cross)
                    }
                    if change.assignee?.member == reader {
                        button("Ne plus m'en occuper", .giveBack, style: .quiet, icon: .user)
                    } else {
                        button("Je m'en occupe", .takeOn, style: .quiet, icon: .user)
                    }
                    if let next {
                        LinkButton("Suivante", to: frame.links.to(.inbox(filter)).at(fragment: Self.anchor(next)), style: .quiet)
                    }
                }
            }
        }
    }

    private func button(_ label: String, _ decision: ChangeDecision, style: ButtonStyle, icon: Icon) -> SubmitButton {
        SubmitButton(label, style: style, icon: icon, name: ChangeDecision.field, value: decision.rawValue)
    }

    private var facts: [Definition] {
        let request = change.request
        let values = [Definition("Avant", request.old.french), Definition("Après", request.new.french)]
        let asked = [Definition("Par", "\(change.askedBy), le \(request.askedAt.frenchNumeric)")]
        return ([.situation, .childSheet].contains(request.field) ? [Definition("Changement", request.new.french)] : values) + asked
    }
}

/// What the staff do with a change of the inbox: the value of the form's button.
package enum ChangeDecision: String, CaseIterable, Sendable {
    /// Also files what was only notified.
    case accept = "accepter"
    case refuse = "refuser"
    case takeOn = "prendre"
    case giveBack = "rendre"

    package static let field = "decision"
}
