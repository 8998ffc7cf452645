package import PortalCore

/// The staff's pages about families.
package enum HouseholdDeskPage: PortalPage {
    /// All of them, or those that a search finds.
    case list(search: String?)
    case household(Identifier<Household>)
    /// A household's clés enfance: posted to when one is given out, replaced or revoked.
    case keys(Identifier<Household>)
    /// What an adult is to a child.
    case relation(Identifier<Household>, Identifier<Adult>, Identifier<Child>)
    /// Where a child of two households lives on each day.
    case custody(Identifier<Household>, Identifier<Child>)
    /// A household's marks; posted to when one is noted.
    case marks(Identifier<Household>)
    /// One of them; posted to when it is corrected, ended or taken away.
    case mark(Identifier<Household>, Identifier<DatedMark>)
    /// Where a child gets on and off the buses of an activity.
    case stops(Identifier<Household>, Identifier<Child>, activity: String)
    /// When a child usually comes to an activity's units and leaves them.
    case times(Identifier<Household>, Identifier<Child>, activity: String)
    /// The same on one booked day.
    case dayTimes(Identifier<Household>, BookingSlot)
    /// What a household has declared that it earns; posted to, says that the document was seen.
    case quotient(Identifier<Household>)
    /// The planning of a household's children, for the staff to change; nil is the current month.
    case planning(Identifier<Household>, Month?)
    /// A week to put on many, for a household's children; posted to when one comes back to it from the recap.
    case fill(Identifier<Household>)
    /// What would change: posted to.
    case recap(Identifier<Household>)
    /// Posted to when the recap is confirmed.
    case bookings(Identifier<Household>)
    /// Deletes a contact or keeps it: posted to.
    case contactRemoval(Identifier<ChildContact>)
    /// What parents have changed or want to change, as far as a filter keeps it.
    case inbox(ChangeFilter)
    /// What families have declared that they earn, to be checked.
    case incomes
    /// The answer to one of the changes, or who takes care of it: posted to from a filtered inbox.
    case settling(Identifier<ChangeRequest>, ChangeFilter)

    package init?(_ address: PageAddress) {
        let parts = address.segments
        guard parts.count >= 2, parts[0] == "agents" else { return nil }
        switch Array(parts.dropFirst()) {
        case ["modifications"]: self = .inbox(ChangeFilter(address))
        case ["quotients"]: self = .incomes
        case let parts where parts.count == 2 && parts[0] == "modifications":
            guard let change = Identifier<ChangeRequest>(text: parts[1]) else { return nil }
            self = .settling(change, ChangeFilter(address))
        case ["foyers"]: self = .list(search: address["nom"])
        case let parts where parts.count == 3 && parts[0] == "contacts" && parts[2] == "suppression":
            guard let contact = Identifier<ChildContact>(text: parts[1]) else { return nil }
            self = .contactRemoval(contact)
        case let parts where parts[0] == "foyers":
            guard let household = Identifier<Household>(text: parts[1]) else { return nil }
            self.init(of: household, Array(parts.dropFirst(2)), address)
        default: return nil
        }
    }

    private init?(of household: Identifier<Household>, _ parts: [String], _ address: PageAddress) {
        switch parts {
        case ["reservations"]:
            guard let month = address["mois"] else {
                self = .planning(household, nil)
                return
            }
            guard let month = Month(iso: month) else { return nil }
            self = .planning(household, month)
        case ["reservations", "remplir"]: self = .fill(household)
        case ["reservations", "recapitulatif"]: self = .recap(household)
        case ["reservations", "confirmation"]: self = .bookings(household)
        case []: self = .household(household)
        case ["cles"]: self = .keys(household)
        case let parts where parts.count == 3 && parts[0] == "liens":
            guard let adult = Identifier<Adult>(text: parts[1]), let child = Identifier<Child>(text: parts[2]) else { return nil }
            self = .relation(household, adult, child)
        case ["quotient"]: self = .quotient(household)
        case ["marques"]: self = .marks(household)
        case let parts where parts.count == 2 && parts[0] == "marques":
            guard let mark = Identifier<DatedMark>(text: parts[1]) else { return nil }
            self = .mark(household, mark)
        case let parts where parts.count == 3 && parts[0] == "car":
            guard let child = Identifier<Child>(text: parts[1]) else { return nil }
            self = .stops(household, child, activity: parts[2])
        case let parts where parts.count == 3 && parts[0] == "heures":
            guard let child = Identifier<Child>(text: parts[1]) else { return nil }
            self = .times(household, child, activity: parts[2])
        case let parts where parts.count == 4 && parts[0] == "heures":
            guard let child = Identifier<Child>(text: parts[1]), let unit = Identifier<BookableUnit>(text: parts[2]),
                let date = CivilDate(iso: parts[3])
            else { return nil }
            self = .dayTimes(household, BookingSlot(child: child, unit: unit, date: date))
        case let parts where parts.count == 2 && parts[0] == "garde":
            guard let child = Identifier<Child>(text: parts[1]) else { return nil }
            self = .custody(household, child)
        default: return nil
        }
    }

    package var address: PageAddress {
        switch self {
        case .list(let search): PageAddress("agents", "foyers", query: search.map { [QueryItem("nom", $0)] } ?? [])
        case .household(let household): PageAddress("agents", "foyers", String(household.rawValue))
        case .keys(let household): PageAddress("agents", "foyers", String(household.rawValue), "cles")
        case .relation(let household, let adult, let child):
            PageAddress("agents", "foyers", String(household.rawValue), "liens", String(adult.rawValue), String(child.rawValue))
        case .custody(let household, let child):
            PageAddress("agents", "foyers", String(household.rawValue), "garde", String(child.rawValue))
        case .stops(let household, let child, let activity):
            PageAddress("agents", "foyers", String(household.rawValue), "car", String(child.rawValue), activity)
        case .times(let household, let child, let activity):
            PageAddress("agents", "foyers", String(household.rawValue), "heures", String(child.rawValue), activity)
        case .dayTimes(let household, let slot):
            PageAddress(
                "agents",
                "foyers",
                String(household.rawValue),
                "heures",
                String(slot.child.rawValue),
                String(slot.unit.rawValue),
                slot.date.iso
            )
        case .quotient(let household): PageAddress("agents", "foyers", String(household.rawValue), "quotient")
        case .marks(let household): PageAddress("agents", "foyers", String(household.rawValue), "marques")
        case .mark(let household, let mark):
            PageAddress("agents", "foyers", String(household.rawValue), "marques", String(mark.rawValue))
        case .planning(let household, let month):
            PageAddress("agents", "foyers", String(household.rawValue), "reservations", query: month.map { [QueryItem("mois", $0.iso)] } ?? [])
        case .fill(let household): PageAddress("agents", "foyers", String(household.rawValue), "reservations", "remplir")
        case .recap(let household): PageAddress("agents", "foyers", String(household.rawValue), "reservations", "recapitulatif")
        case .bookings(let household): PageAddress("agents", "foyers", String(household.rawValue), "reservations", "confirmation")
        case .contactRemoval(let contact): PageAddress("agents", "contacts", String(contact.rawValue), "suppression")
        case .inbox(let filter): PageAddress("agents", "modifications", query: filter.items)
        case .incomes: PageAddress("agents", "quotients")
        case .settling(let change, let filter): PageAddress("agents", "modifications", String(change.rawValue), query: filter.items)
        }
    }

    package static let examples: [HouseholdDeskPage] = [
        .list(search: nil), .list(search: "Dupont"), .household(Identifier(1)), .keys(Identifier(1)),
        .relation(Identifier(1), Identifier(1), Identifier(1)),
        .contactRemoval(Identifier(1)), .custody(Identifier(1), Identifier(1)), .quotient(Identifier(1)), .inbox(ChangeFilter()), .incomes,
        .settling(Identifier(1), ChangeFilter(assignee: .reader)),
        .inbox(ChangeFilter(field: .school, activity: "mercredis", age: .week, assignee: .nobody, state: .waiting)),
        .marks(Identifier(1)), .mark(Identifier(1), Identifier(1)), .stops(Identifier(1), Identifier(1), activity: "periscolaire"),
        .times(Identifier(1), Identifier(1), activity: "periscolaire"),
        .dayTimes(Identifier(1), BookingSlot(child: Identifier(1), unit: Identifier(1), date: CivilDate(dayNumber: 20_800))),
        .planning(Identifier(1), nil), .fill(Identifier(1)), .recap(Identifier(1)), .bookings(Identifier(1)),
    ]
}
