package import PortalCore

/// The administrators' pages about what the activities open, when, and with how many places.
package enum ActivityDeskPage: PortalPage {
    /// Every activity with what it is set to.
    case list
    /// An activity, by its code, with its forms; that of the windows filled with the one that begins on a day.
    case settings(activity: String, window: CivilDate?)
    /// What a change would touch: posted to.
    case review(activity: String)
    /// Posted to when the change is confirmed.
    case change(activity: String)

    package init?(_ address: PageAddress) {
        let parts = address.segments
        guard parts.count >= 2, parts[0] == "agents", parts[1] == "activites" else { return nil }
        switch Array(parts.dropFirst(2)) {
        case []: self = .list
        case let parts where parts.count == 1: self = .settings(activity: parts[0], window: address["fenetre"].flatMap { CivilDate(iso: $0) })
        case let parts where parts.count == 2 && parts[1] == "apercu": self = .review(activity: parts[0])
        case let parts where parts.count == 2 && parts[1] == "changement": self = .change(activity: parts[0])
        default: return nil
        }
    }

    package var address: PageAddress {
        switch self {
        case .list: PageAddress("agents", "activites")
        case .settings(let activity, let window):
            PageAddress(segments: ["agents", "activites", activity], query: window.map { [QueryItem("fenetre", $0.iso)] } ?? [])
        case .review(let activity): PageAddress("agents", "activites", activity, "apercu")
        case .change(let activity): PageAddress("agents", "activites", activity, "changement")
        }
    }

    package static let examples: [ActivityDeskPage] = [
        .list, .settings(activity: "mercredis", window: nil), .settings(activity: "mercredis", window: CivilDate(dayNumber: 20_000)),
        .review(activity: "mercredis"), .change(activity: "mercredis"),
    ]
}
