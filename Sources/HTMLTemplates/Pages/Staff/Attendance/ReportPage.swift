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
