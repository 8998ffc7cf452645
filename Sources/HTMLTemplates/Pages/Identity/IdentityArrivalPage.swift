package import PortalCore

/// For somebody whose identity FranceConnect has proven: is there an account already, or is one to be created?
package struct IdentityArrivalPage: HTML {
    private let frame: PortalFrame
    private let identity: VerifiedIdentity

    package init(frame: PortalFrame, identity: VerifiedIdentity) {
        self.frame = frame
        self.identity = identity
    }

    package var body: some HTML {
        PageLayout(
            frame.around(),
            title: "Bienvenue, \(identity.firstName)",
            introduction: "FranceConnect a confirmé votre identité\u{A0}; aucun espace d'ici n'y est encore associé.",
            crumbs: [Crumb(frame.settings.shortName, frame.links.to(.welcome))]
        ) {
            HTMLTemplates.Notice(.success, title: "Identité confirmée") { p { identity.french } }
            div(.class("columns even")) {
                Card("J'ai déjà un espace", icon: .user) {
                    p { "Connectez-vous une dernière fois avec votre identifiant\u{A0}: nous y associerons FranceConnect." }
                    ButtonRow { LinkButton("Me connecter", to: frame.links.to(.signIn(next: nil)), style: .primary) }
                }
                Card("Je n'ai pas d'espace", icon: .key) {
                    p { "Créez-le avec la clé enfance que la collectivité vous a envoyée. Votre nom est déjà rempli." }
                    ButtonRow {
                        LinkButton("Créer mon espace", to: frame.links.to(.registration), icon: .plus)
                        LinkButton("Je n'ai pas de clé enfance", to: frame.links.to(.newcomer), style: .quiet)
                    }
                }
            }
            p(.class("hint")) {
                "Pourquoi ces questions\u{A0}? Un nom ne suffit pas à reconnaître une famille\u{A0}: votre mot de passe, une clé enfance ou le service le font."
            }
        }
    }
}

/// On the forms that create an account: whose identity is attached to it.
struct ArrivalNotice: HTML {
    let frame: PortalFrame
    let identity: VerifiedIdentity

    var body: some HTML {
        HTMLTemplates.Notice(.success, title: "Identité confirmée par FranceConnect") {
            p { identity.french }
            p { "FranceConnect ouvrira votre espace, en plus de l'identifiant et du mot de passe choisis ici." }
        }
    }
}
