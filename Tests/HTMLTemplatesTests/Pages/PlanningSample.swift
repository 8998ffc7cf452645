import PortalCore
import Testing

@testable import HTMLTemplates

/// November 2026 of a family with three children, seen on Tuesday 3 November at 9 h 30: canteen and mornings and evenings on school days
/// until noon two days before, Wednesdays until a week before.
struct PlanningSample {
    let now = ParisTime.instant(PlanningSample.day(3), at: CivilTime(minutes: 570) ?? .noon)
    var children = ["Léa", "Tom", "Zoé"]

    static func day(_ number: Int) -> CivilDate { CivilDate(year: 2026, month: 11, day: number) ?? CivilDate(dayNumber: 0) }

    var month: PlanningMonth {
        let month = Month(containing: PlanningSample.day(1))
        let mondays = Dictionary(grouping: month.days, by: \.mondayOfWeek).sorted { $0.key < $1.key }
        return PlanningMonth(
            month: month,
            madeAt: now,
            children: children.indices.map(child),
            weeks: mondays.map { monday, days in PlanningWeek(monday: monday, days: days.map(planningDay)) }
        )
    }

    private let morning = PlanningUnit(id: Identifier(1), name: "Accueil du matin", label: "Matin", price: Cents(120))
    private let meal = PlanningUnit(id: Identifier(2), name: "Repas", label: "Repas", price: Cents(420))
    private let evening = PlanningUnit(id: Identifier(3), name: "Accueil du soir", label: "Soir", price: Cents(210))
    private let wednesday = PlanningUnit(id: Identifier(4), name: "Journée avec repas", label: "Journée", price: Cents(980))

    private func child(_ index: Int) -> PlanningChild {
        let daily = PlanningActivity(id: Identifier(1), name: "Périscolaire et cantine", place: "École Jules-Ferry", units: [morning, meal, evening])
        let wednesdays = PlanningActivity(id: Identifier(2), name: "Mercredis", place: "Centre Les Lucioles", units: [wednesday])
        return PlanningChild(id: Identifier(Int64(index + 1)), firstName: children[index], activities: [daily, wednesdays])
    }

    private func planningDay(_ date: CivilDate) -> PlanningDay {
        let isOpen = date.weekday <= .friday && date > PlanningSample.day(2)
        let days = isOpen ? children.indices.map { childDay($0, date) } : []
        let limit = limit(date)
        let limits =
            isOpen && date.day != 11
            ? [
                PlanningLimit(
                    acts: .addingAndCancelling,
                    limit: limit,
                    isOver: !limit.allows(now),
                    activities: [date.weekday == .wednesday ? "Mercredis" : "Périscolaire et cantine"]
                )
            ] : []
        return PlanningDay(date: date, note: note(date), children: days, limits: limits)
    }

    private func note(_ date: CivilDate) -> String? {
        date.day == 11 ? "Armistice 1918" : date.day <= 2 ? "Vacances de la Toussaint" : nil
    }

    private func limit(_ date: CivilDate) -> DeadlineLimit {
        .until(ParisTime.instant(date.adding(days: date.weekday == .wednesday ? -7 : -2), at: .noon))
    }

    private func childDay(_ index: Int, _ date: CivilDate) -> PlanningChildDay {
        let units = date.weekday == .wednesday ? [wednesday] : [morning, meal, evening]
        let activity = Identifier<Activity>(date.weekday == .wednesday ? 2 : 1)
        let cells = units.map { unit in
            PlanningCell(
                slot: BookingSlot(child: Identifier(Int64(index + 1)), unit: unit.id, date: date),
                activity: activity,
                unit: unit,
                state: state(index, unit, date),
                adding: limit(date),
                cancelling: limit(date)
            )
        }
        return PlanningChildDay(child: Identifier(Int64(index + 1)), cells: cells)
    }

    private func state(_ index: Int, _ unit: PlanningUnit, _ date: CivilDate) -> PlanningState {
        if date.day == 11 { return .closed("Armistice 1918") }
        let isBooked = (date.day + index * 3 + Int(unit.id.rawValue)) % 3 != 0 || unit.id == meal.id
        guard limit(date).allows(now) else {
            if unit.id == evening.id, date > now.parisDate { return .late(surcharge: Cents(100)) }
            return index == 2 && unit.id == meal.id && date.day == 4 ? .absent : .locked(booked: isBooked && index != 1)
        }
        switch (date.day + index * 7 + Int(unit.id.rawValue)) % 11 {
        case 0: return isBooked ? .booked(asAbsence: false) : .full
        case 1: return isBooked ? .booked(asAbsence: false) : .free(placesLeft: 2)
        default: return isBooked ? .booked(asAbsence: false) : .free(placesLeft: nil)
        }
    }
}

extension Instant {
    fileprivate var parisDate: CivilDate { ParisTime.date(self) }
}

extension PageFrame {
    /// A town's frame around a parent's page.
    static let sample = PageFrame(
        brand: Brand(name: "Bondoufle", portalName: "Espace Citoyens Familles", home: .sample("/bondoufle"), theme: .sample("/bondoufle/theme.css")),
        navigation: .top([
            NavigationItem("Accueil", icon: .home, link: .sample("/bondoufle/accueil")),
            NavigationItem("Réservations", icon: .calendar, link: .sample("/bondoufle/reservations"), isCurrent: true),
            NavigationItem("Ma famille", icon: .family, link: .sample("/bondoufle/famille")),
            NavigationItem("Demandes", icon: .request, link: .sample("/bondoufle/demandes")),
            NavigationItem("Messages", icon: .mail, link: .sample("/bondoufle/messages")),
        ]),
        account: SignedInAccount(name: "Madame Dupont", signOut: .sample("/bondoufle/deconnexion"), token: FormToken("jeton-1")),
        footer: PageFooter(
            contacts: [
                PortalContact(
                    name: "Guichet unique",
                    phone: "01 60 76 59 20",
                    email: "guichet@bondoufle.example",
                    address: "Hôtel de ville, 43 rue de la République",
                    hours: "Du lundi au vendredi, 9 h – 12 h et 13 h 30 – 18 h"
                )
            ],
            links: [FooterLink("Tous les portails", .sample("/"))]
        )
    )
}

extension PortalFrame {
    /// The same town's, before a page is chosen.
    static var sample: PortalFrame {
        get throws {
            let settings = PortalSettings(
                slug: "bondoufle",
                name: "Ville de Bondoufle",
                shortName: "Bondoufle",
                portalName: "Espace Citoyens Familles",
                tagline: "",
                accent: try #require(PortalColour(notation: "#1D6F8A")),
                schoolZone: .c,
                alsaceMoselle: false,
                website: nil,
                texts: [],
                contacts: [],
                news: []
            )
            return PortalFrame(settings: settings, reader: .parent(salutation: "Madame Dupont"), token: FormToken("jeton-1"), passing: nil)
        }
    }
}

extension Link {
    private struct Target: LinkTarget {
        let address: String
    }

    static func sample(_ address: String) -> Link { Link(Target(address: address)) }
}
