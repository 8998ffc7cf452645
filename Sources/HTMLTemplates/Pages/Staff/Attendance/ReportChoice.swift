import PortalCore

/// Which list, of what, and as what.
struct ReportChoice: HTML {
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
            if report.kind.isGrouped {
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
            FormatLinks { frame.links.to(AttendanceDeskPage.report(report, $0)) }
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
