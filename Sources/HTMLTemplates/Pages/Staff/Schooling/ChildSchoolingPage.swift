package import PortalCore

/// A child's schools year by year, and the form that corrects one.
package struct ChildSchoolingPage: HTML {
    /// The field that leads back to the passage after saving.
    package static let back = "retour"

    private let frame: PortalFrame
    private let child: Child
    private let households: [Household]
    private let years: [SchoolYear]
    private let form: FormState

    /// - Parameter years: those that may be corrected, the earliest first.
    package init(frame: PortalFrame, child: Child, households: [Household], years: [SchoolYear], form: FormState) {
        self.frame = frame
        self.child = child
        self.households = households
        self.years = years
        self.form = form
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.households),
            title: "École et classe\u{A0}: \(child.fullName)",
            introduction: "Une école et une classe par année scolaire. Les listes d'une journée montrent celles de son année.",
            crumbs: crumbs,
            form: form
        ) {
            Card("Années scolaires", icon: .file) { SchoolingList(child.schooling) }
            Card("Corriger une année", icon: .edit) {
                HTMLTemplates.form(.method(.post), .action(frame.links.to(SchoolingDeskPage.child(child.id, nil))), .novalidate(), .class("form")) {
                    frame.token
                    HiddenField(Self.back, form[Self.back])
                    SelectField(
                        ChangePart.schoolYear.rawValue,
                        ChangePart.schoolYear.french,
                        choices: years.reversed().map { Choice($0.name, $0.name) },
                        hint: "Ce qui est dit d'une année vaut aussi pour les suivantes, tant que rien d'autre n'est indiqué.",
                        in: form
                    )
                    TextField(
                        ChangePart.school.rawValue,
                        ChangePart.school.french,
                        hint: "Vide si l'enfant quitte les écoles.",
                        isRequired: false,
                        in: form
                    )
                    TextField(ChangePart.schoolClass.rawValue, ChangePart.schoolClass.french, isRequired: false, in: form)
                    SubmitButton("Enregistrer", icon: .check)
                }
            }
        }
    }

    private var crumbs: [Crumb] {
        let families = [Crumb("Familles", frame.links.to(.list(search: nil)))]
        if !form[Self.back].isEmpty { return families + [Crumb("Passage à l'année suivante", frame.links.to(.passage(school: nil)))] }
        return families + households.map { Crumb($0.name, frame.links.to(.household($0.id))) }
    }
}
