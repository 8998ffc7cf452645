import PortalCore

/// Why FranceConnect did not let somebody in, and the ways that are open.
package struct IdentityRefusalPage: HTML {
    private let frame: PortalFrame
    private let sentence: String
    private let isSignedIn: Bool

    /// - Parameter isSignedIn: whether the reader wanted to attach an identity to an account that is open.
    package init(frame: PortalFrame, sentence: String, isSignedIn: Bool) {
        self.frame = frame
        self.sentence = sentence
        self.isSignedIn = isSignedIn
    }

    package var body: some HTML {
        PageLayout(
            frame.around(),
            title: "Identification interrompue",
            crumbs: [Crumb(frame.settings.shortName, frame.links.to(.welcome))]
        ) {
            HTMLTemplates.Notice(.warning) { p { sentence } }
            ButtonRow {
                if isSignedIn {
                    LinkButton("Revenir à mon compte", to: frame.links.to(.overview), style: .primary)
                } else {
                    LinkButton("Me connecter avec mon identifiant", to: frame.links.to(.signIn(next: nil)), style: .primary)
                }
                LinkButton("Recommencer avec FranceConnect", to: frame.links.to(.identity(.leave(next: nil))))
            }
        }
    }
}

/// Signed out here: one step is left, at FranceConnect.
package struct IdentitySignOutPage: HTML {
    private let frame: PortalFrame
    private let end: Link

    /// - Parameter end: where the session at FranceConnect ends; the browser goes there by itself.
    package init(frame: PortalFrame, end: Link) {
        self.frame = frame
        self.end = end
    }

    package var body: some HTML {
        PageLayout(frame.around(), title: "Déconnexion", introduction: "Votre espace est fermé. FranceConnect se ferme aussi…") {
            p { "Rien ne se passe\u{A0}? Sur un ordinateur partagé, allez jusqu'au bout." }
            ButtonRow {
                LinkButton("Me déconnecter de FranceConnect", to: end, style: .primary, icon: .exit)
                LinkButton("Retour à l'accueil", to: frame.links.to(.welcome), style: .quiet)
            }
        }
    }
}
