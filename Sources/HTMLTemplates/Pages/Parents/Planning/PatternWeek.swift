import PortalCore

/// The week of a pattern: for each child a table of its units and the days of the week.
struct PatternWeek: HTML {
    let sheet: PatternSheet
    /// The texts of the ticked choices.
    let ticked: Set<String>
    let state: FormState

    var body: some HTML {
        let name = PatternForm.Field.choices.rawValue
        let error = state.error(of: name)
        div(.class(error == nil ? "fill-week" : "fill-week wrong")) {
            if let error { FieldErrorText(id: FieldID(name), message: error) }
            ForEach(sheet.children.indices) { index in
                PatternChild(sheet: sheet.children[index], weekdays: sheet.weekdays, ticked: ticked, isFirst: index == 0)
            }
        }
    }
}

private struct PatternChild: HTML {
    let sheet: PatternSheet.Sheet
    let weekdays: [Weekday]
    let ticked: Set<String>
    let isFirst: Bool

    var body: some HTML {
        section(.class("card fill-child")) {
            table {
                caption {
                    Initial(sheet.firstName)
                    sheet.firstName
                }
                thead {
                    tr {
                        td {}
                        ForEach(weekdays) { day in
                            th(.scope(.column)) {
                                span(.ariaHidden()) { "\(day.frenchName.prefix(3))." }
                                span(.class("v")) { day.frenchName }
                            }
                        }
                    }
                }
                ForEach(sheet.parts.indices) { index in part(sheet.parts[index], isFirst: isFirst && index == 0) }
            }
        }
    }

    private func part(_ part: PatternSheet.Part, isFirst: Bool) -> some HTML {
        tbody {
            tr { th(.class("part"), .colspan(weekdays.count + 1), .scope(.rowGroup)) { part.activities.joined(separator: ", ") } }
            ForEach(part.units.indices) { index in row(part.units[index], in: part, isFirst: isFirst && index == 0) }
        }
    }

    private func row(_ unit: BookableUnit, in part: PatternSheet.Part, isFirst: Bool) -> some HTML {
        tr {
            th(.scope(.row)) {
                unit.name
                span(.class("hint")) { unit.price.french }
            }
            ForEach(weekdays) { day in
                td {
                    if part.weekdays.contains(day) {
                        PatternBox(
                            choice: WeeklyPattern.Choice(child: sheet.child, unit: unit.id, weekday: day),
                            name: "\(sheet.firstName), \(unit.name), \(day.frenchName)",
                            ticked: ticked,
                            id: isFirst && day == weekdays.first(where: part.weekdays.contains)
                                ? FieldID(PatternForm.Field.choices.rawValue).text : nil
                        )
                    }
                }
            }
        }
    }
}

private struct PatternBox: HTML {
    let choice: WeeklyPattern.Choice
    let name: String
    let ticked: Set<String>
    /// Where the summary of the errors leads.
    let id: String?

    var body: some HTML {
        label {
            input(
                .type(.checkbox),
                .id(id),
                .name(PatternForm.Field.choices.rawValue),
                .value(choice.text),
                .checked(ticked.contains(choice.text)),
                .ariaLabel(name)
            )
        }
    }
}
