import PortalCore

/// Which list, of what, and as what.
struct ReportChoice: HTML {
    let frame: PortalFrame
    let report: AttendanceReport
    let activities: [Activity]

    var body: some HTML {
        nav(.class("tabs"), .ariaLabel("Listes")) {
            ul {
                ForEach(kinds) { kind in
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

    /// The buses' lists only where there are buses.
    private var kinds: [AttendanceReport.Kind] { AttendanceReport.Kind.allCases.filter { $0 != .buses || served != nil } }

    /// The activity whose buses are listed: the one that is shown, if it has any, or the first that has.
    private var served: Activity? {
        let served = activities.filter { $0.buses != nil }
        return served.first { $0.code == report.activity } ?? served.first
    }

    private func link(_ kind: AttendanceReport.Kind) -> Link {
        let activity = kind == .buses ? served?.code ?? report.activity : report.activity
        let other = AttendanceReport(kind, grouping: report.grouping, activity: activity, date: report.date)
        return frame.links.to(AttendanceDeskPage.report(other, nil))
    }
}
