package import PortalCore

/// The staff's pages about schools and classes.
package enum SchoolingDeskPage: PortalPage {
    /// A child's schools by school year; posted to, corrects the one of a year.
    case child(Identifier<Child>, SchoolYear?)
    /// Every child's next class, of all schools or of one; posted to, confirms it or takes it back.
    case passage(school: String?)

    package init?(_ address: PageAddress) {
        let parts = address.segments
        guard parts.first == "agents" else { return nil }
        switch Array(parts.dropFirst()) {
        case ["passage"]: self = .passage(school: address["ecole"])
        case let parts where parts.count == 3 && parts[0] == "enfants" && parts[2] == "ecole":
            guard let child = Identifier<Child>(text: parts[1]) else { return nil }
            self = .child(child, address["annee"].flatMap(SchoolYear.init(name:)))
        default: return nil
        }
    }

    package var address: PageAddress {
        switch self {
        case .child(let child, let year):
            PageAddress("agents", "enfants", String(child.rawValue), "ecole", query: year.map { [QueryItem("annee", $0.name)] } ?? [])
        case .passage(let school): PageAddress("agents", "passage", query: school.map { [QueryItem("ecole", $0)] } ?? [])
        }
    }

    package static let examples: [SchoolingDeskPage] = [
        .child(Identifier(1), nil), .child(Identifier(1), SchoolYear(startYear: 2027)), .passage(school: nil),
        .passage(school: "École élémentaire Mermoz"),
    ]
}
