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
    /// A field of an adult, a household or a child, by its number, to change.
    case change(ChangeField, Int64)
    /// What was changed, and what waits for the staff.
    case changes
    /// A child's health, and what its parents allow.
    case sheet(Identifier<Child>)
    /// Where a child of two homes lives each day; posted to, asks for other days or answers.
    case custody(Identifier<Child>, Month?)
    /// Where a child gets on and off the buses of an activity.
    case stops(Identifier<Child>, activity: String)
    /// When a child usually comes to an activity's units and leaves them.
    case times(Identifier<Child>, activity: String)
    /// The same on one booked day.
    case dayTimes(BookingSlot)
    /// What a household earns, in the words of the CAF.
    case quotient(Identifier<Household>)
    /// "Je vérifie mes informations".
    case review(Identifier<Household>)
    /// A separation, a move, a birth, a new partner: told to the staff.
    case situation(Identifier<Household>, SituationKind? = nil)

    package init?(_ address: PageAddress) {
        let parts = address.segments
        if parts.count == 3, parts[0] == "foyers", let household = Identifier<Household>(text: parts[1]) {
            if parts[2] == "situation" {
                self = .situation(household, address["changement"].flatMap { SituationKind(rawValue: $0) })
            } else {
                self.init(of: household, parts[2])
            }
            return
        }
        if parts.first == "modifications" {
            self.init(change: Array(parts.dropFirst()))
            return
        }
        guard parts.count >= 3, parts[0] == "enfants", let child = Identifier<Child>(text: parts[1]) else { return nil }
        if parts.dropFirst(2) == ["garde"] {
            self = .custody(child, address["mois"].flatMap { Month(iso: $0) })
            return
        }
        self.init(of: child, Array(parts.dropFirst(2)))
    }

    private init?(of household: Identifier<Household>, _ name: String) {
        switch name {
        case "invitation": self = .invitation(household)
        case "quotient": self = .quotient(household)
        case "verification": self = .review(household)
        default: return nil
        }
    }

    private init?(change parts: [String]) {
        if parts.isEmpty {
            self = .changes
            return
        }
        guard parts.count == 2, let field = ChangeField.chosen.first(where: { $0.slug == parts[0] }),
            let subject = Identifier<Nothing>(text: parts[1])
        else { return nil }
        self = .change(field, subject.rawValue)
    }

    private init?(of child: Identifier<Child>, _ parts: [String]) {
        switch parts {
        case ["entourage"]: self = .contacts(child)
        case ["fiche"]: self = .sheet(child)
        case let parts where parts.count == 2 && parts[0] == "car": self = .stops(child, activity: parts[1])
        case let parts where parts.count == 2 && parts[0] == "heures": self = .times(child, activity: parts[1])
        case let parts where parts.count == 3 && parts[0] == "heures":
            guard let unit = Identifier<BookableUnit>(text: parts[1]), let date = CivilDate(iso: parts[2]) else { return nil }
            self = .dayTimes(BookingSlot(child: child, unit: unit, date: date))
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
        case .change(let field, let subject): PageAddress("modifications", field.slug, String(subject))
        case .quotient(let household): PageAddress("foyers", String(household.rawValue), "quotient")
        case .review(let household): PageAddress("foyers", String(household.rawValue), "verification")
        case .custody(let child, let month):
            PageAddress("enfants", String(child.rawValue), "garde", query: month.map { [QueryItem("mois", $0.iso)] } ?? [])
        case .sheet(let child): PageAddress("enfants", String(child.rawValue), "fiche")
        case .stops(let child, let activity): PageAddress("enfants", String(child.rawValue), "car", activity)
        case .times(let child, let activity): PageAddress("enfants", String(child.rawValue), "heures", activity)
        case .dayTimes(let slot): PageAddress("enfants", String(slot.child.rawValue), "heures", String(slot.unit.rawValue), slot.date.iso)
        case .changes: PageAddress("modifications")
        case .situation(let household, let kind):
            PageAddress("foyers", String(household.rawValue), "situation", query: kind.map { [QueryItem("changement", $0.rawValue)] } ?? [])
        }
    }

    package static let examples: [FamilyFilePage] =
        [
            .contacts(Identifier(1)), .contactCopy(Identifier(1)), .contact(Identifier(1), Identifier(1)),
            .contactRemoval(Identifier(1), Identifier(1)),
            .invitation(Identifier(1)), .changes, .sheet(Identifier(1)), .custody(Identifier(1), nil), .custody(Identifier(1), Month(iso: "2026-11")),
            .quotient(Identifier(1)), .review(Identifier(1)), .stops(Identifier(1), activity: "periscolaire"),
            .times(Identifier(1), activity: "periscolaire"),
            .dayTimes(BookingSlot(child: Identifier(1), unit: Identifier(1), date: CivilDate(dayNumber: 20_800))),
            .situation(Identifier(1)), .situation(Identifier(1), .move),
        ] + ChangeField.chosen.map { .change($0, 1) }
}
