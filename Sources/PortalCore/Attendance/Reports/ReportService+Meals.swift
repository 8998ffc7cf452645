extension ReportService {
    /// Children expected, of each canteen or unit with a meal, by place; then those who do not eat something, as numbers without names.
    func meals(_ report: AttendanceReport, for reader: StaffMember, _ transaction: any Transaction) throws -> ReportTable {
        let served = catalogue.activities.filter(reader.scope.covers).flatMap { activity in
            activity.units.filter { serves($0, of: activity) }.map { MealService(activity: activity, unit: $0) }
        }
        let week = report.date.week
        let numbers = try MealNumbers(of: week, transaction, portal.vault)
        let usual = Set(served.map(\.activity)).flatMap { openDays(of: $0, over: week) }
        let days = Set(usual).union(served.flatMap { numbers.unexpectedDays(at: $0.unit.id) }).sorted()
        return ReportTable(
            title: "Repas, semaine du \(week.lowerBound.frenchDayAndMonth)",
            columns: ["Service"] + days.map(\.frenchShort),
            sections: Dictionary(grouping: served, by: \.activity.place).sorted { $0.key < $1.key }.map { place, services in
                ReportTable.Section(title: place, rows: numbers.rows(of: services, on: days))
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
}

/// A unit at which children eat.
private struct MealService {
    let activity: Activity
    let unit: BookableUnit
}

/// How many eat on each day of a week, and how many of them not everything.
private struct MealNumbers {
    private let expected: [UnitOnDay: Int]
    private let diets: [Identifier<BookableUnit>: [String: [CivilDate: Int]]]
    /// Who came without booking: they eat too.
    private let unexpected: [BookingSlot]

    init(of week: ClosedRange<CivilDate>, _ transaction: any Transaction, _ vault: Vault) throws {
        unexpected = try UnexpectedPresenceStore(transaction).slots(over: week)
        let store = ReportStore(transaction)
        expected = try store.expectedCounts(over: week, unexpected)
        diets = try store.dietCounts(ChildAlertStore(transaction, vault).excludedFoods(over: week), over: week, unexpected)
    }

    func unexpectedDays(at unit: Identifier<BookableUnit>) -> [CivilDate] { unexpected.filter { $0.unit == unit }.map(\.date) }

    /// A place's services, their total, then what is to be known of it.
    func rows(of services: [MealService], on days: [CivilDate]) -> [[ReportTable.Cell]] {
        let units = services.map(\.unit.id)
        func row(_ title: String, _ count: (CivilDate) -> Int) -> [ReportTable.Cell] { [.text(title)] + days.map { .number(count($0)) } }
        func sum(_ day: CivilDate, _ count: (Identifier<BookableUnit>) -> Int) -> Int { units.reduce(0) { $0 + count($1) } }
        var rows = services.map { service in
            row("\(service.activity.name), \(service.unit.name)") { expected[UnitOnDay(service.unit.id, $0)] ?? 0 }
        }
        if services.count > 1 { rows.append(row("Total") { day in sum(day) { expected[UnitOnDay($0, day)] ?? 0 } }) }
        let came = unexpected.filter { units.contains($0.unit) }
        if !came.isEmpty { rows.append(row("dont venus sans réservation") { day in came.count { $0.date == day } }) }
        for diet in Set(units.flatMap { diets[$0]?.keys.map(\.self) ?? [] }).sorted() {
            rows.append(row("dont sans\u{A0}: \(diet.lowercased())") { day in sum(day) { diets[$0]?[diet]?[day] ?? 0 } })
        }
        return rows
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
