package import PortalCore

/// What a form of the page does.
package enum SecondFactorAct: String, CaseIterable, Hashable, Sendable {
    case begin = "commencer"
    case confirm = "confirmer"
    case renewCodes = "codes"
    case disable = "desactiver"

    package static let field = "acte"
}

/// "Double authentification": off, waiting for the first code, or on. The same for parents and for the staff.
package struct SecondFactorPage: HTML {
    package struct Model: Sendable {
        package let state: SecondFactorState
        /// The page itself, where its forms go.
        package let link: Link
        package let crumbs: [Crumb]
        /// Whether nothing else may be done before it is on.
        package let isRequired: Bool
        package let form: FormState

        package init(state: SecondFactorState, link: Link, crumbs: [Crumb], isRequired: Bool, form: FormState) {
            self.state = state
            self.link = link
            self.crumbs = crumbs
            self.isRequired = isRequired
            self.form = form
        }
    }

    private let frame: PortalFrame
    private let model: Model

    package init(frame: PortalFrame, model: Model) {
        self.frame = frame
        self.model = model
    }

    package var body: some HTML {
        PageLayout(
            frame.around(),
            title: "Double authentification",
            introduction: "Un code de votre téléphone, en plus du mot de passe\u{A0}: qui devine ou vole le mot de passe n'entre pas.",
            crumbs: model.crumbs,
            form: model.form
        ) {
            switch model.state {
            case .off: SecondFactorOffer(frame: frame, model: model)
            case .pending(let key): SecondFactorSetup(frame: frame, model: model, key: key)
            case .on(let since, let codes): SecondFactorInUse(frame: frame, model: model, since: since, codes: codes)
            }
        }
    }
}

private struct SecondFactorOffer: HTML {
    let frame: PortalFrame
    let model: SecondFactorPage.Model

    var body: some HTML {
        if model.isRequired {
            HTMLTemplates.Notice(.warning, title: "À faire avant de continuer") {
                p { "Votre collectivité demande un code à tous ses agents. Cela prend deux minutes." }
            }
        }
        Card("Ce qu'il vous faut", icon: .phone) {
            p {
                "Une application d'authentification sur votre téléphone\u{A0}: FreeOTP, Aegis, Google Authenticator, Microsoft Authenticator… "
                "Elle montre un code de six chiffres qui change toutes les trente secondes, même sans réseau."
            }
            form(.method(.post), .action(model.link)) {
                frame.token
                SubmitButton("Commencer", icon: .lock, name: SecondFactorAct.field, value: SecondFactorAct.begin.rawValue)
            }
        }
    }
}

private struct SecondFactorSetup: HTML {
    let frame: PortalFrame
    let model: SecondFactorPage.Model
    let key: SecondFactorKey

    var body: some HTML {
        div(.class("columns even")) {
            Card("1. Ajoutez ce compte à l'application", icon: .phone) {
                p { "Choisissez «\u{A0}ajouter un compte\u{A0}» dans l'application, puis visez ce dessin." }
                if let code = QRCode(key.address) { QRCodeView(code, label: "Code QR à lire avec l'application d'authentification") }
                p { "Sans appareil photo, saisissez cette clé\u{A0}:" }
                p { code(.class("secret")) { key.text } }
            }
            Card("2. Saisissez le code qu'elle montre", icon: .lock) {
                HTMLTemplates.form(.method(.post), .action(model.link), .novalidate(), .class("form")) {
                    frame.token
                    OneTimeCodeField(hint: "Six chiffres", form: model.form)
                    SubmitButton("Activer", name: SecondFactorAct.field, value: SecondFactorAct.confirm.rawValue)
                }
            }
        }
    }
}

private struct SecondFactorInUse: HTML {
    let frame: PortalFrame
    let model: SecondFactorPage.Model
    let since: Instant
    let codes: Int

    var body: some HTML {
        Card("Activée", icon: .lock) {
            DefinitionList([
                Definition("Depuis le", since.french),
                Definition("Codes de secours", "\(codes) code\(codes > 1 ? "s" : "") qui n'\(codes > 1 ? "ont" : "a") pas servi"),
            ])
            if codes < 3 { HTMLTemplates.Notice(.warning) { p { "Il vous reste peu de codes de secours\u{A0}: faites-en de nouveaux." } } }
        }
        Card("Modifier", icon: .edit) {
            HTMLTemplates.form(.method(.post), .action(model.link), .novalidate(), .class("form")) {
                frame.token
                OneTimeCodeField(hint: "De l'application, ou un code de secours", form: model.form)
                ButtonRow {
                    SubmitButton(
                        "Faire de nouveaux codes de secours",
                        style: .secondary,
                        name: SecondFactorAct.field,
                        value: SecondFactorAct.renewCodes.rawValue
                    )
                    if !model.isRequired {
                        SubmitButton("Désactiver", style: .danger, name: SecondFactorAct.field, value: SecondFactorAct.disable.rawValue)
                    }
                }
            }
        }
    }
}

/// The field for a code, with the keyboard and the filling-in that telephones have for it.
struct OneTimeCodeField: HTML {
    let hint: String
    let form: FormState

    var body: some HTML {
        TextField(SecondFactorService.Field.code.rawValue, "Code", hint: hint, autocomplete: .oneTimeCode, in: form)
    }
}
