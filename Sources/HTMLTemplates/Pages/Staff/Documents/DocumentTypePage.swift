package import PortalCore

/// One type of pièce justificative, to be changed, retired or added.
package struct DocumentTypePage: HTML {
    package struct Model: Sendable {
        /// nil for one that is being added.
        package let published: PublishedDocumentType?
        /// The families that lack it today, as far as they are counted.
        package let missing: Int
        package let activities: [Activity]
        package let typed: DocumentTypeForm
        package let form: FormState

        package init(published: PublishedDocumentType?, missing: Int, activities: [Activity], typed: DocumentTypeForm, form: FormState) {
            self.published = published
            self.missing = missing
            self.activities = activities
            self.typed = typed
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
            frame.around(.documents),
            title: model.published?.type.name ?? "Ajouter une pièce",
            introduction: model.published == nil ? "Les familles la voient dès qu'elle est publiée." : nil,
            crumbs: [
                Crumb("Pièces à vérifier", frame.links.to(DocumentDeskPage.inbox(type: nil))),
                Crumb("Pièces demandées", frame.links.to(DocumentDeskPage.types)),
            ],
            form: model.form
        ) {
            if let published = model.published { DocumentTypeFacts(published: published, missing: model.missing) }
            HTMLTemplates.form(.method(.post), .action(address), .novalidate(), .class("form")) {
                frame.token
                DocumentTypeFields(model: model)
                ButtonRow {
                    SubmitButton("Publier", icon: .check)
                    LinkButton("Annuler", to: frame.links.to(DocumentDeskPage.types), style: .quiet)
                }
            }
            if let published = model.published { DocumentTypeActs(published: published, frame: frame) }
        }
    }

    private var address: Link {
        frame.links.to(model.published.map { DocumentDeskPage.type($0.type.code) } ?? .newType)
    }
}

/// Where the type comes from, and whom it is missing to.
private struct DocumentTypeFacts: HTML {
    let published: PublishedDocumentType
    let missing: Int

    var body: some HTML {
        p { DocumentTypeTag(published: published) }
        p(.class("hint")) {
            origin
            if !published.isRetired, published.type.demand != .optional {
                missing == 0
                    ? " Elle ne manque à aucune famille aujourd'hui." : " Elle manque aujourd'hui à \(missing) famille\(missing > 1 ? "s" : "")."
            }
        }
    }

    private var origin: String {
        let publication = published.publication.map { " le \($0.at.frenchNumeric) par \($0.by)" } ?? ""
        return switch published.origin {
        case .definition: "Telle que le fichier de définition la décrit."
        case .changed: "Changée ici\(publication)\u{A0}: le fichier de définition la décrit autrement, et un import n'y touche pas."
        case .added: "Ajoutée ici, publiée\(publication)\u{A0}: un import du fichier de définition n'y touche pas."
        }
    }
}

private struct DocumentTypeFields: HTML {
    private typealias Field = DocumentTypeForm.Field
    let model: DocumentTypePage.Model

    var body: some HTML {
        TextField(
            Field.name.rawValue,
            "Nom de la pièce",
            hint: "Comme les familles la connaissent\u{A0}: «\u{A0}Attestation d'assurance\u{A0}».",
            in: model.form
        )
        TextAreaField(
            Field.purpose.rawValue,
            "Explication",
            hint: "À quoi elle sert, ce qui doit y figurer, où la demander.",
            isRequired: false,
            in: model.form
        )
        RadioGroup(Field.scope.rawValue, "Pour qui", choices: scopes, in: model.form)
        CheckboxGroup(
            Field.activities.rawValue,
            "Pour quelles activités",
            choices: model.activities.map { Choice($0.code, $0.name, hint: $0.place) },
            hint: "Rien de coché\u{A0}: toutes. Elle n'est demandée qu'aux enfants qui y sont inscrits.",
            ticked: model.typed.activities,
            in: model.form
        )
        DocumentValidityFields(form: model.form)
        RadioGroup(Field.demand.rawValue, "Exigence", choices: demands, in: model.form)
        CheckboxGroup(
            Field.occasions.rawValue,
            "Aussi demandée avec",
            choices: DocumentOccasion.allCases.map { Choice($0.rawValue, $0.rawValue.capitalizedFirst) },
            hint: "Les modifications et déclarations dont le formulaire la propose.",
            ticked: model.typed.occasions,
            in: model.form
        )
        CheckboxField(
            Field.isHealth.rawValue,
            "Elle parle de santé",
            hint: "Réservée aux agents qui lisent les fiches sanitaires, et aux parents qui exercent l'autorité parentale.",
            in: model.form
        )
    }

    private var scopes: [Choice] { DocumentScope.allCases.map { Choice($0.rawValue, $0.french.capitalizedFirst) } }

    private var demands: [Choice] {
        [
            Choice(DocumentDemand.optional.rawValue, "Facultative", hint: "La famille peut la ranger ici."),
            Choice(DocumentDemand.asked.rawValue, "Demandée", hint: "Les familles à qui elle manque sont relancées."),
            Choice(
                DocumentDemand.blocking.rawValue,
                "Obligatoire pour réserver",
                hint: "Dès la publication, qui ne l'a pas envoyée ne réserve plus ces activités. Ce qui est réservé le reste."
            ),
        ]
    }
}

private struct DocumentValidityFields: HTML {
    private typealias Field = DocumentTypeForm.Field
    let form: FormState

    var body: some HTML {
        RadioGroup(
            Field.validity.rawValue,
            "Valable",
            choices: DocumentTypeForm.Validity.allCases.map { Choice($0.rawValue, $0.french) },
            hint: "L'agent qui accepte une pièce corrige la date proposée.",
            in: form
        )
        TextField(
            Field.months.rawValue,
            "Nombre de mois",
            kind: .number,
            hint: "Si elle vaut un nombre de mois, de 1 à 120.",
            isRequired: false,
            in: form
        )
        TextField(
            Field.lastDay.rawValue,
            "Dernier jour",
            kind: .date,
            hint: "Si elle vaut jusqu'au même jour pour tous.",
            isRequired: false,
            in: form
        )
    }
}

/// What may be done with a type besides changing it.
private struct DocumentTypeActs: HTML {
    let published: PublishedDocumentType
    let frame: PortalFrame

    var body: some HTML {
        Card(published.isRetired ? "Redemander cette pièce" : "Ne plus demander cette pièce", icon: published.isRetired ? .plus : .cross) {
            p {
                published.isRetired
                    ? "Les familles la reverront dans leurs pièces, comme elle est décrite ici."
                    : "Les familles ne la voient plus, et elle n'empêche plus de réserver. Ce qu'elles ont envoyé est gardé."
            }
            act(published.isRetired ? .restore : .retire, published.isRetired ? "Redemander" : "Ne plus demander")
        }
        if published.origin == .changed {
            Card("Revenir au fichier de définition", icon: .previous) {
                p { "Ce qui a été publié ici est oublié\u{A0}: la pièce redevient telle que le fichier la décrit." }
                act(.revert, "Revenir au fichier")
            }
        }
    }

    private func act(_ act: DocumentTypeAct, _ label: String) -> some HTML {
        form(.method(.post), .action(frame.links.to(DocumentDeskPage.typeState(published.type.code)))) {
            frame.token
            SubmitButton(label, style: .secondary, name: DocumentTypeAct.field, value: act.rawValue)
        }
    }
}

/// What a button does with a type. The raw value is the button's.
package enum DocumentTypeAct: String, Sendable {
    case retire = "retirer"
    case restore = "redemander"
    case revert = "revenir"

    package static let field = "acte"
}
