import PortalCore

/// The days whose roll call is not finished, on the staff's first page.
struct UncalledDaysCard: HTML {
    let days: [UncalledDay]
    let links: PortalLinks

    /// More are counted, not listed.
    private static let shown = 6

    var body: some HTML {
        Card("Journées à pointer ou à clore (\(days.count))", icon: .clock) {
            ul(.class("list")) { ForEach(days.prefix(Self.shown)) { day in li { line(day) } } }
            if days.count > Self.shown { p { "Et \(days.count - Self.shown) autres, plus récentes." } }
        }
    }

    private func line(_ day: UncalledDay) -> some HTML {
        a(.class("person"), .href(links.to(.closing(activity: day.activity.code, day: day.date)))) {
            IconView(.clock)
            span(.class("person-text")) {
                strong { day.activity.name }
                span(.class("hint")) { day.date.french }
            }
            StateTag(UncalledDayWords.count(day), tone: day.uncalled > 0 ? .warning : .neutral, icon: .clock)
            IconView(.next)
        }
    }
}
