package import PortalCore

/// "Changement de situation familiale": what changes first, then the questions and documents of that change.
package struct SituationPage: HTML {
    private let frame: PortalFrame
    private let household: Household
    private let kind: SituationKind?
    private let joined: JoinedForm
    private let form: FormState

    /// - Parameter kind: nil while the family has not said what changes.
    package init(frame: PortalFrame, household: Household, kind: SituationKind?, joined: JoinedForm, form: FormState) {
        self.frame = frame
        self.household = household
        self.kind = kind
        self.joined = joined
        self.form = form
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.family),
            title: kind.map(\.french) ?? "Changement de situation familiale",
            introduction: kind.map(\.hint)
                ?? "Dites-nous ce qui change pour le foyer \(household.name)\u{A0}: le service vous répond et met le dossier à jour.",
            crumbs: crumbs,
            form: form
        ) {
            Steps(["Ce qui change", "Vos réponses", "C'est envoyé"], current: kind == nil ? 0 : 1)
            if let kind { questions(kind) } else { TileList(SituationKind.allCases.map(tile)) }
        }
    }

    private var crumbs: [Crumb] {
        let family = [frame.homeCrumb, Crumb("Ma famille", frame.links.to(.family))]
        return kind == nil ? family : family + [Crumb("Changement de situation", frame.links.to(.situation(household.id)))]
    }

    private func tile(_ kind: SituationKind) -> Tile {
        Tile(title: kind.french, hint: kind.hint, icon: kind.icon, link: frame.links.to(.situation(household.id, kind)))
    }

    private func questions(_ kind: SituationKind) -> some HTML {
        HTMLTemplates.form(
            .method(.post),
            .action(frame.links.to(.situation(household.id, kind))),
            .enctype(joined.encoding),
            .novalidate(),
            .class("form stack")
        ) {
            frame.token
            HiddenField(SituationForm.Field.kind.rawValue, kind.rawValue)
            Card("Vos réponses", icon: kind.icon) { SituationQuestions(kind: kind, form: form) }
            if kind == .move || kind == .separation {
                Card(kind == .move ? "Votre nouvelle adresse" : "Votre adresse, si vous déménagez", icon: .place) {
                    SituationAddress(isAsked: kind == .move, form: form)
                }
            }
            if !joined.asks.isEmpty {
                Card("Pièces à joindre", icon: .file) { JoinedFileFields(joined.asks, key: joined.key, in: form) }
            }
            SubmitButton("Envoyer au service")
        }
    }
}

private struct SituationQuestions: HTML {
    let kind: SituationKind
    let form: FormState

    var body: some HTML {
        TextField(
            SituationForm.Field.day.rawValue,
            kind == .birth ? "Date de naissance ou d'arrivée" : "Depuis le, ou à partir du",
            kind: .date,
            in: form
        )
        if kind == .separation {
            RadioGroup(
                SituationForm.Field.home.rawValue,
                "Où les enfants vivront",
                choices: SituationHome.allCases.map { Choice($0.rawValue, $0.french) },
                in: form
            )
        }
        if kind == .birth { TextField(SituationForm.Field.person.rawValue, "Prénom et nom de l'enfant", autocomplete: .off, in: form) }
        if kind == .newPartner {
            TextField(SituationForm.Field.person.rawValue, "Prénom et nom de cette personne", autocomplete: .off, in: form)
            CheckboxField(SituationForm.Field.picksUp.rawValue, "Elle peut venir chercher les enfants", in: form)
        }
        TextAreaField(SituationForm.Field.details.rawValue, "Précisions", isRequired: false, in: form)
    }
}

private struct SituationAddress: HTML {
    /// Whether the family moves in any case.
    let isAsked: Bool
    let form: FormState

    var body: some HTML {
        if !isAsked { CheckboxField(SituationForm.Field.moves.rawValue, "Je déménage", in: form) }
        TextField(ChangePart.street.rawValue, ChangePart.street.french, isRequired: isAsked, autocomplete: .streetAddress, in: form)
        TextField(
            ChangePart.postalCode.rawValue,
            ChangePart.postalCode.french,
            kind: .number,
            isRequired: isAsked,
            autocomplete: .postalCode,
            in: form
        )
        TextField(ChangePart.city.rawValue, ChangePart.city.french, isRequired: isAsked, autocomplete: .town, in: form)
    }
}

extension SituationKind {
    fileprivate var icon: Icon {
        switch self {
        case .separation, .newPartner: .family
        case .move: .place
        case .birth: .plus
        }
    }
}
