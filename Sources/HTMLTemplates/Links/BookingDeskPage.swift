package import PortalCore

/// The staff's pages about places, and about bookings that are not decided yet.
package enum BookingDeskPage: PortalPage {
    /// The days on which families wait for a place.
    case lines
    /// The lines of an activity, by its code, on a day; posted to when the staff move, offer or remove.
    case line(activity: String, day: CivilDate)
    /// What families ask of the staff after the limit; posted to with the answers.
    case asked
    /// What is taken and what may be, in an activity over a month; posted to with another number of places.
    case places(activity: String?, month: Month?)
    /// The closures that the staff have declared, and the form of another one, begun for a span of days or not.
    case closures(ClosureStart?)
    /// What a closure would touch: posted to.
    case closureReview
    /// Posted to when the staff confirm it.
    case closureDeclaration
    /// One closure with what it did; posted to when it is taken back.
    case closure(Identifier<DeclaredClosure>)

    package init?(_ address: PageAddress) {
        let parts = address.segments
        if parts == ["agents", "hors-delai"] {
            self = .asked
            return
        }
        if parts == ["agents", "places"] {
            self = .places(activity: address["activite"], month: address["mois"].flatMap { Month(iso: $0) })
            return
        }
        if parts.count >= 2, parts[0] == "agents", parts[1] == "fermetures" {
            self.init(closures: Array(parts.dropFirst(2)), address)
            return
        }
        guard parts.count >= 2, parts[0] == "agents", parts[1] == "attente" else { return nil }
        switch parts.count {
        case 2: self = .lines
        case 4:
            guard let day = CivilDate(iso: parts[3]) else { return nil }
            self = .line(activity: parts[2], day: day)
        default: return nil
        }
    }

    package var address: PageAddress {
        switch self {
        case .lines: PageAddress("agents", "attente")
        case .asked: PageAddress("agents", "hors-delai")
        case .places(let activity, let month):
            PageAddress(
                "agents",
                "places",
                query: [activity.map { QueryItem("activite", $0) }, month.map { QueryItem("mois", $0.iso) }].compactMap(\.self)
            )
        case .closures(let start): PageAddress("agents", "fermetures", query: start?.query ?? [])
        case .closureReview: PageAddress("agents", "fermetures", "apercu")
        case .closureDeclaration: PageAddress("agents", "fermetures", "declaration")
        case .closure(let closure): PageAddress("agents", "fermetures", String(closure.rawValue))
        case .line(let activity, let day): PageAddress("agents", "attente", activity, day.iso)
        }
    }

    package static let examples: [BookingDeskPage] = [
        .lines, .asked, .line(activity: "mercredis", day: CivilDate(dayNumber: 20_000)), .places(activity: nil, month: nil),
        .places(activity: "mercredis", month: Month(iso: "2026-12")), .closures(nil),
        .closures(ClosureStart(firstDay: CivilDate(dayNumber: 20_000), lastDay: CivilDate(dayNumber: 20_001), activities: ["mercredis"])),
        .closureReview, .closureDeclaration, .closure(Identifier(1)),
    ]

    private init?(closures parts: [String], _ address: PageAddress) {
        switch parts {
        case []: self = .closures(ClosureStart(address))
        case ["apercu"]: self = .closureReview
        case ["declaration"]: self = .closureDeclaration
        case let parts where parts.count == 1:
            guard let closure = Identifier<DeclaredClosure>(text: parts[0]) else { return nil }
            self = .closure(closure)
        default: return nil
        }
    }
}

/// The days and activities that a closure's form begins with, from a closure of the definition.
package struct ClosureStart: Hashable, Sendable {
    package let firstDay: CivilDate
    package let lastDay: CivilDate
    /// Codes; none for all.
    package let activities: [String]

    package init(firstDay: CivilDate, lastDay: CivilDate, activities: [String]) {
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.activities = activities
    }

    /// nil where the address says no days.
    init?(_ address: PageAddress) {
        guard let first = address["du"].flatMap({ CivilDate(iso: $0) }), let last = address["au"].flatMap({ CivilDate(iso: $0) }) else { return nil }
        let codes = (address["activites"] ?? "").split(separator: " ").map(String.init)
        self.init(firstDay: first, lastDay: last, activities: codes)
    }

    fileprivate var query: [QueryItem] {
        [QueryItem("du", firstDay.iso), QueryItem("au", lastDay.iso)]
            + (activities.isEmpty ? [] : [QueryItem("activites", activities.joined(separator: " "))])
    }
}
