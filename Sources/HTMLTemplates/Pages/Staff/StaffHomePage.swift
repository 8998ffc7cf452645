package import PortalCore

/// What the staff see first: what waits for them, and for each activity the next open day and how full it is.
package struct StaffHomePage: HTML {
    /// One activity on one day.
    package struct Line: Sendable {
        package let activity: Activity
        package let day: CivilDate
        package let expected: Int

        package init(activity: Activity, day: CivilDate, expected: Int) {
            self.activity = activity
            self.day = day
            self.expected = expected
        }
    }

    private let frame: PortalFrame
    private let lines: [Line]
    private let waiting: [DeskQueue: Int]
    private let uncalled: [UncalledDay]
    private let today: CivilDate

    /// - Parameters:
    ///   - waiting: how many things wait in each queue that the reader may work through.
    ///   - uncalled: the days gone by whose roll call is not finished; empty for who may not call.
    package init(frame: PortalFrame, lines: [Line], waiting: [DeskQueue: Int], uncalled: [UncalledDay], today: CivilDate) {
        self.frame = frame
        self.lines = lines
        self.waiting = waiting
        self.uncalled = uncalled
        self.today = today
    }

    package var body: some HTML {
        PageLayout(frame.around(.staffHome), title: "Bonjour", introduction: "Nous sommes le \(today.french).") {
            if !waiting.isEmpty { WaitingCard(waiting: waiting, links: frame.links) }
            if !uncalled.isEmpty { UncalledDaysCard(days: uncalled, links: frame.links) }
            Card("Prochaine ouverture de chaque activité", icon: .agenda) {
                if lines.isEmpty { p { "Aucune activité n'ouvre dans les deux prochains mois." } }
                ul(.class("list")) { ForEach(lines) { line in li { StaffHomeLine(line: line, links: frame.links, today: today) } } }
            }
        }
    }
}

private struct StaffHomeLine: HTML {
    let line: StaffHomePage.Line
    let links: PortalLinks
    let today: CivilDate

    var body: some HTML {
        a(.class("person"), .href(links.to(.dayList(activity: line.activity.code, day: line.day)))) {
            IconView(.family)
            span(.class("person-text")) {
                strong { line.activity.name }
                span(.class("hint")) { "\(line.day == today ? "Aujourd'hui" : line.day.french) · \(line.activity.place)" }
            }
            StateTag("\(line.expected) attendu\(line.expected > 1 ? "s" : "")", tone: line.expected > 0 ? .accent : .neutral, icon: .user)
            IconView(.next)
        }
    }
}

/// The queues in which something waits; that there is nothing is said too.
private struct WaitingCard: HTML {
    let waiting: [DeskQueue: Int]
    let links: PortalLinks

    var body: some HTML {
        Card("À traiter", icon: .request) {
            if tiles.isEmpty {
                p { "Rien n'attend de réponse\u{A0}: toutes les demandes des familles sont traitées." }
            } else {
                TileList(tiles)
            }
        }
    }

    private var tiles: [Tile] {
        DeskQueue.allCases.compactMap { queue in waiting[queue].flatMap { $0 > 0 ? queue.tile($0, links) : nil } }
    }
}
