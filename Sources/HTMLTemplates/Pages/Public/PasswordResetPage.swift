import PortalCore

/// Where the link of a forgotten password leads: choosing another one.
package struct PasswordResetPage: HTML {
    package enum State: Hashable, Sendable {
        case asked(token: String, login: String, FormState)
        /// The link is too old, has served or is not one of ours.
        case refused(String)

        fileprivate var form: FormState {
            if case .asked(_, _, let form) = self { form } else { FormState() }
        }
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
            crumbs: [Crumb(frame.settings.shortName, frame.links.to(.welcome)), Crumb("Connexion", frame.links.to(.signIn(next: nil)))],
            form: state.form
        ) {
            switch state {
            case .asked(let token, let login, let state):
                form(.method(.post), .action(frame.links.to(.passwordReset(token: token))), .novalidate(), .class("form")) {
                    frame.token
                    NewPasswordFields(login: login, form: state)
                    SubmitButton("Enregistrer le mot de passe")
                }
            case .refused(let sentence):
                HTMLTemplates.Notice(.warning) { p { sentence } }
                ButtonRow { LinkButton("Demander un autre lien", to: frame.links.to(.forgottenPassword), style: .primary) }
            }
        }
    }
}

/// The new password, with the login beside it so that the browser's password book keeps both.
struct NewPasswordFields: HTML {
    let login: String
    let form: FormState

    var body: some HTML {
        p {
            "Votre identifiant\u{A0}: "
            strong { login }
        }
        input(.type(.text), .name("identifiant"), .value(login), .autocomplete(.username), .readonly(true), .hidden(true))
        TextField(
            NewPasswordField.new.rawValue,
            "Nouveau mot de passe",
            kind: .password,
            hint: PasswordRule.french,
            autocomplete: .newPassword,
            in: form
        )
    }
}
