import PortalCore

/// Where the link of the activation mail leads: one button confirms the address, so that a mail scanner that opens links confirms nothing.
package struct EmailConfirmationPage: HTML {
    package enum State: Hashable, Sendable {
        case asked(token: String)
        /// The link is too old, was used or is not one of ours.
        case refused(String)
    }

    private let frame: PortalFrame
    private let state: State

    package init(frame: PortalFrame, state: State) {
        self.frame = frame
        self.state = state
    }

    package var body: some HTML {
        PageLayout(frame.around(), title: "Confirmer mon adresse e-mail", crumbs: [Crumb(frame.settings.shortName, frame.links.to(.welcome))]) {
            switch state {
            case .asked(let token):
                p { "Un dernier geste\u{A0}: confirmez que cette adresse est bien la vôtre." }
                form(.method(.post), .action(frame.links.to(.emailConfirmation(token: token)))) {
                    frame.token
                    SubmitButton("Confirmer mon adresse", icon: .check)
                }
            case .refused(let sentence):
                HTMLTemplates.Notice(.warning) { p { sentence } }
                ButtonRow { LinkButton("Retour à l'accueil", to: frame.links.to(.welcome), style: .primary) }
            }
        }
    }
}
