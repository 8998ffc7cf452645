/// Makes emergency sheets for the staff of a place, and notes in the journal whose health they showed.
package struct EmergencySheetService: Sendable {
    private let portal: Portal
    private let catalogue: PortalCatalogue

    package init(_ portal: Portal, _ catalogue: PortalCatalogue) {
        self.portal = portal
        self.catalogue = catalogue
    }

    /// The children who come, or came, to an activity on a day, those under a nursery's contract included. Those whose absence is known are left out: nobody needs to read about them.
    ///
    /// Health is shown to who may read children's sheets, until the end of the day; each child's is then a reading of its sheet, which the
    /// journal notes and its parents see.
    ///
    /// - Returns: nil when there is no such activity where the reader works.
    package func read(_ report: AttendanceReport, by reader: StaffMember) async throws -> EmergencySheet? {
        guard let activity = catalogue.activity(code: report.activity), reader.scope.covers(activity) else { return nil }
        let now = portal.clock.now
        let shown = health(report.date, for: reader, at: now)
        guard shown == .shown else {
            return try portal.database.read { try sheet(report, activity, shown, in: $0) }
        }
        return try await portal.database.write { transaction in
            let sheet = try sheet(report, activity, shown, in: transaction)
            let detail = "fiche d'urgence \(activity.code)@\(report.date.iso)"
            for child in sheet.children {
                try AuditLog.record(in: transaction, by: .staff(reader.id), .sheetRead, on: child, detail: detail, at: now)
            }
            return sheet
        }
    }

    private func health(_ date: CivilDate, for reader: StaffMember, at now: Instant) -> EmergencySheet.Health {
        guard reader.role.has(.readChildSheets) else { return .notForReader }
        return date < ParisTime.date(now) ? .dayOver : .shown
    }

    private func sheet(
        _ report: AttendanceReport,
        _ activity: Activity,
        _ shown: EmergencySheet.Health,
        in transaction: any Transaction
    ) throws -> EmergencySheet {
        let lines = try ListedChildStore(transaction).lines(at: activity, over: report.date...report.date).filter(\.state.isThere)
        let people = try ReportStore(transaction).people(at: activity.id, on: report.date)
        let sheets = ChildSheetStore(transaction, portal.vault)
        func entry(_ child: Child, _ lines: [ListedChildStore.Line] = []) throws -> EmergencyEntry {
            let health = shown == .shown ? EmergencyHealth(try sheets.sheet(of: child.id), on: report.date) : nil
            return EmergencyEntry(child, lines, of: activity, people[child.id] ?? [], health)
        }
        var sections = try report.grouping.sections(lines, in: activity).map { title, lines in
            EmergencySheet.Section(
                title: title,
                entries: try lines.byChild.map { try entry($0, $1) }
            )
        }
        let booked = Set(lines.map(\.child.id))
        let regular = try CareFileStore(transaction, catalogue).children(at: activity, on: report.date).filter { !booked.contains($0.id) }
        if !regular.isEmpty {
            sections.append(EmergencySheet.Section(title: "Accueil régulier", entries: try regular.map { try entry($0) }))
        }
        return EmergencySheet(title: "\(activity.name), \(report.date.frenchWithoutWeekday)", health: shown, sections: sections)
    }
}

extension EmergencyEntry {
    /// - Parameter lines: what the child comes to; empty under a contract.
    fileprivate init(
        _ child: Child,
        _ lines: [ListedChildStore.Line],
        of activity: Activity,
        _ people: [ReportStore.Person],
        _ health: EmergencyHealth?
    ) {
        func words(_ keeps: (ReportStore.Person) -> Bool) -> [String] { people.filter(keeps).map(\.words) }
        self.init(
            child: child,
            isUnexpected: !lines.isEmpty && lines.allSatisfy { $0.state == .unexpected },
            times: activity.units.compactMap { unit in
                lines.first { $0.unit == unit.id }?.times.map { "\(unit.name)\u{A0}: \($0.french)" }
            },
            toCall: words { $0.callsFirst && !$0.isForbidden },
            picksUp: words { $0.picksUp && !$0.isForbidden },
            forbidden: words(\.isForbidden),
            health: health
        )
    }
}
