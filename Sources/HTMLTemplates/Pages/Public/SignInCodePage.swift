import PortalCore

/// The second step of signing in: the code of the authenticator app.
package struct SignInCodePage: HTML {
    private let frame: PortalFrame
    private let link: Link
    private let restart: Link
    private let form: FormState

    /// - Parameters:
    ///   - link: where the form goes.
    ///   - restart: the page of the password.
    package init(frame: PortalFrame, link: Link, restart: Link, form: FormState) {
        self.frame = frame
        self.link = link
        self.restart = restart
        self.form = form
    }

    package var body: some HTML {
        PageLayout(
            frame.around(),
            title: "Votre code",
            introduction: "Ouvrez l'application d'authentification de votre téléphone.",
            crumbs: [Crumb(frame.settings.shortName, frame.links.to(.welcome)), Crumb("Connexion", restart)],
            form: form
        ) {
            Card("Deuxième étape", icon: .lock) {
                HTMLTemplates.form(.method(.post), .action(link), .novalidate()) {
                    frame.token
                    OneTimeCodeField(hint: "Les six chiffres de l'application, ou un code de secours", form: form)
                    SubmitButton("Connexion")
                }
            }
            p(.class("hint")) { "Ni téléphone ni code de secours\u{A0}? Adressez-vous au service, qui vérifiera que c'est bien vous." }
        }
    }
}
