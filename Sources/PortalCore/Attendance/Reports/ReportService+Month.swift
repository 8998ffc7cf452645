extension ReportService {
    /// Places taken against places that there are, and how many came without booking.
    func month(_ report: AttendanceReport, _ activity: Activity, _ transaction: any Transaction) throws -> ReportTable {
        let month = Month(containing: report.date)
        let span = month.firstDay...month.lastDay
        let counts = try PlaceStore(transaction).counts(in: activity.id, from: span.lowerBound, through: span.upperBound)
        let unexpected = try UnexpectedPresenceStore(transaction).presences(at: activity.id, over: span)
        let days = Set(openDays(of: activity, over: span)).union(unexpected.map(\.date)).sorted()
        return ReportTable(
            title: "\(activity.name), \(month.french)",
            columns: ["Jour"] + activity.units.flatMap { [$0.name, "Places"] } + ["Sans réservation"],
            sections: activity.groups.map { group in
                let rows = days.map { day in
                    let taken = activity.units.flatMap { unit in
                        let count = DayListCount(unit, in: group, places: unit.places(in: group.id, on: day).map { counts[$0] })
                        return [ReportTable.Cell.number(count.taken), .number(count.capacity)]
                    }
                    let came = Set(unexpected.filter { $0.date == day && $0.group == group.id }.map(\.child.id)).count
                    return [ReportTable.Cell.day(day, withWeekday: true)] + taken + [.number(came)]
                }
                return ReportTable.Section(title: group.name, rows: rows)
            }
        )
    }
}
