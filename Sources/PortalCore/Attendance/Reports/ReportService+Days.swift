extension ReportService {
    /// One row for each child, with a column for each unit.
    func day(_ report: AttendanceReport, _ activity: Activity, _ transaction: any Transaction) throws -> ReportTable {
        let lines = try ListedChildStore(transaction).lines(at: activity, over: report.date...report.date)
        return ReportTable(
            title: "\(activity.name), \(report.date.french)",
            columns: ["Nom", "Prénom", "Âge", "École", "Classe"] + activity.units.map(\.name),
            sections: report.grouping.sections(lines, in: activity).map { title, lines in
                let rows = lines.byChild.map { child, lines in
                    [
                        ReportTable.Cell.text(child.lastName), .text(child.firstName), .number(child.age(on: report.date)),
                        .text(child.schooling.school(on: report.date)), .text(child.schooling.schoolClass(on: report.date)),
                    ] + activity.units.map { unit in .text(lines.first { $0.unit == unit.id }?.state.french ?? "") }
                }
                return ReportTable.Section(title: title, rows: rows)
            }
        )
    }

    /// One row for each child, with a column for each day, which says its units.
    func week(_ report: AttendanceReport, _ activity: Activity, _ transaction: any Transaction) throws -> ReportTable {
        let week = report.date.week
        let days = openDays(of: activity, over: week)
        let lines = try ListedChildStore(transaction).lines(at: activity, over: week)
        return ReportTable(
            title: "\(activity.name), semaine du \(week.lowerBound.frenchDayAndMonth)",
            columns: ["Nom", "Prénom", "Classe"] + days.map(\.frenchShort),
            sections: report.grouping.sections(lines, in: activity).map { title, lines in
                let rows = lines.byChild.map { child, lines in
                    let schoolClass = lines.first.map { child.schooling.schoolClass(on: $0.date) } ?? ""
                    return [ReportTable.Cell.text(child.lastName), .text(child.firstName), .text(schoolClass)]
                        + days.map { day in .text(words(lines.filter { $0.date == day }, activity.units)) }
                }
                return ReportTable.Section(title: title, rows: rows)
            }
        )
    }

    /// "Matin, Repas (absent)".
    private func words(_ lines: [ListedChildStore.Line], _ units: [BookableUnit]) -> String {
        lines.map { line in
            let name = units.first { $0.id == line.unit }?.name ?? ""
            return line.state == .booked(.reserved) ? name : "\(name) (\(line.state.french.lowercased()))"
        }.joined(separator: ", ")
    }
}
