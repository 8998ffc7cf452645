package import PortalCore

/// "Ajouter un enfant avec sa clé": the children whom the account reaches already, and one field for the next clé enfance.
package struct KeyEntryPage: HTML {
    private let frame: PortalFrame
    private let children: [Child]
    private let today: CivilDate
    private let form: FormState

    /// - Parameter children: those whom the reader sees.
    package init(frame: PortalFrame, children: [Child], today: CivilDate, form: FormState) {
        self.today = today
        self.frame = frame
        self.children = children
        self.form = form
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.family),
            title: KeyEntryPage.title(frame.settings),
            introduction: introduction,
            crumbs: [frame.homeCrumb],
            form: form
        ) {
            if !children.isEmpty {
                Card("Déjà dans votre espace", icon: .family) {
                    ul(.class("people")) {
                        ForEach(children) { child in
                            li { PersonLink(child.fullName, detail: child.schooling.school(on: today), to: frame.links.to(.child(child.id))) }
                        }
                    }
                }
            }
            HTMLTemplates.form(.method(.post), .action(frame.links.to(.key)), .novalidate(), .class("form")) {
                frame.token
                ActivationKeyField(form: form)
                ButtonRow {
                    SubmitButton("Ajouter", icon: .key)
                    if !children.isEmpty { LinkButton("J'ai terminé", to: frame.links.to(.home as ParentPage)) }
                }
            }
            if let text = frame.settings.text(.activationKey) {
                details {
                    summary { text.title }
                    TownText(text.blocks)
                }
            }
        }
    }

    /// What links to the page say, too.
    static func title(_ settings: PortalSettings) -> String {
        settings.keyScope == .child ? "Ajouter un enfant avec sa clé" : "Saisir une clé enfance"
    }

    private var introduction: String {
        frame.settings.keyScope == .child
            ? "Chaque enfant a sa clé enfance. Saisissez-les l'une après l'autre."
            : "Une clé enfance rattache votre compte à un foyer\u{A0}: le vôtre, ou un deuxième si vous en avez deux."
    }
}

/// The field of a clé enfance.
struct ActivationKeyField: HTML {
    let form: FormState

    var body: some HTML {
        TextField(
            Registration.Field.key.rawValue,
            "Clé enfance",
            hint: "Reçue par courriel ou par courrier, par exemple ABCD-EFGH-JKLM. Minuscules et espaces sont acceptés.",
            autocomplete: .off,
            in: form
        )
    }
}
