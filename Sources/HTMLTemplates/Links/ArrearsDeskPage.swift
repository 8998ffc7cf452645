package import PortalCore

/// The cash office's pages about what families owe.
package enum ArrearsDeskPage: PortalPage {
    /// Everything that is owed; posted to, replaces it by another account.
    case list
    /// One household's; posted to, records an amount, grants an exemption or ends it.
    case owing(Identifier<Household>)

    package init?(_ address: PageAddress) {
        let parts = address.segments
        guard parts.count >= 2, parts[0] == "agents", parts[1] == "impayes" else { return nil }
        switch Array(parts.dropFirst(2)) {
        case []: self = .list
        case let parts where parts.count == 1:
            guard let household = Identifier<Household>(text: parts[0]) else { return nil }
            self = .owing(household)
        default: return nil
        }
    }

    package var address: PageAddress {
        switch self {
        case .list: PageAddress("agents", "impayes")
        case .owing(let household): PageAddress("agents", "impayes", String(household.rawValue))
        }
    }

    package static let examples: [ArrearsDeskPage] = [.list, .owing(Identifier(1))]
}
