package import PortalCore

/// The name of the buttons that change whether a colleague comes in.
package enum ColleagueChange: String, CaseIterable, Hashable, Sendable {
    package static let field = "acte"

    case deactivate = "desactiver"
    case activate = "activer"
    case inviteAgain = "inviter"
    case resetSecondFactor = "double-authentification"
}

/// Inviting a colleague: who, where the link goes, and what for.
package struct TeamInvitationPage: HTML {
    private let frame: PortalFrame
    private let places: [String]
    private let form: FormState

    package init(frame: PortalFrame, places: [String], form: FormState) {
        self.frame = frame
        self.places = places
        self.form = form
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.team),
            title: "Inviter un agent",
            introduction: "Un courriel lui donne un lien pour choisir son mot de passe, valable sept jours.",
            crumbs: [Crumb("Agents", frame.links.to(.team))],
            form: form
        ) {
            HTMLTemplates.form(.method(.post), .action(frame.links.to(.teamInvitation)), .novalidate(), .class("form stack")) {
                frame.token
                Card("Qui", icon: .user) {
                    TextField(StaffAssignment.Field.firstName.rawValue, "Prénom", autocomplete: .off, in: form)
                    TextField(StaffAssignment.Field.lastName.rawValue, "Nom", autocomplete: .off, in: form)
                    TextField(
                        StaffAssignment.Field.email.rawValue,
                        "Adresse e-mail professionnelle",
                        kind: .email,
                        hint: "Elle sert aussi d'identifiant.",
                        autocomplete: .off,
                        in: form
                    )
                }
                Card("Rôle", icon: .key) { AssignmentFields(places: places, form: form) }
                SubmitButton("Envoyer l'invitation", icon: .mail)
            }
        }
    }
}

/// A role, and the places of the roles that are bound to some.
private struct AssignmentFields: HTML {
    let places: [String]
    let form: FormState

    var body: some HTML {
        RadioGroup(StaffAssignment.Field.role.rawValue, "Rôle", choices: roles, in: form)
        fieldset(.class("field choices")) {
            legend { "Lieux" }
            p(.class("hint")) { "Pour une ou un responsable de structure seulement\u{A0}: ses listes du jour sont celles de ces lieux." }
            ForEach(places.indices) { index in CheckboxField("lieu-\(index)", places[index], value: places[index], in: form) }
        }
    }

    private var roles: [Choice] {
        StaffRole.allCases.map { role in
            let rights = StaffRight.allCases.filter(role.has).map(\.french).joined(separator: "\u{A0}; ")
            return Choice(role.rawValue, role.french, hint: rights)
        }
    }
}

/// A colleague's account: the role, and whether it comes in.
package struct ColleaguePage: HTML {
    private let frame: PortalFrame
    private let colleague: StaffColleague
    private let places: [String]
    private let isReader: Bool
    private let form: FormState

    /// - Parameter isReader: whether it is the reader's own account, which somebody else changes.
    package init(frame: PortalFrame, colleague: StaffColleague, places: [String], isReader: Bool, form: FormState) {
        self.frame = frame
        self.colleague = colleague
        self.places = places
        self.isReader = isReader
        self.form = form
    }

    package var body: some HTML {
        PageLayout(frame.around(.team), title: colleague.member.fullName, crumbs: [Crumb("Agents", frame.links.to(.team))], form: form) {
            Card("Compte", icon: .user) {
                DefinitionList(facts)
                ColleagueStateTag(state: colleague.state)
            }
            if isReader {
                HTMLTemplates.Notice(.neutral) { p { StaffTeamRefusal.ownAccount.french } }
            } else {
                Card("Rôle", icon: .key) {
                    HTMLTemplates.form(.method(.post), .action(frame.links.to(.colleague(colleague.member.id))), .novalidate()) {
                        frame.token
                        AssignmentFields(places: places, form: form)
                        SubmitButton("Enregistrer le rôle")
                    }
                }
                ColleagueStateForm(frame: frame, colleague: colleague)
            }
        }
    }

    private var facts: [Definition] {
        [
            Definition("Identifiant", colleague.member.login), Definition("E-mail", colleague.email?.text ?? "Non renseigné"),
            Definition("Rôle", colleague.member.role.french), Definition("Dernière connexion", colleague.lastLoginAt?.french ?? "Jamais"),
            Definition("Double authentification", colleague.secondFactorSince.map { "Depuis le \($0.french)" } ?? "Non"),
        ]
    }
}

private struct ColleagueStateForm: HTML {
    let frame: PortalFrame
    let colleague: StaffColleague

    var body: some HTML {
        Card("Accès", icon: .lock) {
            p(.class("hint")) { "Un compte désactivé est déconnecté partout aussitôt. Ses actes restent dans le journal." }
            form(.method(.post), .action(frame.links.to(.colleagueState(colleague.member.id)))) {
                frame.token
                ButtonRow {
                    if case .deactivated = colleague.state {
                        button("Rétablir l'accès", .secondary, .activate)
                    } else {
                        if colleague.email != nil { button("Envoyer un lien pour choisir un mot de passe", .secondary, .inviteAgain) }
                        if colleague.secondFactorSince != nil { button("Retirer la double authentification", .secondary, .resetSecondFactor) }
                        button("Désactiver le compte", .danger, .deactivate)
                    }
                }
            }
        }
    }

    private func button(_ label: String, _ style: ButtonStyle, _ change: ColleagueChange) -> SubmitButton {
        SubmitButton(label, style: style, name: ColleagueChange.field, value: change.rawValue)
    }
}

/// Where the link of an invitation leads: choosing a password.
package struct StaffInvitationPage: HTML {
    package enum State: Hashable, Sendable {
        case asked(token: String, login: String, FormState)
        /// The link is too old, has served or is not one of ours.
        case refused(String)
    }

    private let frame: PortalFrame
    private let state: State

    package init(frame: PortalFrame, state: State) {
        self.frame = frame
        self.state = state
    }

    package var body: some HTML {
        PageLayout(
            frame.around(),
            title: "Choisissez votre mot de passe",
            crumbs: [Crumb("Espace des agents", frame.links.to(.signIn as StaffPage))],
            form: form
        ) {
            switch state {
            case .asked(let token, let login, let form):
                HTMLTemplates.form(.method(.post), .action(frame.links.to(.staffInvitation(token: token))), .novalidate(), .class("form")) {
                    frame.token
                    NewPasswordFields(login: login, form: form)
                    SubmitButton("Enregistrer le mot de passe")
                }
            case .refused(let sentence): HTMLTemplates.Notice(.warning) { p { sentence } }
            }
        }
    }

    private var form: FormState { if case .asked(_, _, let form) = state { form } else { FormState() } }
}
