/// The staff's lists as tables: who is expected where, how many meals, how full, whom to call.
package struct ReportService: Sendable {
    private let portal: Portal
    private let catalogue: PortalCatalogue

    package init(_ portal: Portal, _ catalogue: PortalCatalogue) {
        self.portal = portal
        self.catalogue = catalogue
    }

    /// A list; nil when there is no such activity where the reader works.
    package func table(_ report: AttendanceReport, for reader: StaffMember) throws -> ReportTable? {
        guard let activity = catalogue.activity(code: report.activity), reader.scope.covers(activity) else { return nil }
        return try portal.database.read { transaction in
            let store = ReportStore(transaction)
            return switch report.kind {
            case .week: try week(report, activity, store)
            case .meals: try meals(report, for: reader, store, foods: foods(report, transaction))
            case .month: try month(report, activity, PlaceStore(transaction))
            case .emergency: try emergency(report, activity, store)
            }
        }
    }

    private func foods(_ report: AttendanceReport, _ transaction: any Transaction) throws -> [Identifier<Child>: String] {
        let monday = report.date.mondayOfWeek
        return try ChildAlertStore(transaction, portal.vault).excludedFoods(from: monday, through: monday.adding(days: 6))
    }

    private func openDays(of activity: Activity, from first: CivilDate, through last: CivilDate) -> [CivilDate] {
        let opening = OpeningDays(of: activity, in: catalogue.calendar)
        return (first...last).filter(opening.isOpen)
    }

    private func week(_ report: AttendanceReport, _ activity: Activity, _ store: ReportStore) throws -> ReportTable {
        let monday = report.date.mondayOfWeek
        let days = openDays(of: activity, from: monday, through: monday.adding(days: 6))
        let lines = try store.expected(at: activity.id, from: monday, through: monday.adding(days: 6))
        let sections = Dictionary(grouping: lines) { key(of: $0, by: report.grouping, in: activity) }.sorted { $0.key < $1.key }
        return ReportTable(
            title: "\(activity.name), semaine du \(monday.frenchDayAndMonth)",
            columns: ["Nom", "Prénom", "Classe"] + days.map(\.frenchShort),
            sections: sections.map { title, lines in
                ReportTable.Section(title: title, rows: rows(lines, days: days, units: activity.units))
            }
        )
    }

    private func key(of line: ReportStore.Expected, by grouping: AttendanceReport.Grouping, in activity: Activity) -> String {
        switch grouping {
        case .group: activity.groups.first { $0.id == line.group }?.name ?? ""
        case .school: line.school.isEmpty ? "Sans école" : line.school
        case .schoolClass: line.child.schooling.words(on: line.date).joined(separator: ", ")
        }
    }

    /// One row for each child, in the order of their names; each day says its units.
    private func rows(_ lines: [ReportStore.Expected], days: [CivilDate], units: [BookableUnit]) -> [[ReportTable.Cell]] {
        var children: [Child] = []
        var marks: [Identifier<Child>: [CivilDate: [String]]] = [:]
        for line in lines {
            if marks[line.child.id] == nil { children.append(line.child) }
            let name = units.first { $0.id == line.unit }?.name ?? ""
            let word =
                switch line.state {
                case .reserved: name
                case .present: "\(name) (présent)"
                case .absent: "\(name) (absent)"
                case .excused: "\(name) (excusé)"
                }
            marks[line.child.id, default: [:]][line.date, default: []].append(word)
        }
        return children.map { child in
            [.text(child.lastName), .text(child.firstName), .text(days.first.map(child.schooling.schoolClass) ?? "")]
                + days.map { .text(marks[child.id]?[$0]?.joined(separator: ", ") ?? "") }
        }
    }

    /// Children expected, of each canteen or unit with a meal, by place; then those who do not eat something, as numbers without names.
    private func meals(
        _ report: AttendanceReport,
        for reader: StaffMember,
        _ store: ReportStore,
        foods: [Identifier<Child>: String]
    ) throws -> ReportTable {
        let monday = report.date.mondayOfWeek
        let days = (0..<7).map { monday.adding(days: $0) }
        let activities = catalogue.activities.filter(reader.scope.covers)
        let served = activities.flatMap { activity in activity.units.filter { serves($0, of: activity) }.map { (activity, $0) } }
        var open = Set<CivilDate>()
        for activity in Set(served.map(\.0.id)).compactMap(catalogue.activity) {
            open.formUnion(openDays(of: activity, from: monday, through: monday.adding(days: 6)))
        }
        let shown = days.filter(open.contains)
        let counts = try store.expectedCounts(from: monday, through: monday.adding(days: 6))
        let diets = try store.dietCounts(foods, from: monday, through: monday.adding(days: 6))
        let places = Dictionary(grouping: served, by: \.0.place).sorted { $0.key < $1.key }
        return ReportTable(
            title: "Repas, semaine du \(monday.frenchDayAndMonth)",
            columns: ["Service"] + shown.map(\.frenchShort),
            sections: places.map { place, services in
                let meals = services.map { activity, unit in
                    [ReportTable.Cell.text("\(activity.name), \(unit.name)")] + shown.map { .number(counts[UnitOnDay(unit.id, $0)] ?? 0) }
                }
                let units = services.map(\.1.id)
                let without = Set(units.flatMap { diets[$0]?.keys.map(\.self) ?? [] }).sorted().map { diet in
                    [ReportTable.Cell.text("dont sans\u{A0}: \(diet.lowercased())")]
                        + shown.map { day in .number(units.reduce(0) { $0 + (diets[$1]?[diet]?[day] ?? 0) }) }
                }
                let total =
                    [ReportTable.Cell.text("Total")]
                    + shown.map { day in .number(services.reduce(0) { $0 + (counts[UnitOnDay($1.1.id, day)] ?? 0) }) }
                return ReportTable.Section(title: place, rows: meals + (meals.count > 1 ? [total] : []) + without)
            }
        )
    }

    /// A canteen's units, those named after a meal, and days that last over noon.
    private func serves(_ unit: BookableUnit, of activity: Activity) -> Bool {
        if activity.kind == .schoolCanteen { return true }
        let name = unit.name.lowercased()
        if name.contains("sans repas") { return false }
        return name.contains("repas") || (unit.startsAt.hour <= 11 && unit.endsAt.hour >= 14)
    }

    private func month(_ report: AttendanceReport, _ activity: Activity, _ places: PlaceStore) throws -> ReportTable {
        let month = Month(containing: report.date)
        let days = openDays(of: activity, from: month.firstDay, through: month.lastDay)
        let counts = try places.counts(in: activity.id, from: month.firstDay, through: month.lastDay)
        return ReportTable(
            title: "\(activity.name), \(month.french)",
            columns: ["Jour"] + activity.units.flatMap { [$0.name, "Places"] },
            sections: activity.groups.map { group in
                let rows = days.map { day in
                    [ReportTable.Cell.text(day.french)]
                        + activity.units.flatMap { unit in
                            let count = DayListCount(unit, in: group, places: unit.places(in: group.id, on: day).map { counts[$0] })
                            return [ReportTable.Cell.number(count.taken), .number(count.capacity)]
                        }
                }
                return ReportTable.Section(title: group.name, rows: rows)
            }
        )
    }

    private func emergency(_ report: AttendanceReport, _ activity: Activity, _ store: ReportStore) throws -> ReportTable {
        let lines = try store.expected(at: activity.id, from: report.date, through: report.date)
        let people = try store.people(at: activity.id, on: report.date)
        let sections = Dictionary(grouping: lines) { key(of: $0, by: report.grouping, in: activity) }.sorted { $0.key < $1.key }
        return ReportTable(
            title: "\(activity.name), \(report.date.frenchWithoutWeekday)",
            columns: ["Nom", "Prénom", "Né le", "À appeler", "Peut venir chercher", "Ne doit pas venir"],
            sections: sections.map { title, lines in
                var seen: Set<Identifier<Child>> = []
                let rows = lines.filter { seen.insert($0.child.id).inserted }.map { line in
                    let around = people[line.child.id] ?? []
                    func words(_ keeps: (ReportStore.Person) -> Bool) -> ReportTable.Cell {
                        .text(around.filter(keeps).map(\.words).joined(separator: "\n"))
                    }
                    return [
                        .text(line.child.lastName), .text(line.child.firstName), .text(line.child.birthDay.frenchNumeric),
                        words { $0.callsFirst && !$0.isForbidden }, words { $0.picksUp && !$0.isForbidden }, words(\.isForbidden),
                    ]
                }
                return ReportTable.Section(title: title, rows: rows)
            }
        )
    }
}

/// A unit on a day.
struct UnitOnDay: Hashable {
    let unit: Identifier<BookableUnit>
    let date: CivilDate

    init(_ unit: Identifier<BookableUnit>, _ date: CivilDate) {
        self.unit = unit
        self.date = date
    }
}
