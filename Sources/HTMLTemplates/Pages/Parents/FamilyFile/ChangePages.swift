package import PortalCore

/// A field of the family's file to change: what it says now, what becomes of the change, and the form.
package struct ChangePage: HTML {
    private let frame: PortalFrame
    private let field: ChangeField
    private let subject: Int64
    private let current: ChangeValue
    private let policy: ChangePolicy
    private let years: [SchoolYear]
    private let joined: JoinedForm
    private let form: FormState

    /// - Parameters:
    ///   - years: those whose school may be changed.
    ///   - joined: the documents that go with the change.
    package init(
        frame: PortalFrame,
        field: ChangeField,
        subject: Int64,
        current: ChangeValue,
        policy: ChangePolicy,
        years: [SchoolYear],
        joined: JoinedForm,
        form: FormState
    ) {
        self.years = years
        self.joined = joined
        self.frame = frame
        self.field = field
        self.subject = subject
        self.current = current
        self.policy = policy
        self.form = form
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.family),
            title: "Modifier\u{A0}: \(field.french.lowercased())",
            introduction: policy.french,
            crumbs: [frame.homeCrumb, Crumb("Ma famille", frame.links.to(.family))],
            form: form
        ) {
            DefinitionList([Definition("Aujourd'hui", current.french)])
            HTMLTemplates.form(
                .method(.post),
                .action(frame.links.to(.change(field, subject))),
                .enctype(joined.encoding),
                .novalidate(),
                .class("form")
            ) {
                frame.token
                ForEach(field.parts) { part in ChangePartField(part: part, years: years, form: form) }
                JoinedFileFields(joined.asks, key: joined.key, in: form)
                SubmitButton(policy == .approved ? "Demander la modification" : "Enregistrer")
            }
        }
    }
}

private struct ChangePartField: HTML {
    let part: ChangePart
    let years: [SchoolYear]
    let form: FormState

    var body: some HTML {
        if part == .schoolYear { year } else { box }
    }

    private var year: some HTML {
        SelectField(
            part.rawValue,
            part.french,
            choices: years.map { Choice($0.name, $0.name) },
            hint: "Pour la prochaine rentrée, choisissez l'année suivante.",
            in: form
        )
    }

    private var box: some HTML {
        TextField(part.rawValue, part.french, kind: kind, isRequired: part != .school && part != .schoolClass, autocomplete: .off, in: form)
    }

    private var kind: TextField.Kind {
        switch part {
        case .phone: .telephone
        case .postalCode: .number
        case .birthDay: .date
        default: .text
        }
    }
}

/// "Mes modifications": both values of each, and where it is.
package struct ChangeListPage: HTML {
    private let frame: PortalFrame
    private let requests: [ChangeRequest]

    package init(frame: PortalFrame, requests: [ChangeRequest]) {
        self.frame = frame
        self.requests = requests
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.family),
            title: "Mes modifications",
            introduction: "Ce que vous avez changé dans votre dossier, et la réponse du service quand il doit vérifier.",
            crumbs: [frame.homeCrumb, Crumb("Ma famille", frame.links.to(.family))]
        ) {
            if requests.isEmpty {
                EmptyState("Aucune modification", icon: .edit) { p { "Vos modifications apparaîtront ici." } }
            } else {
                DataTable("Vos modifications", columns: ["Quoi", "Avant", "Après", "Le", "État"]) {
                    ForEach(requests) { request in ChangeRow(request: request) }
                }
            }
        }
    }
}

private struct ChangeRow: HTML {
    let request: ChangeRequest

    var body: some HTML {
        tr {
            th(.scope(.row)) { request.field.french }
            td { [.situation, .childSheet].contains(request.field) ? "–" : request.old.french }
            td { request.new.french }
            td { request.askedAt.frenchNumeric }
            td {
                ChangeStateTag(state: request.state)
                if !request.reason.isEmpty { p { "Motif\u{A0}: \(request.reason)" } }
            }
        }
    }
}

struct ChangeStateTag: HTML {
    let state: ChangeState

    var body: some HTML {
        switch state {
        case .done, .notified, .accepted: StateTag(state.french, tone: .success)
        case .waiting: StateTag(state.french, tone: .neutral, icon: .clock)
        case .refused: StateTag(state.french, tone: .danger)
        }
    }
}
