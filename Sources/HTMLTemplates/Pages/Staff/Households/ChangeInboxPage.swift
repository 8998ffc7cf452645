package import PortalCore

/// What parents have changed or want to change, for the staff to answer.
package struct ChangeInboxPage: HTML {
    private let frame: PortalFrame
    private let changes: [WaitingChange]
    private let wishes: [(wish: CustodyWish, childName: String)]
    private let documents: [Identifier<ChangeRequest>: [JoinedDocument]]
    private let filter: ChangeFilter
    private let activities: [Activity]
    private let reader: Identifier<StaffMember>
    private let today: CivilDate
    private let wrong: (id: Identifier<ChangeRequest>, form: FormState)?

    /// - Parameters:
    ///   - wishes: the days of custody that parents ask to swap, with the child's name.
    ///   - documents: those that go with each change.
    ///   - activities: those that a filter may name.
    ///   - reader: whose "à moi" it is.
    ///   - wrong: the answer that comes back because something is wrong with it.
    package init(
        frame: PortalFrame,
        changes: [WaitingChange],
        wishes: [(wish: CustodyWish, childName: String)],
        documents: [Identifier<ChangeRequest>: [JoinedDocument]],
        filter: ChangeFilter,
        activities: [Activity],
        reader: Identifier<StaffMember>,
        today: CivilDate,
        wrong: (id: Identifier<ChangeRequest>, form: FormState)? = nil
    ) {
        self.documents = documents
        self.filter = filter
        self.activities = activities
        self.reader = reader
        self.today = today
        self.frame = frame
        self.changes = changes
        self.wishes = wishes
        self.wrong = wrong
    }

    /// A card's place in the page.
    package static func anchor(_ change: Identifier<ChangeRequest>) -> String { ChangeCard.anchor(change) }

    package var body: some HTML {
        PageLayout(
            frame.around(.households),
            title: "Modifications à traiter",
            introduction: "Les plus anciennes d'abord. Une modification signalée est déjà faite\u{A0}: lisez-la, puis classez-la.",
            crumbs: [Crumb("Familles", frame.links.to(.list(search: nil)))],
            form: wrong?.form ?? FormState()
        ) {
            ChangeFilterForm(filter: filter, activities: activities, links: frame.links)
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
            if changes.isEmpty && !filter.isEmpty {
                EmptyState("Rien pour ce filtre", icon: .search) { p { "Élargissez le filtre pour voir les autres modifications." } }
            } else if changes.isEmpty && wishes.isEmpty {
                EmptyState("Tout est traité", icon: .check) { p { "Les demandes des familles apparaîtront ici." } }
            }
            ForEach(changes.indices) { index in
                let change = changes[index]
                ChangeCard(
                    change: change,
                    documents: documents[change.request.id] ?? [],
                    filter: filter,
                    next: index + 1 < changes.count ? changes[index + 1].request.id : nil,
                    reader: reader,
                    today: today,
                    frame: frame,
                    form: wrong.flatMap { $0.id == change.request.id ? $0.form : nil } ?? FormState()
                )
            }
        }
    }
}
