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
        case .line(let activity, let day): PageAddress("agents", "attente", activity, day.iso)
        }
    }

    package static let examples: [BookingDeskPage] = [
        .lines, .asked, .line(activity: "mercredis", day: CivilDate(dayNumber: 20_000)), .places(activity: nil, month: nil),
        .places(activity: "mercredis", month: Month(iso: "2026-12")),
    ]
}
