package import PortalCore

/// The days to come on which families wait for a place.
package struct WaitingDaysPage: HTML {
    private let frame: PortalFrame
    private let days: [WaitingListDay]

    package init(frame: PortalFrame, days: [WaitingListDay]) {
        self.frame = frame
        self.days = days
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.waitingLines),
            title: "Listes d'attente",
            introduction: "Quand une place se libère, la famille suivante la reçoit d'elle-même. Ici, vous voyez chaque file et pouvez l'arranger.",
            crumbs: [Crumb("Aujourd'hui", frame.links.to(.home as StaffPage))]
        ) {
            if days.isEmpty {
                EmptyState("Personne n'attend", icon: .check) { p { "Aucun jour à venir n'a de liste d'attente." } }
            } else {
                DataTable("Jours où des familles attendent", columns: ["Jour", "Activité", .number("Familles")]) {
                    ForEach(days) { day in
                        tr {
                            th(.scope(.row)) {
                                a(.href(frame.links.to(.line(activity: day.activity.code, day: day.date)))) { day.date.french }
                            }
                            td { day.activity.name }
                            td(.class("number")) { day.count }
                        }
                    }
                }
            }
        }
    }
}
