package import PortalCore

/// The places of an activity over a month: what is taken, what may be, and the form that sets other numbers for some days.
package struct PlacesPage: HTML {
    private let frame: PortalFrame
    private let activities: [Activity]
    private let activity: Activity
    private let month: Month
    private let days: [CivilDate]
    private let counts: [Place: PlaceCount]
    private let form: FormState

    /// - Parameters:
    ///   - activities: those that the page can switch to.
    ///   - days: the open days of the month.
    ///   - counts: a place without a count is free and as its group says.
    package init(
        frame: PortalFrame,
        activities: [Activity],
        activity: Activity,
        month: Month,
        days: [CivilDate],
        counts: [Place: PlaceCount],
        form: FormState
    ) {
        self.frame = frame
        self.activities = activities
        self.activity = activity
        self.month = month
        self.days = days
        self.counts = counts
        self.form = form
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.places),
            title: "Places\u{A0}: \(activity.name)",
            introduction: "Places prises et places ouvertes, jour par jour. Changez-les pour un jour ou pour une période.",
            crumbs: [Crumb("Aujourd'hui", frame.links.to(.home as StaffPage))],
            form: form
        ) {
            filters
            Pagination(
                "Mois",
                previous: (month.previous.french.capitalizedFirst, page(of: month.previous)),
                current: month.french.capitalizedFirst,
                next: (month.next.french.capitalizedFirst, page(of: month.next))
            )
            if days.isEmpty {
                EmptyState("Fermé tout le mois", icon: .calendar) { p { "Choisissez un autre mois ou une autre activité." } }
            } else {
                DataTable("Places prises sur places ouvertes", columns: ["Jour"] + columns.map { .init($0.title) }) {
                    ForEach(days) { date in
                        tr {
                            th(.scope(.row)) { time(.datetime(date.iso)) { date.frenchShort } }
                            ForEach(columns) { column in td { PlaceTag(group: column.group, count: counts[column.place(date)]) } }
                        }
                    }
                }
            }
            PlacesForm(frame: frame, activity: activity, month: month, form: form)
        }
    }

    private var filters: some HTML {
        HTMLTemplates.form(.class("filters"), .method(.get), .action(frame.links.to(.places(activity: nil, month: nil)))) {
            SelectField(
                "activite",
                "Activité",
                choices: activities.map { Choice($0.code, $0.name) },
                in: FormState(values: ["activite": activity.code])
            )
            HiddenField("mois", month.iso)
            SubmitButton("Afficher", style: .secondary)
        }
    }

    /// A counter of a group.
    private struct Column {
        let title: String
        let counter: PlaceCounter
        let group: ActivityGroup

        func place(_ date: CivilDate) -> Place { Place(counter: counter.id, group: group.id, date: date) }
    }

    private var columns: [Column] {
        activity.groups.flatMap { group in
            activity.counters.map { Column(title: "\(group.name), \(activity.name(of: $0))", counter: $0, group: group) }
        }
    }

    private func page(of month: Month) -> Link { frame.links.to(.places(activity: activity.code, month: month)) }
}

/// "12 / 48", and whether staff have set another number than the group's.
private struct PlaceTag: HTML {
    let group: ActivityGroup
    let count: PlaceCount?

    var body: some HTML {
        let (taken, limit) = (count?.taken ?? 0, group.limit(count))
        StateTag("\(taken) / \(limit)", tone: taken > limit ? .danger : taken == limit ? .warning : .neutral, icon: taken >= limit ? .full : .user)
        if count?.capacity != nil || count?.staff != nil { span(.class("hint")) { "réglé" } }
    }
}
