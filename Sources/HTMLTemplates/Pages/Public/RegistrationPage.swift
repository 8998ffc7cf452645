package import PortalCore

/// "Créer mon espace": who one is, then how one will sign in, with the clé enfance.
package struct RegistrationPage: HTML {
    private let frame: PortalFrame
    private let form: FormState
    private let identity: VerifiedIdentity?

    /// - Parameter identity: what FranceConnect has proven of the reader, attached to the account.
    package init(frame: PortalFrame, form: FormState, identity: VerifiedIdentity? = nil) {
        self.frame = frame
        self.form = form
        self.identity = identity
    }

    package var body: some HTML {
        PageLayout(
            frame.around(),
            title: "Créer mon espace",
            introduction: "Deux étapes sur cette page\u{A0}: vos coordonnées, puis vos identifiants avec la clé enfance.",
            crumbs: [Crumb(frame.settings.shortName, frame.links.to(.welcome))],
            form: form
        ) {
            if let identity { ArrivalNotice(frame: frame, identity: identity) }
            if let text = frame.settings.text(.accountCreation) { TownText(text.blocks) }
            if identity == nil, frame.offersFranceConnect { FranceConnectButton(frame.links.to(.identity(.leave(next: nil)))) }
            p {
                "Vous n'avez pas de clé enfance\u{A0}? "
                a(.href(frame.links.to(.newcomer))) { "Créer mon espace sans clé" }
            }
            HTMLTemplates.form(.method(.post), .action(frame.links.to(.registration)), .novalidate(), .class("form stack")) {
                frame.token
                Card("1. Vos coordonnées", icon: .user) {
                    IdentityFields(form: form)
                    AddressFields(form: form)
                }
                Card("2. Vos identifiants", icon: .key) { CredentialFields(form: form, keyText: frame.settings.text(.activationKey)) }
                SubmitButton("Créer mon espace")
            }
        }
    }
}

struct IdentityFields: HTML {
    let form: FormState

    var body: some HTML {
        RadioGroup(Registration.Field.title.rawValue, "Civilité", choices: Title.allCases.map { Choice($0.rawValue, $0.french) }, in: form)
        TextField(Registration.Field.firstName.rawValue, "Prénom", autocomplete: .givenName, in: form)
        TextField(Registration.Field.lastName.rawValue, "Nom", autocomplete: .familyName, in: form)
    }
}

private struct AddressFields: HTML {
    let form: FormState

    var body: some HTML {
        OwnContactFields(form: form)
        TextField(
            Registration.Field.email.rawValue,
            "Adresse e-mail",
            kind: .email,
            hint: "Les confirmations y sont envoyées\u{A0}; vous les retrouvez aussi dans votre espace.",
            autocomplete: .email,
            in: form
        )
    }
}

private struct CredentialFields: HTML {
    let form: FormState
    let keyText: PortalText?

    var body: some HTML {
        TextField(
            Registration.Field.login.rawValue,
            "Identifiant",
            hint: "Au choix, sans espace\u{A0}: par exemple marie.dupont",
            autocomplete: .username,
            in: form
        )
        TextField(
            Registration.Field.password.rawValue,
            "Mot de passe",
            kind: .password,
            hint: "12 caractères au moins\u{A0}: minuscules, majuscules, chiffres ou signes. Une longue phrase convient aussi.",
            autocomplete: .newPassword,
            in: form
        )
        ActivationKeyField(form: form)
        if let keyText {
            details {
                summary { keyText.title }
                TownText(keyText.blocks)
            }
        }
    }
}
