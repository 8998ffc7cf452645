package import PortalCore

/// What parents have changed or want to change, for the staff to answer.
package struct ChangeInboxPage: HTML {
    private let frame: PortalFrame
    private let changes: [WaitingChange]
    private let wishes: [(wish: CustodyWish, childName: String)]
    private let documents: [Identifier<ChangeRequest>: [JoinedDocument]]
    private let today: CivilDate
    private let wrong: (id: Identifier<ChangeRequest>, form: FormState)?

    /// - Parameters:
    ///   - wishes: the days of custody that parents ask to swap, with the child's name.
    ///   - documents: those that go with each change.
    ///   - wrong: the answer that comes back because something is wrong with it.
    package init(
        frame: PortalFrame,
        changes: [WaitingChange],
        wishes: [(wish: CustodyWish, childName: String)],
        documents: [Identifier<ChangeRequest>: [JoinedDocument]],
        today: CivilDate,
        wrong: (id: Identifier<ChangeRequest>, form: FormState)? = nil
    ) {
        self.documents = documents
        self.today = today
        self.frame = frame
        self.changes = changes
        self.wishes = wishes
        self.wrong = wrong
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.households),
            title: "Modifications à traiter",
            introduction: "Les plus anciennes d'abord. Une modification signalée est déjà faite\u{A0}: lisez-la, puis classez-la.",
            crumbs: [Crumb("Familles", frame.links.to(.list(search: nil)))],
            form: wrong?.form ?? FormState()
        ) {
            if !wishes.isEmpty {
                Card("Échanges de garde", icon: .calendar) {
                    p(.class("hint")) { "L'autre foyer peut répondre lui-même\u{A0}; vous aussi." }
                    ul {
                        ForEach(wishes) { line in
                            li {
                                a(.href(frame.links.to(.custody(line.wish.household, line.wish.child) as HouseholdDeskPage))) { line.childName }
                                ", \(line.wish.days.frenchSpan), demandé par \(line.wish.askedByName)"
                            }
                        }
                    }
                }
            }
            if changes.isEmpty && wishes.isEmpty {
                EmptyState("Tout est traité", icon: .check) { p { "Les demandes des familles apparaîtront ici." } }
            }
            ForEach(changes) { change in
                ChangeCard(
                    change: change,
                    documents: documents[change.request.id] ?? [],
                    today: today,
                    frame: frame,
                    form: wrong.flatMap { $0.id == change.request.id ? $0.form : nil } ?? FormState()
                )
            }
        }
    }
}

private struct ChangeCard: HTML {
    let change: WaitingChange
    let documents: [JoinedDocument]
    let today: CivilDate
    let frame: PortalFrame
    let form: FormState

    var body: some HTML {
        Card("\(change.request.field.french)\u{A0}: \(change.subjectName)", icon: .edit) {
            DefinitionList(facts)
            JoinedDocumentsView(documents: documents, links: frame.links, today: today)
            p { a(.href(frame.links.to(.household(change.request.household)))) { "Voir le dossier de la famille" } }
            HTMLTemplates.form(.method(.post), .action(frame.links.to(.settling(change.request.id))), .novalidate(), .class("form")) {
                frame.token
                if change.request.state == .notified {
                    SubmitButton("Classer", style: .secondary, icon: .check, name: "decision", value: "accepter")
                } else {
                    TextField(ChangeSettling.reason(of: change.request.id), "Motif, si vous refusez", isRequired: false, in: form)
                    ButtonRow {
                        SubmitButton("Accepter", style: .secondary, icon: .check, name: "decision", value: "accepter")
                        SubmitButton("Refuser", style: .danger, icon: .cross, name: "decision", value: "refuser")
                    }
                }
            }
        }
    }

    private var facts: [Definition] {
        let request = change.request
        let values = [Definition("Avant", request.old.french), Definition("Après", request.new.french)]
        let asked = [Definition("Par", "\(change.askedBy), le \(request.askedAt.frenchNumeric)")]
        return ([.situation, .childSheet].contains(request.field) ? [Definition("Changement", request.new.french)] : values) + asked
    }
}
