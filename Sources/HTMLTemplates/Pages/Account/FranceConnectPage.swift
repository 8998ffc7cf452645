package import PortalCore

/// What a form of the page does.
package enum IdentityAct: String, CaseIterable, Hashable, Sendable {
    case attach = "associer"
    case detach = "detacher"

    package static let field = "acte"
}

/// "FranceConnect" in "Mon compte": not attached, to be confirmed, or attached.
package struct FranceConnectPage: HTML {
    package enum State: Sendable {
        case off
        /// The identity that has just been proven.
        case toConfirm(VerifiedIdentity)
        case on(LinkedIdentity)
    }

    private let frame: PortalFrame
    private let state: State
    private let form: FormState

    package init(frame: PortalFrame, state: State, form: FormState) {
        self.frame = frame
        self.state = state
        self.form = form
    }

    package var body: some HTML {
        PageLayout(
            frame.around(),
            title: "FranceConnect",
            introduction: "Entrer dans votre espace avec le compte des impôts, d'Ameli ou de La Poste, en plus de votre mot de passe.",
            crumbs: [frame.homeCrumb, Crumb("Mon compte", frame.links.to(.overview))],
            form: form
        ) {
            switch state {
            case .off: IdentityOffer(frame: frame)
            case .toConfirm(let identity): IdentityConfirmation(frame: frame, identity: identity, form: form)
            case .on(let linked): IdentityInUse(frame: frame, linked: linked, form: form)
            }
        }
    }
}

private struct IdentityOffer: HTML {
    let frame: PortalFrame

    var body: some HTML {
        Card("Associer FranceConnect", icon: .user) {
            p { "Vous vous identifiez auprès de FranceConnect, puis vous confirmez ici avec votre mot de passe." }
            FranceConnectButton(frame.links.to(.identity(.leave(next: nil))))
        }
        Card("Ce que la collectivité reçoit", icon: .info) {
            p {
                "Vos nom, prénoms, date et lieu de naissance, sexe et adresse e-mail, gardés chiffrés. Ils n'ouvrent le dossier d'aucune autre famille."
            }
        }
    }
}

private struct IdentityConfirmation: HTML {
    let frame: PortalFrame
    let identity: VerifiedIdentity
    let form: FormState

    var body: some HTML {
        HTMLTemplates.Notice(.neutral, title: "Identité confirmée par FranceConnect") { p { identity.french } }
        IdentityForm(frame: frame, form: form, label: "Associer à mon espace", act: .attach, style: .primary)
    }
}

private struct IdentityInUse: HTML {
    let frame: PortalFrame
    let linked: LinkedIdentity
    let form: FormState

    var body: some HTML {
        Card("Identité associée", icon: .check) {
            DefinitionList([
                Definition("Identité", linked.identity.french), Definition("Associée le", linked.attachedAt.french),
                Definition("Dernière entrée", linked.lastUsedAt?.french ?? "Pas encore"),
            ])
        }
        Card("Détacher FranceConnect", icon: .cross) {
            p { "Votre identifiant et votre mot de passe suffiront de nouveau, et l'identité reçue sera effacée." }
            IdentityForm(frame: frame, form: form, label: "Détacher", act: .detach, style: .danger)
        }
    }
}

private struct IdentityForm: HTML {
    let frame: PortalFrame
    let form: FormState
    let label: String
    let act: IdentityAct
    let style: ButtonStyle

    var body: some HTML {
        HTMLTemplates.form(.method(.post), .action(frame.links.to(.franceConnect)), .novalidate(), .class("form")) {
            frame.token
            TextField(
                IdentityField.password.rawValue,
                "Mot de passe de votre espace",
                kind: .password,
                hint: "Pour être sûr que c'est bien vous.",
                autocomplete: .currentPassword,
                in: form
            )
            ButtonRow {
                SubmitButton(label, style: style, name: IdentityAct.field, value: act.rawValue)
                LinkButton("Annuler", to: frame.links.to(.overview), style: .quiet)
            }
        }
    }
}
