import PortalCore

/// The names of the sign-in form's fields.
package enum SignInField {
    package static let login = "identifiant"
    package static let password = "motdepasse"
}

/// Signing in, on a page of its own: after an error, or on the way to another page.
package struct SignInPage: HTML {
    private let frame: PortalFrame
    private let next: ParentPage?
    private let form: FormState

    /// - Parameter next: the page that the parent wanted.
    package init(frame: PortalFrame, next: ParentPage?, form: FormState) {
        self.frame = frame
        self.next = next
        self.form = form
    }

    package var body: some HTML {
        PageLayout(
            frame.around(),
            title: "Connexion",
            introduction: introduction,
            crumbs: [Crumb(frame.settings.shortName, frame.links.to(.welcome))],
            form: form
        ) {
            Card("Mon espace perso", icon: .user) { SignInForm(frame: frame, next: next, form: form) }
            p {
                "Pas encore d'espace\u{A0}? "
                a(.href(frame.links.to(.registration))) { "Créer mon espace" }
            }
        }
    }

    private var introduction: String? { next == nil ? nil : "Connectez-vous pour continuer." }
}

/// Identifiant, mot de passe, connexion; then FranceConnect, where the town offers it.
struct SignInForm: HTML {
    let frame: PortalFrame
    let next: ParentPage?
    let form: FormState

    var body: some HTML {
        PasswordForm(links: frame.links, token: frame.token, next: next, form: form)
        if frame.offersFranceConnect { FranceConnectButton(frame.links.to(.identity(.leave(next: next)))) }
    }
}

private struct PasswordForm: HTML {
    let links: PortalLinks
    let token: FormToken
    let next: ParentPage?
    let form: FormState

    var body: some HTML {
        HTMLTemplates.form(.method(.post), .action(links.to(.signIn(next: next))), .novalidate()) {
            token
            TextField(SignInField.login, "Identifiant", hint: "Ou l'adresse e-mail de votre espace", autocomplete: .username, in: form)
            TextField(SignInField.password, "Mot de passe", kind: .password, autocomplete: .currentPassword, in: form)
            ButtonRow {
                SubmitButton("Connexion")
                LinkButton("Mot de passe oublié", to: links.to(.forgottenPassword), style: .quiet)
            }
        }
    }
}
