package import PortalCore

/// The staff's pages that give clés enfance to many families.
package enum KeyCampaignPage: PortalPage {
    /// Those there were, and the form of a new one: posted to.
    case list
    /// One campaign; posted to when it goes on, is closed, or turns a mail into a letter.
    case campaign(Identifier<KeyCampaign>)
    /// Its letters as a file: posted to.
    case letters(Identifier<KeyCampaign>)

    package init?(_ address: PageAddress) {
        let parts = address.segments
        guard parts.count >= 2, parts[0] == "agents", parts[1] == "campagnes" else { return nil }
        switch Array(parts.dropFirst(2)) {
        case []: self = .list
        case let parts where parts.count == 1 || (parts.count == 2 && parts[1] == "lettres"):
            guard let campaign = Identifier<KeyCampaign>(text: parts[0]) else { return nil }
            self = parts.count == 1 ? .campaign(campaign) : .letters(campaign)
        default: return nil
        }
    }

    package var address: PageAddress {
        switch self {
        case .list: PageAddress("agents", "campagnes")
        case .campaign(let campaign): PageAddress("agents", "campagnes", String(campaign.rawValue))
        case .letters(let campaign): PageAddress("agents", "campagnes", String(campaign.rawValue), "lettres")
        }
    }

    package static let examples: [KeyCampaignPage] = [.list, .campaign(Identifier(1)), .letters(Identifier(1))]
}

/// The buttons of a campaign's page. The value of a button that is about a family ends with its number: "lettre-12".
package enum KeyCampaignAct: Hashable, Sendable {
    package static let field = "acte"

    case resume
    case close
    case letter(Identifier<Household>)

    package init?(value: String) {
        switch value {
        case "continuer": self = .resume
        case "clore": self = .close
        default:
            guard value.hasPrefix("lettre-"), let household = Identifier<Household>(text: value.dropFirst("lettre-".count)) else { return nil }
            self = .letter(household)
        }
    }

    package var value: String {
        switch self {
        case .resume: "continuer"
        case .close: "clore"
        case .letter(let household): "lettre-\(household.rawValue)"
        }
    }
}
