package import PortalCore

/// "Mon compte": the reader's own details, how to sign in, and where the account is open.
package struct AccountOverviewPage: HTML {
    package struct Model: Sendable {
        package let adult: Adult
        package let account: Account
        /// The address that was asked for and waits.
        package let emailChange: EmailChange?
        /// What is held against the address; nil when it answers.
        package let unreachable: UnreachableAddress?
        package let sessions: [OpenSession]
        package let secondFactor: SecondFactorState
        /// What FranceConnect has proven of the reader, once it is attached.
        package let identity: LinkedIdentity?

        package init(
            adult: Adult,
            account: Account,
            emailChange: EmailChange?,
            unreachable: UnreachableAddress? = nil,
            sessions: [OpenSession],
            secondFactor: SecondFactorState,
            identity: LinkedIdentity? = nil
        ) {
            self.adult = adult
            self.account = account
            self.emailChange = emailChange
            self.unreachable = unreachable
            self.sessions = sessions
            self.secondFactor = secondFactor
            self.identity = identity
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
            title: "Mon compte",
            introduction: "Vérifiez vos coordonnées, modifiez vos identifiants.",
            crumbs: [frame.homeCrumb]
        ) {
            if let address = model.unreachable { UnreachableAddressNotice(address: address, links: frame.links) }
            div(.class("columns even")) {
                Card("Mes coordonnées", icon: .user) {
                    DefinitionList(contacts)
                    ButtonRow { LinkButton("Modifier mes coordonnées", to: frame.links.to(.contacts), icon: .edit) }
                }
                Card("Mes identifiants", icon: .key) {
                    DefinitionList([Definition("Identifiant", model.account.login), Definition("Mot de passe", "••••••••••••")])
                    ButtonRow { LinkButton("Changer de mot de passe", to: frame.links.to(.password), icon: .lock) }
                }
            }
            Card("Mon adresse e-mail", icon: .mail) { EmailSettings(frame: frame, model: model) }
            Card("Double authentification", icon: .lock) { SecondFactorSummary(frame: frame, state: model.secondFactor) }
            if frame.offersFranceConnect { Card("FranceConnect", icon: .user) { IdentitySummary(frame: frame, identity: model.identity) } }
            Card("Clé enfance", icon: .key) {
                p { keySentence }
                ButtonRow { LinkButton(KeyEntryPage.title(frame.settings), to: frame.links.to(.key), icon: .key) }
            }
            Card("Mes données", icon: .file) {
                p { "Téléchargez ce que le portail sait de vous, demandez son effacement, ou fermez votre compte." }
                ButtonRow { LinkButton("Mes données", to: frame.links.to(.data), icon: .file) }
            }
            Card("Appareils connectés", icon: .phone) { SessionList(frame: frame, sessions: model.sessions) }
        }
    }

    private var keySentence: String {
        frame.settings.keyScope == .child
            ? "Un enfant manque dans votre espace\u{A0}? Saisissez sa clé enfance."
            : "Vous avez reçu la clé d'un autre foyer\u{A0}? Rattachez-le à ce compte."
    }

    private var contacts: [Definition] {
        [
            Definition("Nom", "\(model.adult.title.french) \(model.adult.fullName)"), Definition("Adresse", model.adult.address.line),
            Definition("Téléphone", model.adult.phone?.french ?? "Non renseigné"),
        ]
    }
}

private struct SecondFactorSummary: HTML {
    let frame: PortalFrame
    let state: SecondFactorState

    var body: some HTML {
        p {
            if case .on = state { StateTag("Activée", tone: .success) } else { StateTag("Désactivée", tone: .neutral) }
            " Un code de votre téléphone est demandé en plus du mot de passe."
        }
        ButtonRow { LinkButton(label, to: frame.links.to(.secondFactor as AccountPage), icon: .lock) }
    }

    private var label: String { if case .on = state { "Gérer la double authentification" } else { "Activer la double authentification" } }
}

private struct IdentitySummary: HTML {
    let frame: PortalFrame
    let identity: LinkedIdentity?

    var body: some HTML {
        p {
            if identity == nil { StateTag("Pas associé", tone: .neutral) } else { StateTag("Associé", tone: .success) }
            " Une autre façon d'entrer, en plus du mot de passe."
        }
        ButtonRow {
            LinkButton(identity == nil ? "Associer FranceConnect" : "Gérer FranceConnect", to: frame.links.to(.franceConnect), icon: .user)
        }
    }
}

/// The address, whether it is confirmed, and the one that may take its place.
private struct EmailSettings: HTML {
    let frame: PortalFrame
    let model: AccountOverviewPage.Model

    var body: some HTML {
        p {
            strong { model.adult.email?.text ?? "Aucune adresse" }
            " "
            if model.unreachable != nil {
                StateTag("Ne répond plus", tone: .danger)
            } else if isConfirmed {
                StateTag("Confirmée", tone: .success)
            } else {
                StateTag("À confirmer", tone: .warning)
            }
        }
        if let change = model.emailChange {
            EmailChangeNotice(frame: frame, change: change)
        } else {
            ButtonRow {
                if model.unreachable != nil {
                    form(.method(.post), .action(frame.links.to(.emailRetry))) {
                        frame.token
                        SubmitButton("Elle fonctionne de nouveau\u{A0}: réessayer", style: .secondary, icon: .mail)
                    }
                } else if !isConfirmed, model.adult.email != nil {
                    form(.method(.post), .action(frame.links.to(.confirmation))) {
                        frame.token
                        SubmitButton("Renvoyer le lien de confirmation", style: .secondary, icon: .mail)
                    }
                }
                LinkButton("Changer d'adresse", to: frame.links.to(.email), icon: .edit)
            }
        }
    }

    private var isConfirmed: Bool { model.account.emailConfirmedAt != nil }
}

private struct EmailChangeNotice: HTML {
    let frame: PortalFrame
    let change: EmailChange

    var body: some HTML {
        HTMLTemplates.Notice(.neutral, title: "En attente\u{A0}: \(change.email.text)") {
            p { "Ouvrez les liens reçus avant le \(change.expiry.french)." }
            ul {
                li { "Adresse actuelle\u{A0}: \(change.isOldConfirmed ? "d'accord" : "réponse attendue")" }
                li { "Nouvelle adresse\u{A0}: \(change.isNewConfirmed ? "d'accord" : "réponse attendue")" }
            }
            form(.method(.post), .action(frame.links.to(.emailDrop))) {
                frame.token
                SubmitButton("Garder l'adresse actuelle", style: .secondary)
            }
        }
    }
}
