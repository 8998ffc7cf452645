package import PortalCore

/// The fields of a correction.
package enum CorrectionField: String, Sendable {
    case presence
    case arrivedAt = "arrivee"
    case leftAt = "depart"
    case reason = "motif"
    /// Makes a correction that is sent twice count once.
    case key = "cle"
}

/// A child's mark with its times, set by hand; with a reason once the day is closed.
package struct CorrectionPage: HTML {
    private let frame: PortalFrame
    private let list: RollCall
    private let child: RollCallChild
    private let key: String
    private let form: FormState

    package init(frame: PortalFrame, list: RollCall, child: RollCallChild, key: String, form: FormState) {
        self.frame = frame
        self.list = list
        self.child = child
        self.key = key
        self.form = form
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.rollCall),
            title: child.child.fullName,
            introduction: "\(list.activity.name), \(list.unit.name), \(list.date.french)",
            crumbs: [Crumb("Pointage", back)],
            form: form
        ) {
            p { "Noté aujourd'hui\u{A0}: \(RollCallWords.state(child))." }
            HTMLTemplates.form(.method(.post), .action(frame.links.to(.correction(slot))), .novalidate()) {
                frame.token
                HiddenField(CorrectionField.key.rawValue, key)
                RadioGroup(
                    CorrectionField.presence.rawValue,
                    "L'enfant était",
                    choices: [Choice("1", "Présent"), Choice("2", "Absent"), Choice("0", "Non pointé")],
                    in: form
                )
                TextField(CorrectionField.arrivedAt.rawValue, "Arrivée", kind: .time, hint: "Par exemple 07:45", isRequired: false, in: form)
                TextField(CorrectionField.leftAt.rawValue, "Départ", kind: .time, hint: "Par exemple 17:30", isRequired: false, in: form)
                if list.closedAt != nil {
                    TextField(
                        CorrectionField.reason.rawValue,
                        "Motif de la correction",
                        hint: "La journée est close\u{A0}: le motif est gardé dans le journal.",
                        in: form
                    )
                }
                ButtonRow {
                    SubmitButton("Enregistrer", icon: .check)
                    LinkButton("Revenir à la liste", to: back, style: .quiet)
                }
            }
        }
    }

    private var slot: BookingSlot { BookingSlot(child: child.child.id, unit: list.unit.id, date: list.date) }

    private var back: Link {
        frame.links.to(.rollCall(RollCallPlace(activity: list.activity.code, unit: list.unit.code, day: list.date), search: nil))
    }
}
