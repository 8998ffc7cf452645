package import PortalCore

/// The administrators' pages about the rules of the activities.
package enum RuleDeskPage: PortalPage {
    /// Every activity with its rules in words.
    case list
    /// The bench of an activity, by its code: a month under the rules in force, and under those that are tried.
    case bench(activity: String, RuleTrial)
    /// Posted to when tried rules are published.
    case publication(activity: String)
    /// Posted to when published rules are taken back.
    case withdrawal(activity: String)

    package init?(_ address: PageAddress) {
        let parts = address.segments
        guard parts.count >= 2, parts[0] == "agents", parts[1] == "regles" else { return nil }
        switch Array(parts.dropFirst(2)) {
        case []: self = .list
        case let parts where parts.count == 1: self = .bench(activity: parts[0], RuleTrial(address))
        case let parts where parts.count == 2 && parts[1] == "publication": self = .publication(activity: parts[0])
        case let parts where parts.count == 2 && parts[1] == "retrait": self = .withdrawal(activity: parts[0])
        default: return nil
        }
    }

    package var address: PageAddress {
        switch self {
        case .list: PageAddress("agents", "regles")
        case .bench(let activity, let trial): PageAddress(segments: ["agents", "regles", activity], query: trial.items)
        case .publication(let activity): PageAddress("agents", "regles", activity, "publication")
        case .withdrawal(let activity): PageAddress("agents", "regles", activity, "retrait")
        }
    }

    package static let examples: [RuleDeskPage] = [
        .list, .bench(activity: "mercredis", RuleTrial()), .bench(activity: "mercredis", RuleTrial(month: "2026-12", unit: "journee")),
        .publication(activity: "mercredis"), .withdrawal(activity: "mercredis"),
    ]
}

/// What the bench is asked to show, as typed: each part may be wrong or empty, the page says so.
package struct RuleTrial: Hashable, Sendable {
    package static let monthField = "mois"
    package static let unitField = "unite"

    /// "2026-12".
    package var month: String
    /// A unit's code.
    package var unit: String
    package var draft: RuleDraft

    package init(month: String = "", unit: String = "", draft: RuleDraft = RuleDraft()) {
        self.month = month
        self.unit = unit
        self.draft = draft
    }

    init(_ address: PageAddress) {
        self.init(month: address[RuleTrial.monthField] ?? "", unit: address[RuleTrial.unitField] ?? "")
        for field in RuleDraft.Field.allCases { draft[field] = address[field.rawValue] ?? "" }
        if let composed = RuleComposition({ address[$0] }) { draft[composed.target] = composed.notation }
    }

    /// What is not empty.
    var items: [QueryItem] {
        let parts = [(RuleTrial.monthField, month), (RuleTrial.unitField, unit)] + RuleDraft.Field.allCases.map { ($0.rawValue, draft[$0]) }
        return parts.filter { !$0.1.isEmpty }.map { QueryItem($0.0, $0.1) }
    }
}
