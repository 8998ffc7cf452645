package import PortalCore

/// A child's entourage: who may come for it, who is called first, who is forbidden; and a form to add somebody.
package struct ContactsPage: HTML {
    package struct Model: Sendable {
        package let frame: PortalFrame
        package let child: Child
        /// The reader's other children, to share contacts with.
        package let siblings: [Child]
        package let contacts: [ChildContact]
        /// Whether the reader decides for this child.
        package let mayChange: Bool
        package let form: FormState

        package init(frame: PortalFrame, child: Child, siblings: [Child], contacts: [ChildContact], mayChange: Bool, form: FormState) {
            self.frame = frame
            self.child = child
            self.siblings = siblings
            self.contacts = contacts
            self.mayChange = mayChange
            self.form = form
        }
    }

    private let model: Model

    package init(_ model: Model) {
        self.model = model
    }

    package var body: some HTML {
        PageLayout(
            model.frame.around(.family),
            title: "Entourage de \(model.child.firstName)",
            introduction: "Les personnes à appeler, celles qui peuvent venir chercher l'enfant, et celles qui ne le peuvent pas.",
            crumbs: model.frame.crumbs(of: model.child),
            form: model.form
        ) {
            if model.contacts.isEmpty {
                EmptyState("Personne pour le moment", icon: .family) {
                    p { "Les parents sont toujours appelés. Ajoutez ici les autres personnes de confiance." }
                }
            } else {
                CardGrid { ForEach(model.contacts) { contact in EntourageCard(contact: contact, model: model) } }
            }
            if model.mayChange {
                if !model.siblings.isEmpty { ContactCopy(model: model) }
                ContactAddition(model: model)
            } else {
                p(.class("hint")) { "Seule une personne qui exerce l'autorité parentale peut modifier l'entourage." }
            }
        }
    }
}

extension PortalFrame {
    /// The way back from a page of a child's file.
    func crumbs(of child: Child) -> [Crumb] {
        [homeCrumb, Crumb("Ma famille", links.to(.family)), Crumb(child.fullName, links.to(.child(child.id)))]
    }
}

private struct EntourageCard: HTML {
    let contact: ChildContact
    let model: ContactsPage.Model

    var body: some HTML {
        Card(contact.details.fullName, icon: .user) {
            ContactTags(details: contact.details)
            p { "\(contact.details.kinship) · \(contact.details.phone.french)" }
            if let asked = contact.removalAskedAt {
                p(.class("hint")) { "Suppression demandée le \(asked.frenchNumeric)\u{A0}: le service s'en charge." }
            }
            if model.mayChange {
                ButtonRow {
                    LinkButton("Corriger", to: links.to(.contact(contact.child, contact.id)), icon: .edit)
                    ContactRemoval(contact: contact, action: links.to(.contactRemoval(contact.child, contact.id)), token: model.frame.token)
                }
            }
        }
    }

    private var links: PortalLinks { model.frame.links }
}

/// What a contact may do, in a word each.
struct ContactTags: HTML {
    let details: ContactDetails

    var body: some HTML {
        p(.class("buttons")) {
            if details.isForbidden { StateTag("Interdit de venir chercher l'enfant", tone: .danger) }
            if details.picksUp { StateTag("Peut venir chercher l'enfant", tone: .success) }
            if details.callFirst { StateTag("À appeler en premier", tone: .accent, icon: .phone) }
            if !details.isForbidden, !details.picksUp, !details.callFirst { StateTag("À prévenir en cas d'urgence", tone: .neutral) }
        }
    }
}

/// One click asks the staff to delete, another takes it back.
private struct ContactRemoval: HTML {
    let contact: ChildContact
    let action: Link
    let token: FormToken

    var body: some HTML {
        form(.method(.post), .action(action)) {
            token
            if contact.removalAskedAt == nil {
                SubmitButton("Demander la suppression", style: .quiet, icon: .cross, name: "demande", value: "oui")
            } else {
                SubmitButton("Garder finalement", style: .quiet, name: "demande", value: "non")
            }
        }
    }
}

private struct ContactCopy: HTML {
    let model: ContactsPage.Model

    var body: some HTML {
        Card("Reprendre l'entourage d'un autre enfant", icon: .family) {
            HTMLTemplates.form(.method(.post), .action(model.frame.links.to(.contactCopy(model.child.id))), .class("form")) {
                model.frame.token
                SelectField("enfant", "Enfant", choices: model.siblings.map { Choice(String($0.id.rawValue), $0.fullName) }, in: FormState())
                SubmitButton("Copier les personnes qui manquent", style: .secondary)
            }
        }
    }
}

private struct ContactAddition: HTML {
    let model: ContactsPage.Model

    var body: some HTML {
        Card("Ajouter une personne", icon: .plus, id: "ajouter") {
            HTMLTemplates.form(.method(.post), .action(model.frame.links.to(.contacts(model.child.id))), .novalidate(), .class("form")) {
                model.frame.token
                ContactFields(form: model.form)
                ForEach(model.siblings) { sibling in
                    CheckboxField(
                        "aussi-\(sibling.id.rawValue)",
                        "Ajouter aussi à l'entourage de \(sibling.firstName)",
                        value: "oui",
                        in: model.form
                    )
                }
                SubmitButton("Ajouter")
            }
        }
    }
}

/// The fields of a contact.
struct ContactFields: HTML {
    let form: FormState

    var body: some HTML {
        TextField(ContactForm.Field.firstName.rawValue, "Prénom", autocomplete: .off, in: form)
        TextField(ContactForm.Field.lastName.rawValue, "Nom", autocomplete: .off, in: form)
        TextField(ContactForm.Field.kinship.rawValue, "Lien avec l'enfant", hint: "Par exemple grand-mère, voisin, assistante maternelle", in: form)
        TextField(ContactForm.Field.phone.rawValue, "Téléphone", kind: .telephone, hint: "Par exemple 06 12 34 56 78", autocomplete: .off, in: form)
        CheckboxField(ContactForm.Field.picksUp.rawValue, "Peut venir chercher l'enfant", in: form)
        CheckboxField(ContactForm.Field.callFirst.rawValue, "À appeler en premier en cas d'urgence", in: form)
        CheckboxField(
            ContactForm.Field.isForbidden.rawValue,
            "N'a pas le droit de venir chercher l'enfant",
            hint: "Si une décision de justice le dit, envoyez-en aussi une copie au service.",
            in: form
        )
    }
}

/// A contact to correct.
package struct ContactPage: HTML {
    private let frame: PortalFrame
    private let child: Child
    private let contact: ChildContact
    private let form: FormState

    package init(frame: PortalFrame, child: Child, contact: ChildContact, form: FormState) {
        self.frame = frame
        self.child = child
        self.contact = contact
        self.form = form
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.family),
            title: contact.details.fullName,
            introduction: "Entourage de \(child.fullName)",
            crumbs: frame.crumbs(of: child) + [Crumb("Entourage", frame.links.to(.contacts(child.id)))],
            form: form
        ) {
            Card("Corriger", icon: .edit) {
                HTMLTemplates.form(.method(.post), .action(frame.links.to(.contact(child.id, contact.id))), .novalidate(), .class("form")) {
                    frame.token
                    ContactFields(form: form)
                    SubmitButton("Enregistrer")
                }
            }
        }
    }
}
