import PortalCore

/// The forms of "Mon compte", one to a page.
package enum AccountForm: Sendable {
    case contacts
    case password(login: String)
    /// In place of the one that the town made up, before anything else.
    case firstPassword(login: String)
    case email(current: String?)

    var title: String {
        switch self {
        case .contacts: "Modifier mes coordonnées"
        case .password: "Changer de mot de passe"
        case .firstPassword: "Choisissez votre mot de passe"
        case .email: "Changer d'adresse e-mail"
        }
    }

    /// Whether somebody may go elsewhere without filling the form in.
    var mayWait: Bool {
        if case .firstPassword = self { false } else { true }
    }

    var page: AccountPage {
        switch self {
        case .contacts: .contacts
        case .password, .firstPassword: .password
        case .email: .email
        }
    }
}

/// A page with one form of "Mon compte".
package struct AccountFormPage: HTML {
    private let frame: PortalFrame
    private let kind: AccountForm
    private let state: FormState

    package init(frame: PortalFrame, form: AccountForm, state: FormState) {
        self.frame = frame
        kind = form
        self.state = state
    }

    package var body: some HTML {
        PageLayout(
            frame.around(),
            title: kind.title,
            crumbs: [frame.homeCrumb, Crumb("Mon compte", frame.links.to(.overview))],
            form: state
        ) {
            form(.method(.post), .action(frame.links.to(kind.page)), .novalidate(), .class("form")) {
                frame.token
                switch kind {
                case .contacts: OwnContactFields(form: state)
                case .password(let login): PasswordChangeFields(login: login, form: state)
                case .firstPassword(let login): NewPasswordFields(login: login, form: state)
                case .email(let current): EmailChangeFields(current: current, form: state)
                }
                ButtonRow {
                    SubmitButton("Enregistrer")
                    if kind.mayWait { LinkButton("Annuler", to: frame.links.to(.overview), style: .quiet) }
                }
            }
        }
    }
}

/// Where somebody lives and is called.
struct OwnContactFields: HTML {
    let form: FormState

    var body: some HTML {
        TextField(OwnContacts.Field.street.rawValue, "Adresse", hint: "Numéro et rue", autocomplete: .streetAddress, in: form)
        TextField(OwnContacts.Field.postalCode.rawValue, "Code postal", kind: .number, autocomplete: .postalCode, in: form)
        TextField(OwnContacts.Field.city.rawValue, "Commune", autocomplete: .town, in: form)
        TextField(
            OwnContacts.Field.phone.rawValue,
            "Téléphone",
            kind: .telephone,
            hint: "Par exemple 06 12 34 56 78",
            autocomplete: .telephone,
            in: form
        )
    }
}

private struct PasswordChangeFields: HTML {
    let login: String
    let form: FormState

    var body: some HTML {
        TextField(NewPasswordField.current.rawValue, "Mot de passe actuel", kind: .password, autocomplete: .currentPassword, in: form)
        NewPasswordFields(login: login, form: form)
        p(.class("hint")) { "Les autres appareils seront déconnectés, et un courriel vous préviendra du changement." }
    }
}

private struct EmailChangeFields: HTML {
    let current: String?
    let form: FormState

    var body: some HTML {
        if let current {
            p {
                "Adresse actuelle\u{A0}: "
                strong { current }
            }
        }
        TextField(EmailChangeField.email.rawValue, "Nouvelle adresse e-mail", kind: .email, autocomplete: .email, in: form)
        TextField(
            EmailChangeField.password.rawValue,
            "Mot de passe",
            kind: .password,
            hint: "Pour être sûr que c'est bien vous.",
            autocomplete: .currentPassword,
            in: form
        )
        p(.class("hint")) {
            "Un lien part à chacune des deux adresses\u{A0}: le changement a lieu quand vous avez ouvert les deux. "
            "Vous ne lisez plus l'ancienne\u{A0}? Demandez au service."
        }
    }
}
