import PortalCore

/// The hours of a week, a row for each day on which the nursery opens; and those of the odd weeks where they differ.
struct CareWeekFields: HTML {
    let nursery: [Weekday]
    let form: FormState

    var body: some HTML {
        CareWeekTable(title: "Heures de la semaine", isOdd: false, weekdays: nursery, form: form)
        CheckboxField(
            CareForm.Field.differs.rawValue,
            "Les semaines impaires ont d'autres heures",
            hint: "Les heures ci-dessus valent alors pour les semaines paires du calendrier.",
            in: form
        )
        details(.class("field"), .open(form[CareForm.Field.differs.rawValue] == "oui")) {
            summary { "Heures des semaines impaires" }
            CareWeekTable(title: "Semaines impaires", isOdd: true, weekdays: nursery, form: form)
        }
        TextField(
            CareForm.Field.yearlyLeave.rawValue,
            "Jours de congés déduits par an",
            kind: .number,
            hint: "Pour chaque année du contrat.",
            in: form
        )
    }
}

private struct CareWeekTable: HTML {
    let title: String
    let isOdd: Bool
    let weekdays: [Weekday]
    let form: FormState

    var body: some HTML {
        ForEach(errors) { error in FieldErrorText(id: FieldID(error.field), message: error.message) }
        DataTable(title, columns: ["Jour", "Arrivée", "Départ"]) {
            ForEach(weekdays) { weekday in
                tr {
                    th(.scope(.row)) { weekday.frenchName }
                    td { box(weekday, isArrival: true) }
                    td { box(weekday, isArrival: false) }
                }
            }
        }
    }

    private var errors: [FieldError] { form.errors.filter { error in weekdays.contains { error.field == name($0, true) } } }

    private func name(_ weekday: Weekday, _ isArrival: Bool) -> String {
        CareForm.HourField(weekday, isOdd: isOdd, isArrival: isArrival).rawValue
    }

    private func box(_ weekday: Weekday, isArrival: Bool) -> some HTML {
        let name = name(weekday, isArrival)
        let id = FieldID(name)
        let error = form.error(of: name)
        let words = "\(isArrival ? "Arrivée" : "Départ") du \(weekday.frenchName)\(isOdd ? ", semaines impaires" : "")"
        return div(.class("field")) {
            input(
                .class("short"),
                .type(.time),
                .id(id.text),
                .name(name),
                .value(form[name]),
                .ariaLabel(words),
                .ariaInvalid(error != nil),
                .ariaDescribedBy(id.description(hasHint: false, hasError: error != nil))
            )
        }
    }
}
