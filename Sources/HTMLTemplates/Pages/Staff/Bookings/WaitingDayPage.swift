package import PortalCore

/// The lines of an activity on a day, group by group, for the staff to see and arrange.
package struct WaitingDayPage: HTML {
    /// The fields' names, and what the buttons say.
    package static let place = "place"
    package static let act = "faire"
    package static let move = "deplacer"
    package static let offer = "proposer"
    package static let remove = "retirer"
    package static let restore = "remettre"

    private let frame: PortalFrame
    private let day: WaitingListDay
    private let form: FormState
    private let refusal: String?

    /// - Parameters:
    ///   - form: what was typed for one family, when something is wrong with it.
    ///   - refusal: why nothing was done, where no field is wrong.
    package init(frame: PortalFrame, day: WaitingListDay, form: FormState = FormState(), refusal: String? = nil) {
        self.frame = frame
        self.day = day
        self.form = form
        self.refusal = refusal
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.waitingLines),
            title: "Liste d'attente du \(day.date.french)",
            introduction: "\(day.activity.name). Places données dans cet ordre\u{A0}: \(day.activity.waitingOrder.french). "
                + "Chaque changement demande un motif, que le journal garde.",
            crumbs: [Crumb("Listes d'attente", frame.links.to(.lines))],
            form: form
        ) {
            if let refusal { Notice(.danger, title: "Rien n'a été changé") { p { refusal } } }
            if day.entries.isEmpty { EmptyState("Personne n'attend ce jour-là", icon: .check) { p { "Les familles en attente apparaîtront ici." } } }
            ForEach(day.activity.groups) { group in
                GroupLine(group: group, entries: day.entries.filter { $0.group == group.id }, day: day, frame: frame, form: form)
            }
        }
    }
}

private struct GroupLine: HTML {
    let group: ActivityGroup
    let entries: [WaitingListEntry]
    let day: WaitingListDay
    let frame: PortalFrame
    let form: FormState

    var body: some HTML {
        if !entries.isEmpty {
            Card("\(group.name) (\(entries.count))", icon: .clock) {
                ol(.class("lines")) { ForEach(entries) { entry in WaitingFamily(entry: entry, day: day, frame: frame, form: form) } }
            }
        }
    }
}

private struct WaitingFamily: HTML {
    let entry: WaitingListEntry
    let day: WaitingListDay
    let frame: PortalFrame
    let form: FormState

    var body: some HTML {
        li {
            div(.class("what")) {
                strong { "\(entry.childName), \(entry.unitName)" }
                span(.class("hint")) {
                    a(.href(frame.links.to(.household(entry.household)))) { "Foyer \(entry.householdName)" }
                    entry.isTogether ? " · seulement avec d'autres places" : ""
                }
                span(.class("hint")) { reason }
            }
            div(.class("end")) {
                if entry.passedOver != nil { StateTag("Passée", tone: .warning, icon: .lock) }
                state
            }
            if let passed = entry.passedOver {
                p(.class("hint why")) { "Une place libre n'a pas pu lui être donnée le \(passed.at.frenchNumeric). \(passed.reason)" }
            }
            details(.class("plain why"), .open(isWrong)) {
                summary {
                    "Arranger"
                    span(.class("v")) { " la place de \(entry.childName)" }
                }
                HTMLTemplates.form(
                    .method(.post),
                    .action(frame.links.to(.line(activity: day.activity.code, day: day.date))),
                    .novalidate(),
                    .class("form")
                ) {
                    frame.token
                    HiddenField(WaitingDayPage.place, entry.slot.text)
                    if entry.rank != nil {
                        TextField(WaitingListField.rank.name(entry.slot), "Nouveau rang", isRequired: false, in: form)
                    }
                    TextField(WaitingListField.reason.name(entry.slot), "Motif", in: form)
                    ButtonRow {
                        if entry.rank != nil {
                            button("Changer le rang", .weeks, WaitingDayPage.move)
                            button("Proposer une place", .check, WaitingDayPage.offer)
                            if entry.isArranged { button("Remettre la file dans l'ordre", .weeks, WaitingDayPage.restore) }
                        }
                        button("Retirer de la file", .cross, WaitingDayPage.remove, style: .danger)
                    }
                    if day.activity.waitingOrder.kinds.contains(where: { $0.mark != nil }) {
                        ButtonRow {
                            LinkButton("Noter une priorité du foyer", to: frame.links.to(.marks(entry.household)), style: .quiet, icon: .plus)
                        }
                    }
                }
            }
        }
    }

    /// Why it stands where it stands.
    private var reason: String {
        let since = "demande du \(entry.joinedAt.frenchNumeric)"
        if entry.rank == nil { return since.capitalizedFirst }
        if entry.isArranged { return "Rang choisi par le service, \(since)" }
        guard !day.activity.waitingOrder.criteria.isEmpty else { return since.capitalizedFirst }
        let priorities = entry.reasons.isEmpty ? "Sans priorité" : "Priorité\u{A0}: \(entry.reasons.map(\.french).joined(separator: ", "))"
        return "\(priorities), \(since)"
    }

    private func button(_ label: String, _ icon: Icon, _ act: String, style: ButtonStyle = .secondary) -> SubmitButton {
        SubmitButton(label, style: style, icon: icon, name: WaitingDayPage.act, value: act)
    }

    private var state: StateTag {
        if case .offered(let until) = entry.state { return StateTag("Proposée jusqu'au \(until.frenchNumeric)", tone: .warning, icon: .clock) }
        return StateTag("Rang \(entry.rank ?? 1)", tone: .neutral, icon: .clock)
    }

    /// What was typed for this family comes back with what is wrong.
    private var isWrong: Bool { WaitingListField.allCases.contains { form.error(of: $0.name(entry.slot)) != nil } }
}
