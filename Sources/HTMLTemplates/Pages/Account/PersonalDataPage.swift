package import PortalCore

/// "Mes données": downloading them, what the town keeps, asking to be forgotten, closing the account.
package struct PersonalDataPage: HTML {
    private let frame: PortalFrame
    private let request: ErasureRequest?
    private let form: FormState

    /// - Parameter request: the latest request to be forgotten.
    package init(frame: PortalFrame, request: ErasureRequest?, form: FormState) {
        self.frame = frame
        self.request = request
        self.form = form
    }

    package var body: some HTML {
        PageLayout(
            frame.around(),
            title: "Mes données",
            introduction: "Ce que le portail sait de vous est à vous\u{A0}: lisez-le, emportez-le, demandez son effacement.",
            crumbs: [frame.homeCrumb, Crumb("Mon compte", frame.links.to(.overview))],
            form: form
        ) {
            Card("Télécharger mes données", icon: .file) {
                p { "Une archive ZIP avec une page à lire, des tableaux pour un tableur (CSV) et un fichier pour les programmes (JSON)." }
                HTMLTemplates.form(.method(.post), .action(frame.links.to(.dataArchive))) {
                    frame.token
                    SubmitButton("Télécharger l'archive", icon: .file)
                }
            }
            Card("Ce qui est gardé, et combien de temps", icon: .clock) { RetentionText(frame: frame) }
            Card("Demander l'effacement", icon: .request) { ErasureCard(frame: frame, request: request, form: form) }
            Card("Fermer mon compte", icon: .exit) {
                p { "Vous ne pourrez plus vous connecter. Le dossier de la famille et les réservations restent." }
                ButtonRow { LinkButton("Fermer mon compte", to: frame.links.to(.closing), icon: .exit) }
            }
        }
    }
}

/// The town's own words, or those that hold for every town.
private struct RetentionText: HTML {
    let frame: PortalFrame

    var body: some HTML {
        if let text = frame.settings.text(.personalData) {
            TownText(text.blocks)
        } else {
            let rules = frame.settings.retention
            ul {
                ForEach(RetentionRules.Kind.allCases) { kind in li { "\(kind.french)\u{A0}: \(rules.french(kind)) \(kind.since)." } }
                li { "Réservations, présences et montants\u{A0}: comptabilité de la collectivité, ensuite sans nom." }
                li { "Le journal de qui a fait quoi\u{A0}: il ne peut pas être modifié, et sert de preuve en cas de désaccord." }
            }
        }
    }
}

private struct ErasureCard: HTML {
    let frame: PortalFrame
    let request: ErasureRequest?
    let form: FormState

    var body: some HTML {
        if let request { ErasureStateNotice(request: request) }
        if request?.state != .waiting {
            p {
                "Le service efface ce que la loi ne l'oblige pas à garder, et vous répond dans le mois. "
                "Si la demande est acceptée, votre compte est fermé."
            }
            HTMLTemplates.form(.method(.post), .action(frame.links.to(.erasure as AccountPage)), .novalidate(), .class("form")) {
                frame.token
                TextAreaField(ErasureRequest.Field.message.rawValue, "Ce que vous voulez faire effacer", isRequired: false, in: form)
                SubmitButton("Demander l'effacement", style: .secondary)
            }
        }
    }
}

private struct ErasureStateNotice: HTML {
    let request: ErasureRequest

    var body: some HTML {
        switch request.state {
        case .waiting:
            HTMLTemplates.Notice(.neutral, title: "Demande envoyée le \(request.createdAt.frenchNumeric)") {
                p { "Le service vous répond avant le \(request.answerDay.french)." }
            }
        case .accepted(let at, let answer):
            HTMLTemplates.Notice(.success, title: "Demande acceptée le \(at.frenchNumeric)") { TownText(TextBlock.blocks(of: answer)) }
        case .refused(let at, let answer):
            HTMLTemplates.Notice(.warning, title: "Demande refusée le \(at.frenchNumeric)") { TownText(TextBlock.blocks(of: answer)) }
        }
    }
}

/// Closing the account, with the password: a borrowed telephone must not do it.
package struct AccountClosingPage: HTML {
    private let frame: PortalFrame
    private let form: FormState

    package init(frame: PortalFrame, form: FormState) {
        self.frame = frame
        self.form = form
    }

    package var body: some HTML {
        PageLayout(
            frame.around(),
            title: "Fermer mon compte",
            crumbs: [frame.homeCrumb, Crumb("Mon compte", frame.links.to(.overview)), Crumb("Mes données", frame.links.to(.data))],
            form: form
        ) {
            HTMLTemplates.Notice(.warning, title: "Ce qui se passe") {
                ul {
                    li { "Vous êtes déconnecté de tous vos appareils, et votre mot de passe ne sert plus." }
                    li { "Les réservations à venir restent\u{A0}: annulez d'abord celles dont vous ne voulez plus." }
                    li { "L'autre parent garde son propre compte." }
                    li { "Pour revenir, demandez au service de rouvrir le compte." }
                }
            }
            HTMLTemplates.form(.method(.post), .action(frame.links.to(.closing)), .novalidate(), .class("form")) {
                frame.token
                TextField(
                    AccountClosingField.password.rawValue,
                    "Mot de passe",
                    kind: .password,
                    hint: "Pour être sûr que c'est bien vous.",
                    autocomplete: .currentPassword,
                    in: form
                )
                ButtonRow {
                    SubmitButton("Fermer mon compte", style: .danger)
                    LinkButton("Garder mon compte", to: frame.links.to(.data), style: .quiet)
                }
            }
        }
    }
}
