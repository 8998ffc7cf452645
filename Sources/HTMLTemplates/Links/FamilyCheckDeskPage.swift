package import PortalCore

/// The staff's pages about the yearly check.
package enum FamilyCheckDeskPage: PortalPage {
    /// Who has certified the file of the year; posted to, reminds those who have not.
    case list(FamilyCheckFilter)
    /// The same lines as a file.
    case export(FamilyCheckFilter)

    package init?(_ address: PageAddress) {
        let filter = FamilyCheckFilter(
            state: address[Self.state].flatMap(FamilyCheckFilter.State.init(rawValue:)),
            section: address[Self.section].flatMap(StaleSection.init(rawValue:))
        )
        switch address.segments {
        case ["agents", "verifications"]: self = .list(filter)
        case ["agents", "verifications", "export"]: self = .export(filter)
        default: return nil
        }
    }

    package var address: PageAddress {
        switch self {
        case .list(let filter): PageAddress(segments: ["agents", "verifications"], query: Self.items(filter))
        case .export(let filter): PageAddress(segments: ["agents", "verifications", "export"], query: Self.items(filter))
        }
    }

    /// The names of the filters in addresses and forms.
    static let state = "etat"
    static let section = "rubrique"

    private static func items(_ filter: FamilyCheckFilter) -> [QueryItem] {
        [filter.state.map { QueryItem(state, $0.rawValue) }, filter.section.map { QueryItem(section, $0.rawValue) }].compactMap(\.self)
    }

    package static let examples: [FamilyCheckDeskPage] = [
        .list(FamilyCheckFilter()), .list(FamilyCheckFilter(state: .missing, section: .school)), .export(FamilyCheckFilter()),
    ]
}
