package import PortalCore

/// One of the staff's lists: shown, printed, or taken along as a file.
package struct ReportPage: HTML {
    private let frame: PortalFrame
    private let report: AttendanceReport
    private let activities: [Activity]
    private let table: ReportTable

    /// - Parameter activities: those that the page can switch to.
    package init(frame: PortalFrame, report: AttendanceReport, activities: [Activity], table: ReportTable) {
        self.frame = frame
        self.report = report
        self.activities = activities
        self.table = table
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.reports),
            title: report.kind.french,
            introduction: table.title,
            crumbs: [Crumb("Aujourd'hui", frame.links.to(.home as StaffPage))]
        ) {
            ReportChoice(frame: frame, report: report, activities: activities)
            if table.isEmpty {
                EmptyState("Rien à lister", icon: .agenda) { p { "Personne n'est attendu sur cette période." } }
            } else {
                ForEach(table.sections) { section in
                    Card(section.title.isEmpty ? table.title : section.title, icon: .family) {
                        DataTable(section.title, columns: table.columns.map { .init($0) }) {
                            ForEach(section.rows) { row in ReportRow(cells: row) }
                        }
                    }
                }
            }
        }
    }
}

private struct ReportRow: HTML {
    let cells: [ReportTable.Cell]

    var body: some HTML {
        tr {
            ForEach(cells.indices) { index in
                if index == 0 {
                    th(.scope(.row)) { cells[index].text }
                } else {
                    td(.class("lines-kept")) { cells[index].text }
                }
            }
        }
    }
}

/// Which list, of what, and as what.
private struct ReportChoice: HTML {
    let frame: PortalFrame
    let report: AttendanceReport
    let activities: [Activity]

    var body: some HTML {
        nav(.class("tabs"), .ariaLabel("Listes")) {
            ul {
                ForEach(AttendanceReport.Kind.allCases) { kind in
                    li {
                        a(.class("button secondary"), .href(link(kind)), .ariaCurrent(kind == report.kind ? .page : nil)) { kind.french }
                    }
                }
            }
        }
        form(.class("filters"), .method(.get), .action(frame.links.to(AttendanceDeskPage.report(nil, nil)))) {
            HiddenField("rapport", report.kind.rawValue)
            SelectField("activite", "Activité", choices: activities.map { Choice($0.code, $0.name) }, in: state)
            TextField("jour", "Jour", kind: .date, in: state)
            if report.kind == .week || report.kind == .emergency {
                SelectField(
                    "par",
                    "Rangés par",
                    choices: AttendanceReport.Grouping.allCases.map { Choice($0.rawValue, $0.french) },
                    in: state
                )
            }
            SubmitButton("Afficher", style: .secondary)
        }
        ButtonRow {
            LinkButton("Excel (XLSX)", to: frame.links.to(AttendanceDeskPage.report(report, .xlsx)), icon: .file)
            LinkButton("CSV", to: frame.links.to(AttendanceDeskPage.report(report, .csv)), icon: .file)
        }
    }

    private var state: FormState {
        FormState(values: ["activite": report.activity, "jour": report.date.iso, "par": report.grouping.rawValue])
    }

    private func link(_ kind: AttendanceReport.Kind) -> Link {
        let other = AttendanceReport(kind, grouping: report.grouping, activity: report.activity, date: report.date)
        return frame.links.to(AttendanceDeskPage.report(other, nil))
    }
}
