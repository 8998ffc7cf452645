import PortalCore

/// "Mot de passe oublié": who one is, then the same answer for everybody.
package struct ForgottenPasswordPage: HTML {
    package enum State: Hashable, Sendable {
        case asked(FormState)
        /// What was typed; nothing says whether somebody has that name.
        case sent(to: String)

        fileprivate var form: FormState {
            if case .asked(let form) = self { form } else { FormState() }
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
            title: "Mot de passe oublié",
            crumbs: [Crumb(frame.settings.shortName, frame.links.to(.welcome)), Crumb("Connexion", frame.links.to(.signIn(next: nil)))],
            form: state.form
        ) {
            switch state {
            case .asked(let state): ForgottenPasswordForm(frame: frame, state: state)
            case .sent(let typed): PasswordLinkSent(frame: frame, typed: typed)
            }
        }
    }
}

private struct ForgottenPasswordForm: HTML {
    let frame: PortalFrame
    let state: FormState

    var body: some HTML {
        Card("Recevoir un lien", icon: .mail) {
            form(.method(.post), .action(frame.links.to(.forgottenPassword)), .novalidate()) {
                frame.token
                TextField(
                    SignInField.login,
                    "Identifiant ou adresse e-mail",
                    hint: "Le lien est envoyé à l'adresse e-mail de votre espace.",
                    autocomplete: .username,
                    in: state
                )
                SubmitButton("Envoyer le lien")
            }
        }
    }
}

private struct PasswordLinkSent: HTML {
    let frame: PortalFrame
    let typed: String

    var body: some HTML {
        HTMLTemplates.Notice(.success, title: "Regardez vos courriels") {
            p {
                "Si un espace existe pour «\u{A0}\(typed)\u{A0}», un lien vient de partir à son adresse e-mail. "
                "Il sert une seule fois, pendant 30\u{A0}minutes."
            }
        }
        h2 { "Rien ne vient\u{A0}?" }
        ul {
            li { "Regardez dans les courriers indésirables." }
            li { "Vérifiez ce que vous avez écrit\u{A0}: nous ne pouvons pas dire ici si un espace existe." }
            li { "Sinon, appelez le service\u{A0}: ses coordonnées sont en bas de la page." }
        }
        ButtonRow {
            LinkButton("Recommencer", to: frame.links.to(.forgottenPassword))
            LinkButton("Retour à la connexion", to: frame.links.to(.signIn(next: nil)), style: .quiet)
        }
    }
}
