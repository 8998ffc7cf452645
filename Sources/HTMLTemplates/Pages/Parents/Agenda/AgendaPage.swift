package import PortalCore

/// The family's agenda, or one child's: a week or a month on one sheet, to look at and to print.
package struct AgendaPage: HTML {
    package struct Model: Sendable {
        package let query: AgendaQuery
        /// Whole weeks.
        package let days: ClosedRange<CivilDate>
        package let today: CivilDate
        package let children: [Child]
        package let agendas: [Identifier<Child>: [AgendaEntry]]
        /// What is particular about a day, for everybody.
        package let notes: [CivilDate: String]

        package init(
            query: AgendaQuery,
            days: ClosedRange<CivilDate>,
            today: CivilDate,
            children: [Child],
            agendas: [Identifier<Child>: [AgendaEntry]],
            notes: [CivilDate: String]
        ) {
            self.query = query
            self.days = days
            self.today = today
            self.children = children
            self.agendas = agendas
            self.notes = notes
        }
    }

    private let frame: PortalFrame
    private let model: Model

    package init(frame: PortalFrame, model: Model) {
        self.frame = frame
        self.model = model
    }

    package var body: some HTML {
        PageLayout(frame.around(.planning), title: title, crumbs: crumbs, script: .planning, isCompact: true) {
            AgendaTools(model: model, links: frame.links)
            AgendaTable(model: model, title: "\(title), \(model.spanWords)")
            ButtonRow {
                LinkButton("Modifier les réservations", to: frame.links.to(.planning(nil)), icon: .calendar)
                LinkButton("Suivre dans mon calendrier", to: frame.links.to(.calendarFeeds), icon: .agenda)
            }
        }
    }

    private var title: String { model.shownChild.map { "Agenda de \($0.firstName)" } ?? "Agenda de la famille" }

    private var crumbs: [Crumb] { [frame.homeCrumb] }
}

extension AgendaPage.Model {
    var shownChild: Child? { query.child.flatMap { id in children.first { $0.id == id } } }

    /// The children whose agenda is shown.
    var shownChildren: [Child] { shownChild.map { [$0] } ?? children }

    /// The month that most of the days belong to.
    var month: Month { Month(containing: query.isMonth ? (query.day ?? today) : days.lowerBound) }

    /// "novembre 2026", "du 23 au 29 novembre".
    var spanWords: String {
        if query.isMonth { return month.french }
        let (first, last) = (days.lowerBound, days.upperBound)
        let start = first.month == last.month ? (first.day == 1 ? "1er" : String(first.day)) : first.frenchDayAndMonth
        return "du \(start) au \(last.frenchDayAndMonth)"
    }
}

/// Which child, week or month, and the ones around.
private struct AgendaTools: HTML {
    let model: AgendaPage.Model
    let links: PortalLinks

    var body: some HTML {
        div(.class("months")) {
            Pagination(
                query.isMonth ? "Mois" : "Semaines",
                previous: (query.isMonth ? model.month.previous.frenchName : "précédente", step(to: previousDay)),
                current: model.spanWords,
                next: (query.isMonth ? model.month.next.frenchName : "suivante", step(to: nextDay))
            )
        }
        div(.class("plan-tools")) {
            if model.children.count > 1 {
                nav(.ariaLabel("Agenda de")) {
                    ul(.class("who")) {
                        li { choice("Toute la famille", AgendaQuery(isMonth: query.isMonth, day: query.day), isCurrent: model.shownChild == nil) }
                        ForEach(model.children) { child in
                            li {
                                choice(
                                    child.firstName,
                                    AgendaQuery(isMonth: query.isMonth, day: query.day, child: child.id),
                                    isCurrent: model.shownChild?.id == child.id
                                )
                            }
                        }
                    }
                }
            }
            nav(.ariaLabel("Vue")) {
                ul(.class("who")) {
                    li { choice("Semaine", AgendaQuery(isMonth: false, day: query.day, child: query.child), isCurrent: !query.isMonth) }
                    li { choice("Mois", AgendaQuery(isMonth: true, day: query.day, child: query.child), isCurrent: query.isMonth) }
                }
            }
        }
    }

    private var query: AgendaQuery { model.query }
    private var previousDay: CivilDate { query.isMonth ? model.month.previous.firstDay : model.days.lowerBound.adding(days: -7) }
    private var nextDay: CivilDate { query.isMonth ? model.month.next.firstDay : model.days.lowerBound.adding(days: 7) }

    private func step(to day: CivilDate) -> Link { links.to(.agenda(AgendaQuery(isMonth: query.isMonth, day: day, child: query.child))) }

    private func choice(_ title: String, _ query: AgendaQuery, isCurrent: Bool) -> some HTML {
        a(.href(links.to(.agenda(query))), .ariaCurrent(isCurrent ? .yes : nil)) { title }
    }
}
