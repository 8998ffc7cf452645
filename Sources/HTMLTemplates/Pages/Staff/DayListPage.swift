package import PortalCore

/// The children expected for an activity on a day, by group; the page prints well.
package struct DayListPage: HTML {
    private let frame: PortalFrame
    private let activities: [Activity]
    private let list: DayList

    /// - Parameter activities: those that the page can switch to.
    package init(frame: PortalFrame, activities: [Activity], list: DayList) {
        self.frame = frame
        self.activities = activities
        self.list = list
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.dayLists),
            title: "\(list.activity.name), \(list.date.french)",
            introduction: list.activity.place,
            crumbs: [Crumb("Aujourd'hui", frame.links.to(.home as StaffPage))]
        ) {
            DayListChoice(links: frame.links, activities: activities, list: list)
            if let closure = list.closure { HTMLTemplates.Notice(.warning, title: "Fermé") { p { closure } } }
            OutingMeeting(activity: list.activity)
            ForEach(list.groups) { group in DayListGroupCard(group: group, units: list.activity.units) }
            ButtonRow { FormatLinks { frame.links.to(AttendanceDeskPage.report(report, $0)) } }
        }
    }

    /// The same list as a file.
    private var report: AttendanceReport { AttendanceReport(.day, activity: list.activity.code, date: list.date) }
}

/// Another activity, another day.
private struct DayListChoice: HTML {
    let links: PortalLinks
    let activities: [Activity]
    let list: DayList

    var body: some HTML {
        form(.class("filters"), .method(.get), .action(links.to(.dayList(activity: nil, day: nil)))) {
            SelectField("activite", "Activité", choices: activities.map { Choice($0.code, $0.name) }, in: state)
            TextField("jour", "Jour", kind: .date, in: state)
            SubmitButton("Afficher", style: .secondary)
        }
        Pagination("Jours", previous: step("Veille", -1), current: list.date.frenchDayAndMonth, next: step("Lendemain", 1))
    }

    private var state: FormState { FormState(values: ["activite": list.activity.code, "jour": list.date.iso]) }

    private func step(_ title: String, _ days: Int) -> (title: String, link: Link) {
        (title, links.to(.dayList(activity: list.activity.code, day: list.date.adding(days: days))))
    }
}

private struct DayListGroupCard: HTML {
    let group: DayListGroup
    let units: [BookableUnit]

    var body: some HTML {
        Card(group.group.name, icon: .family) {
            ul(.class("counts")) {
                ForEach(group.counts) { count in
                    li {
                        StateTag(
                            "\(count.unit.name)\u{A0}: \(count.taken) / \(count.capacity)",
                            tone: count.taken >= count.capacity ? .warning : .neutral
                        )
                        if count.unexpected > 0 { StateTag("\(count.unexpected) sans réservation", tone: .warning) }
                    }
                }
            }
            if group.children.isEmpty {
                p { "Aucun enfant attendu." }
            } else {
                DataTable(
                    "\(group.group.name)\u{A0}: \(group.children.count) enfants",
                    columns: [DataTable<Nothing>.Column("Enfant"), "Âge", "École"].map { .init($0.title) } + units.map { .init($0.name) }
                ) {
                    ForEach(group.children) { child in DayListRow(child: child) }
                }
            }
        }
    }
}

private struct DayListRow: HTML {
    let child: DayListChild

    var body: some HTML {
        tr {
            th(.scope(.row)) { "\(child.lastName) \(child.firstName)" }
            td { "\(child.age)\u{A0}ans" }
            td { [child.school, child.schoolClass].filter { !$0.isEmpty }.joined(separator: ", ") }
            ForEach(child.units.indices) { index in
                td {
                    UnitState(state: child.units[index])
                    if index < child.times.count, let times = child.times[index] { span(.class("hint")) { times.french } }
                }
            }
        }
    }
}

private struct UnitState: HTML {
    let state: ListedState?

    var body: some HTML {
        if let state {
            StateTag(state.french, tone: tone(state), icon: icon(state))
        } else {
            span(.class("hint")) { "–" }
        }
    }

    private func tone(_ state: ListedState) -> Tone {
        switch state {
        case .booked(.reserved): .success
        case .booked(.absent), .unexpected: .warning
        case .booked(.excused): .neutral
        case .booked(.present): .accent
        }
    }

    private func icon(_ state: ListedState) -> Icon? {
        switch state {
        case .booked(.reserved): nil
        case .booked(.absent), .booked(.excused): .absent
        case .booked(.present), .unexpected: .check
        }
    }
}
