package import PortalCore

/// "Fiche sanitaire": what a parent tells about a child's health, and allows.
package struct ChildSheetPage: HTML {
    private let frame: PortalFrame
    private let child: Child
    private let sheet: ChildSheet
    private let readings: [SheetReading]
    private let form: FormState

    /// - Parameter readings: the latest by the staff.
    package init(frame: PortalFrame, child: Child, sheet: ChildSheet, readings: [SheetReading], form: FormState) {
        self.frame = frame
        self.child = child
        self.sheet = sheet
        self.readings = readings
        self.form = form
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.family),
            title: "Fiche sanitaire\u{A0}: \(child.firstName)",
            introduction: "Pour que chaque adulte qui accueille \(child.firstName) sache quoi faire. Tout est facultatif.",
            crumbs: [frame.homeCrumb, Crumb("Ma famille", frame.links.to(.family)), Crumb(child.firstName, frame.links.to(.child(child.id)))],
            form: form
        ) {
            HTMLTemplates.Notice(.neutral, title: "Qui la lit") {
                p { "Elle est gardée chiffrée. Seul le personnel qui accueille l'enfant l'ouvre, et chaque lecture est notée." }
                if !readings.isEmpty {
                    details {
                        summary { "Dernières lectures" }
                        ul { ForEach(readings) { reading in li { "\(reading.by), le \(reading.at.frenchNumeric)" } } }
                    }
                }
            }
            HTMLTemplates.form(.method(.post), .action(frame.links.to(.sheet(child.id) as FamilyFilePage)), .novalidate(), .class("form stack")) {
                frame.token
                ForEach(SheetSection.allCases) { section in
                    Card(section.title, icon: section.icon) { SheetSectionFields(section: section, sheet: sheet, form: form) }
                }
                ButtonRow {
                    SubmitButton("Enregistrer la fiche")
                    LinkButton("Annuler", to: frame.links.to(.child(child.id)), style: .quiet)
                }
            }
        }
    }
}

extension SheetSection {
    var icon: Icon {
        switch self {
        case .health: .info
        case .meals: .home
        case .carePlan: .file
        case .vaccinations: .check
        case .consents: .edit
        case .insurance: .lock
        }
    }
}

private struct SheetSectionFields: HTML {
    let section: SheetSection
    let sheet: ChildSheet
    let form: FormState

    var body: some HTML {
        if section == .carePlan {
            p(.class("hint")) { "Le protocole signé se remet au service\u{A0}: ici, seulement ce que le personnel doit faire." }
        }
        ForEach(section.fields) { field in SheetFieldView(field: field, sheet: sheet, form: form) }
    }
}

private struct SheetFieldView: HTML {
    let field: SheetField
    let sheet: ChildSheet
    let form: FormState

    var body: some HTML {
        switch field.kind {
        case .line: TextField(field.rawValue, field.french, isRequired: false, autocomplete: .off, in: form)
        case .phone: TextField(field.rawValue, field.french, kind: .telephone, isRequired: false, autocomplete: .off, in: form)
        case .day: TextField(field.rawValue, field.french, kind: .date, hint: hint, isRequired: false, in: form)
        case .text: TextAreaField(field.rawValue, field.french, isRequired: false, in: form)
        case .consent: CheckboxField(field.rawValue, field.french, hint: sheet[field].map(SheetFieldView.given), in: form)
        case .foods: FoodBoxes(title: field.french, form: form)
        }
    }

    private var hint: String? {
        [.tetanusDue, .measlesDue].contains(field) ? "Calculé d'après le dernier vaccin si vous laissez vide" : nil
    }

    private static func given(_ entry: ChildSheet.Entry) -> String { "Dit le \(entry.givenAt.frenchNumeric) par \(entry.givenBy)" }
}

private struct FoodBoxes: HTML {
    let title: String
    let form: FormState

    var body: some HTML {
        fieldset(.class("field choices")) {
            legend { title }
            ForEach(ExcludedFood.allCases) { food in CheckboxField(ChildSheetForm.box(of: food.rawValue), food.french, in: form) }
        }
    }
}
