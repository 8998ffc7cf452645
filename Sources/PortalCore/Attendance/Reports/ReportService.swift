/// The staff's lists as tables: who is expected where, how many meals, how full, whom to call.
package struct ReportService: Sendable {
    let portal: Portal
    let catalogue: PortalCatalogue

    package init(_ portal: Portal, _ catalogue: PortalCatalogue) {
        self.portal = portal
        self.catalogue = catalogue
    }

    /// A list; nil when there is no such activity where the reader works. The journal notes the sheets of health that it shows.
    package func table(_ report: AttendanceReport, for reader: StaffMember) async throws -> ReportTable? {
        guard let activity = catalogue.activity(code: report.activity), reader.scope.covers(activity) else { return nil }
        if report.kind == .emergency { return try await EmergencySheetService(portal, catalogue).read(report, by: reader)?.table }
        return try portal.database.read { transaction in
            switch report.kind {
            case .day, .emergency: try day(report, activity, transaction)
            case .week: try week(report, activity, transaction)
            case .meals: try meals(report, for: reader, transaction)
            case .month: try month(report, activity, transaction)
            case .buses: try buses(report, activity, transaction)
            }
        }
    }

    func openDays(of activity: Activity, over days: ClosedRange<CivilDate>) -> [CivilDate] {
        let opening = OpeningDays(of: activity, in: catalogue.calendar)
        return days.filter(opening.isOpen)
    }
}

extension AttendanceReport.Grouping {
    /// The lines of each group, school or class, by its name.
    func sections(_ lines: [ListedChildStore.Line], in activity: Activity) -> [(title: String, lines: [ListedChildStore.Line])] {
        Dictionary(grouping: lines) { title(of: $0, in: activity) }.sorted { $0.key < $1.key }.map { (title: $0.key, lines: $0.value) }
    }

    private func title(of line: ListedChildStore.Line, in activity: Activity) -> String {
        let child = line.child
        switch self {
        case .group: return activity.groups.first { $0.id == line.group }?.name ?? ""
        case .school:
            let school = child.schooling.school(on: line.date)
            return school.isEmpty ? "Sans école" : school
        case .schoolClass:
            let words = child.schooling.words(on: line.date)
            return words.isEmpty ? "Sans classe" : words.joined(separator: ", ")
        }
    }
}

extension Sequence where Element == ListedChildStore.Line {
    /// The lines of each child, in the order in which the children come.
    var byChild: [(child: Child, lines: [ListedChildStore.Line])] {
        var children: [Child] = []
        var lines: [Identifier<Child>: [ListedChildStore.Line]] = [:]
        for line in self {
            if lines[line.child.id] == nil { children.append(line.child) }
            lines[line.child.id, default: []].append(line)
        }
        return children.map { (child: $0, lines: lines[$0.id] ?? []) }
    }
}
