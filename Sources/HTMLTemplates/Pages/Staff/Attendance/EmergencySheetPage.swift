package import PortalCore

/// An activity's emergency sheet of a day: a block for each child, which is never cut when it is printed.
package struct EmergencySheetPage: HTML {
    private let frame: PortalFrame
    private let report: AttendanceReport
    private let activities: [Activity]
    private let sheet: EmergencySheet

    /// - Parameter activities: those that the page can switch to.
    package init(frame: PortalFrame, report: AttendanceReport, activities: [Activity], sheet: EmergencySheet) {
        self.frame = frame
        self.report = report
        self.activities = activities
        self.sheet = sheet
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.reports),
            title: report.kind.french,
            introduction: sheet.title,
            crumbs: [Crumb("Aujourd'hui", frame.links.to(.home as StaffPage))]
        ) {
            ReportChoice(frame: frame, report: report, activities: activities)
            p(.class("hint")) { explanation }
            OutingMeeting(activity: activities.first { $0.code == report.activity })
            if sheet.sections.isEmpty {
                EmptyState("Rien à lister", icon: .agenda) { p { "Personne n'est attendu ce jour-là." } }
            } else {
                ForEach(sheet.sections) { section in
                    Card(section.title.isEmpty ? sheet.title : section.title, icon: .family) {
                        ForEach(section.entries) { entry in EmergencyBlock(entry: entry, day: report.date) }
                    }
                }
            }
        }
    }

    private var explanation: String {
        switch sheet.health {
        case .shown:
            "Chaque fiche sanitaire lue ici est notée, et les parents voient qui l'a lue. Gardez la feuille hors de vue, puis détruisez-la."
        case .notForReader: "Les contacts seulement\u{A0}: \(StaffRight.readChildSheets.refusal)"
        case .dayOver: "Ce jour est passé\u{A0}: seuls les contacts sont montrés."
        }
    }
}

/// One child: its name, then people on one side and health on the other.
private struct EmergencyBlock: HTML {
    let entry: EmergencyEntry
    let day: CivilDate

    var body: some HTML {
        div(.class("urgent")) {
            h3 {
                "\(entry.child.lastName) \(entry.child.firstName) "
                span(.class("hint")) { details }
            }
            if entry.isUnexpected { StateTag(ListedState.unexpected.french, tone: .warning, icon: .check) }
            div(.class("urgent-facts")) {
                dl {
                    line("Heures", entry.times.joined(separator: "\n"))
                    line("À appeler", entry.toCall.joined(separator: "\n"))
                    line("Peut venir", picksUp.joined(separator: "\n"))
                    line("Ne doit pas venir", entry.forbidden.joined(separator: "\n"), isAlert: true)
                }
                if let health = entry.health { dl { lines(health) } }
            }
        }
    }

    private var details: String {
        ([entry.child.birthDay.frenchNumeric] + entry.child.schooling.words(on: day)).joined(separator: " · ")
    }

    /// Those who are called are not written twice.
    private var picksUp: [String] {
        let others = entry.picksUp.filter { !entry.toCall.contains($0) }
        let allCalled = !entry.toCall.isEmpty && entry.toCall.allSatisfy(entry.picksUp.contains)
        let people = allCalled ? ["Les personnes à appeler"] + others : entry.picksUp
        return people + (entry.health?.leavesAlone == true ? ["L'enfant, seul"] : [])
    }

    @HTMLBuilder private func lines(_ health: EmergencyHealth) -> some HTML {
        ForEach(EmergencyField.allCases) { field in
            line(field.french, health[field] ?? "", isAlert: field == .allergies || field == .carePlan)
        }
        line("Hôpital", health.hospitalWords)
    }

    @HTMLBuilder private func line(_ title: String, _ words: String, isAlert: Bool = false) -> some HTML {
        if !words.isEmpty {
            div(.class(isAlert ? "urgent-line alert" : "urgent-line")) {
                dt { title }
                dd { words }
            }
        }
    }
}
