package import PortalCore

/// The parents' pages about regular care at a nursery.
package enum NurseryPage: PortalPage {
    /// The contracts of the family's children.
    case contracts
    /// A contract and its hours in a month; nil is the current one.
    case contract(Identifier<CareContract>, Month?)
    /// The form that announces leave; posted to, shows what it would change.
    case leave(Identifier<CareContract>)
    /// Posted to when the recap is confirmed.
    case announcement(Identifier<CareContract>)
    /// Takes a leave back: posted to.
    case withdrawal(Identifier<CareContract>, Identifier<FamilyLeave>)

    package init?(_ address: PageAddress) {
        let parts = address.segments
        guard parts.first == "petite-enfance" else { return nil }
        guard parts.count > 1 else {
            self = .contracts
            return
        }
        guard let contract = Identifier<CareContract>(text: parts[1]) else { return nil }
        switch Array(parts.dropFirst(2)) {
        case []:
            let month = address["mois"].map { Month(iso: $0) }
            if case .some(nil) = month { return nil }
            self = .contract(contract, month ?? nil)
        case ["conges"]: self = .leave(contract)
        case ["conges", "confirmation"]: self = .announcement(contract)
        case let parts where parts.count == 3 && parts[0] == "conges" && parts[2] == "retrait":
            guard let leave = Identifier<FamilyLeave>(text: parts[1]) else { return nil }
            self = .withdrawal(contract, leave)
        default: return nil
        }
    }

    package var address: PageAddress {
        switch self {
        case .contracts: PageAddress("petite-enfance")
        case .contract(let contract, let month):
            PageAddress("petite-enfance", String(contract.rawValue), query: month.map { [QueryItem("mois", $0.iso)] } ?? [])
        case .leave(let contract): PageAddress("petite-enfance", String(contract.rawValue), "conges")
        case .announcement(let contract): PageAddress("petite-enfance", String(contract.rawValue), "conges", "confirmation")
        case .withdrawal(let contract, let leave):
            PageAddress("petite-enfance", String(contract.rawValue), "conges", String(leave.rawValue), "retrait")
        }
    }

    package static let examples: [NurseryPage] = [
        .contracts, .contract(Identifier(1), nil), .contract(Identifier(1), Month(containing: CivilDate(dayNumber: 20_800))), .leave(Identifier(1)),
        .announcement(Identifier(1)), .withdrawal(Identifier(1), Identifier(1)),
    ]
}
