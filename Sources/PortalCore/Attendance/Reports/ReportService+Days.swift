extension ReportService {
    /// One row for each child, with a column for each unit.
    func day(_ report: AttendanceReport, _ activity: Activity, _ transaction: any Transaction) throws -> ReportTable {
        let lines = try ListedChildStore(transaction).lines(at: activity, over: report.date...report.date)
        return ReportTable(
            title: "\(activity.name), \(report.date.french)",
            columns: ["Nom", "Prénom", "Âge", "École", "Classe"] + activity.units.flatMap { [$0.name] + $0.timeColumns },
            sections: report.grouping.sections(lines, in: activity).map { title, lines in
                let rows = lines.byChild.map { child, lines in
                    [
                        ReportTable.Cell.text(child.lastName), .text(child.firstName), .number(child.age(on: report.date)),
                        .text(child.schooling.school(on: report.date)), .text(child.schooling.schoolClass(on: report.date)),
                    ] + activity.units.flatMap { unit in cells(lines.first { $0.unit == unit.id }, unit) }
                }
                return ReportTable.Section(title: title, rows: rows)
            }
        )
    }

    /// What a child's line says of a unit: where it stands, and each time that families are asked for.
    private func cells(_ line: ListedChildStore.Line?, _ unit: BookableUnit) -> [ReportTable.Cell] {
        [.text(line?.state.french ?? "")] + unit.askedMoments.map { .text(line?.times?[$0]?.clock ?? "") }
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

    /// "Matin, Repas (absent), Soir (part à 17 h 30)".
    private func words(_ lines: [ListedChildStore.Line], _ units: [BookableUnit]) -> String {
        lines.map { line in
            let name = units.first { $0.id == line.unit }?.name ?? ""
            let state = line.state == .booked(.reserved) ? "" : line.state.french.lowercased()
            let facts = [state, line.times?.french ?? ""].filter { !$0.isEmpty }
            return facts.isEmpty ? name : "\(name) (\(facts.joined(separator: ", ")))"
        }.joined(separator: ", ")
    }
}

extension BookableUnit {
    /// "Heure de départ (Soir)": a column for each time that families are asked for.
    fileprivate var timeColumns: [String] { askedMoments.map { "\($0.french) (\(name))" } }
}
