package import PortalCore

/// The staff's pages about regular care at nurseries. Where a nursery may be left out, it is the first one.
package enum NurseryDeskPage: PortalPage {
    /// The contracts of a nursery, by its code.
    case contracts(nursery: String?)
    /// The form that signs a contract for a child of a household.
    case signing(Identifier<Household>, Identifier<Child>)
    /// A contract and its hours in a month; posted to, amends or ends it.
    case contract(Identifier<CareContract>, Month?)
    /// What families ask for, and who gives days up in the week of a day.
    case leaves(nursery: String?, day: CivilDate?)
    /// The answer to a leave: posted to.
    case judgement(Identifier<FamilyLeave>)
    /// The hours of all the contracts in a month, shown or as a file.
    case hours(nursery: String?, Month?, ReportFormat?)

    package init?(_ address: PageAddress) {
        let parts = address.segments
        guard parts.count >= 2, parts[0] == "agents", parts[1] == "petite-enfance" else { return nil }
        let nursery = address["structure"]
        switch Array(parts.dropFirst(2)) {
        case []: self = .contracts(nursery: nursery)
        case ["conges"]: self = .leaves(nursery: nursery, day: address["jour"].flatMap { CivilDate(iso: $0) })
        case ["heures"]:
            self = .hours(nursery: nursery, address["mois"].flatMap { Month(iso: $0) }, address["format"].flatMap(ReportFormat.init(rawValue:)))
        case let parts where parts.count == 2 && parts[0] == "conges":
            guard let leave = Identifier<FamilyLeave>(text: parts[1]) else { return nil }
            self = .judgement(leave)
        case let parts where parts.count == 2 && parts[0] == "contrats":
            guard let contract = Identifier<CareContract>(text: parts[1]) else { return nil }
            self = .contract(contract, address["mois"].flatMap { Month(iso: $0) })
        case let parts where parts.count == 3 && parts[0] == "contrat":
            guard let household = Identifier<Household>(text: parts[1]), let child = Identifier<Child>(text: parts[2]) else { return nil }
            self = .signing(household, child)
        default: return nil
        }
    }

    package var address: PageAddress {
        switch self {
        case .contracts(let nursery): PageAddress(segments: ["agents", "petite-enfance"], query: items(nursery))
        case .signing(let household, let child):
            PageAddress("agents", "petite-enfance", "contrat", String(household.rawValue), String(child.rawValue))
        case .contract(let contract, let month):
            PageAddress("agents", "petite-enfance", "contrats", String(contract.rawValue), query: month.map { [QueryItem("mois", $0.iso)] } ?? [])
        case .leaves(let nursery, let day):
            PageAddress(segments: ["agents", "petite-enfance", "conges"], query: items(nursery, day.map { QueryItem("jour", $0.iso) }))
        case .judgement(let leave): PageAddress("agents", "petite-enfance", "conges", String(leave.rawValue))
        case .hours(let nursery, let month, let format):
            PageAddress(
                segments: ["agents", "petite-enfance", "heures"],
                query: items(nursery, month.map { QueryItem("mois", $0.iso) }) + (format.map { [QueryItem("format", $0.rawValue)] } ?? [])
            )
        }
    }

    private func items(_ nursery: String?, _ other: QueryItem? = nil) -> [QueryItem] {
        [nursery.map { QueryItem("structure", $0) }, other].compactMap(\.self)
    }

    package static let examples: [NurseryDeskPage] = [
        .contracts(nursery: nil), .contracts(nursery: "creche"), .signing(Identifier(1), Identifier(1)), .contract(Identifier(1), nil),
        .leaves(nursery: nil, day: nil), .leaves(nursery: "creche", day: CivilDate(dayNumber: 20_800)), .judgement(Identifier(1)),
        .hours(nursery: nil, nil, nil), .hours(nursery: "creche", Month(containing: CivilDate(dayNumber: 20_800)), .csv),
    ]
}
