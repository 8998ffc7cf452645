package import PortalCore

/// The roll call at the gate, for a tablet: large cards, one tap for each child. Its script keeps the taps while there is no connection.
package struct RollCallPage: HTML {
    package struct Model: Sendable {
        package let list: RollCall
        /// Those that the page can switch to.
        package let activities: [Activity]
        /// What was typed to find somebody unexpected, and who was found; nil when nobody is looked for.
        package let search: Search?
        /// Makes each tap of this page count once.
        package let key: String
        /// Whose taps they are, on a tablet that several people use: "bondoufle:3".
        package let store: String
        /// The server's clock, in milliseconds: a tablet's own may be wrong.
        package let now: Int

        package struct Search: Hashable, Sendable {
            package let typed: String
            package let found: [RollCallNewcomer]

            package init(typed: String, found: [RollCallNewcomer]) {
                self.typed = typed
                self.found = found
            }
        }

        package init(list: RollCall, activities: [Activity], search: Search?, key: String, store: String, now: Int) {
            self.list = list
            self.activities = activities
            self.search = search
            self.key = key
            self.store = store
            self.now = now
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
            frame.around(.rollCall),
            title: "Pointage\u{A0}: \(list.unit.name)",
            introduction: "\(list.activity.name), \(list.date.french) · \(list.activity.place)",
            crumbs: [Crumb("Aujourd'hui", frame.links.to(.home as StaffPage))],
            script: .rollCall,
            isCompact: true
        ) {
            RollCallChoice(links: frame.links, model: model)
            if let closure = list.closure { HTMLTemplates.Notice(.warning, title: "Fermé") { p { closure } } }
            OutingMeeting(activity: list.activity)
            RollCallState(list: list, links: frame.links)
            RollCallForm(frame: frame, model: model)
            if !list.isLocked, list.closedAt == nil { UnexpectedChild(frame: frame, model: model) }
        }
    }

    private var list: RollCall { model.list }
}

/// Another activity, another unit, another day.
private struct RollCallChoice: HTML {
    let links: PortalLinks
    let model: RollCallPage.Model

    var body: some HTML {
        form(.class("filters"), .method(.get), .action(links.to(.rollCall(RollCallPlace(), search: nil)))) {
            SelectField("activite", "Activité", choices: model.activities.map { Choice($0.code, $0.name) }, in: state)
            TextField("jour", "Jour", kind: .date, in: state)
            SubmitButton("Afficher", style: .secondary)
        }
        nav(.class("tabs"), .ariaLabel("Moment de la journée")) {
            ul {
                ForEach(list.activity.units) { unit in
                    li {
                        a(
                            .class("button secondary"),
                            .href(
                                links.to(.rollCall(RollCallPlace(activity: list.activity.code, unit: unit.code, day: list.date), search: nil))
                            ),
                            .ariaCurrent(unit.id == list.unit.id ? .page : nil)
                        ) { unit.name }
                    }
                }
            }
        }
    }

    private var list: RollCall { model.list }
    private var state: FormState { FormState(values: ["activite": list.activity.code, "jour": list.date.iso]) }
}

/// How far the roll call is, and whether anything may still be called.
private struct RollCallState: HTML {
    let list: RollCall
    let links: PortalLinks

    var body: some HTML {
        if list.isLocked {
            Notice(.neutral, title: "Journée verrouillée pour la facturation") { p { "Plus rien ne peut y être changé." } }
        } else if let closedAt = list.closedAt {
            Notice(.success, title: "Journée close le \(closedAt.frenchNumeric)") {
                p { "Pour changer un pointage, ouvrez «\u{A0}Corriger\u{A0}» ou rouvrez la journée." }
            }
        }
        div(.class("roll-head")) {
            ul(.class("counts")) {
                li { StateTag("À pointer\u{A0}: \(list.uncalled.count)", tone: list.uncalled.isEmpty ? .neutral : .warning, icon: .clock) }
                li { StateTag("Présents\u{A0}: \(list.presentCount)", tone: .success) }
                li { StateTag("Partis\u{A0}: \(list.leftCount)", tone: .accent, icon: .exit) }
                li { StateTag("Absents\u{A0}: \(list.absentCount)", tone: .neutral, icon: .absent) }
            }
            if !list.isLocked {
                LinkButton(
                    list.closedAt == nil ? "Clore la journée" : "Rouvrir la journée",
                    to: links.to(.closing(activity: list.activity.code, day: list.date)),
                    icon: .lock
                )
            }
        }
    }
}
