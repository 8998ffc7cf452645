package import PortalCore

/// The family's file: what a parent tells the town about its household and each child.
package enum FamilyFilePage: PortalPage {
    /// The people around a child; posted to, adds one.
    case contacts(Identifier<Child>)
    /// Copies a sibling's contacts: posted to.
    case contactCopy(Identifier<Child>)
    /// One of them, to correct.
    case contact(Identifier<Child>, Identifier<ChildContact>)
    /// Asks for its deletion, or takes that back: posted to.
    case contactRemoval(Identifier<Child>, Identifier<ChildContact>)
    /// Lets another adult of a household create an account.
    case invitation(Identifier<Household>)

    package init?(_ address: PageAddress) {
        let parts = address.segments
        if parts.count == 3, parts[0] == "foyers", parts[2] == "invitation", let household = Identifier<Household>(text: parts[1]) {
            self = .invitation(household)
            return
        }
        guard parts.count >= 3, parts[0] == "enfants", let child = Identifier<Child>(text: parts[1]) else { return nil }
        self.init(of: child, Array(parts.dropFirst(2)))
    }

    private init?(of child: Identifier<Child>, _ parts: [String]) {
        switch parts {
        case ["entourage"]: self = .contacts(child)
        case ["entourage", "copie"]: self = .contactCopy(child)
        case let parts where parts.first == "entourage":
            guard let contact = Identifier<ChildContact>(text: parts[1]) else { return nil }
            switch parts.dropFirst(2) {
            case []: self = .contact(child, contact)
            case ["suppression"]: self = .contactRemoval(child, contact)
            default: return nil
            }
        default: return nil
        }
    }

    package var address: PageAddress {
        switch self {
        case .contacts(let child): PageAddress("enfants", String(child.rawValue), "entourage")
        case .contactCopy(let child): PageAddress("enfants", String(child.rawValue), "entourage", "copie")
        case .contact(let child, let contact): PageAddress("enfants", String(child.rawValue), "entourage", String(contact.rawValue))
        case .contactRemoval(let child, let contact):
            PageAddress("enfants", String(child.rawValue), "entourage", String(contact.rawValue), "suppression")
        case .invitation(let household): PageAddress("foyers", String(household.rawValue), "invitation")
        }
    }

    package static let examples: [FamilyFilePage] = [
        .contacts(Identifier(1)), .contactCopy(Identifier(1)), .contact(Identifier(1), Identifier(1)), .contactRemoval(Identifier(1), Identifier(1)),
        .invitation(Identifier(1)),
    ]
}
