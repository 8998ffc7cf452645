import PortalCore

/// Where the town's staff sign in.
package struct StaffSignInPage: HTML {
    private let frame: PortalFrame
    private let form: FormState

    package init(frame: PortalFrame, form: FormState) {
        self.frame = frame
        self.form = form
    }

    package var body: some HTML {
        PageLayout(
            frame.around(),
            title: "Espace des agents",
            crumbs: [Crumb(frame.settings.shortName, frame.links.to(.welcome))],
            form: form
        ) {
            Card("Connexion", icon: .user) {
                HTMLTemplates.form(.method(.post), .action(frame.links.to(.signIn as StaffPage)), .novalidate()) {
                    frame.token
                    TextField(SignInField.login, "Identifiant", autocomplete: .username, in: form)
                    TextField(SignInField.password, "Mot de passe", kind: .password, autocomplete: .currentPassword, in: form)
                    SubmitButton("Connexion")
                }
            }
        }
    }
}
