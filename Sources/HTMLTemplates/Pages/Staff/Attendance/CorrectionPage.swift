package import PortalCore

/// The fields of a correction.
package enum CorrectionField: String, Sendable {
    case presence
    case arrivedAt = "arrivee"
    case leftAt = "depart"
    case reason = "motif"
    /// What becomes of the hours of an absence under contract.
    case hours = "heures"
    case absenceReason = "motif-absence"
    /// Makes a correction that is sent twice count once.
    case key = "cle"
}

/// A child's mark with its times, set by hand; with a reason once the day is closed. Under contract, also what an absence does to its hours.
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
            introduction: introduction,
            crumbs: [Crumb("Pointage", back)],
            form: form
        ) {
            p { "Noté jusqu'ici\u{A0}: \(RollCallWords.state(child))." }
            HTMLTemplates.form(.method(.post), .action(frame.links.to(.correction(list.subject(of: child)))), .novalidate()) {
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
                if child.care != nil { CareHoursFields(form: form) }
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

    private var introduction: String {
        guard let care = child.care else { return "\(list.activity.name), \(list.unit.name), \(list.date.french)" }
        return "\(list.activity.place), \(list.date.french)\(care.span.map { ", contrat \($0.french)" } ?? "")"
    }

    private var back: Link {
        frame.links.to(.rollCall(RollCallPlace(activity: list.activity.code, unit: list.unit.code, day: list.date), search: nil))
    }
}

/// What an absence under contract does to the hours that are charged.
private struct CareHoursFields: HTML {
    let form: FormState

    var body: some HTML {
        RadioGroup(
            CorrectionField.hours.rawValue,
            "En cas d'absence, les heures du contrat sont",
            choices: [
                Choice(String(StayAbsence.charged.rawValue), "Facturées"),
                Choice(String(StayAbsence.excused.rawValue), "Déduites", hint: "Avec le motif, que la famille peut lire."),
            ],
            in: form
        )
        TextField(CorrectionField.absenceReason.rawValue, "Motif de l'absence", isRequired: false, in: form)
    }
}
