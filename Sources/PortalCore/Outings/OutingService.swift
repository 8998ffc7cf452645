/// The outings to come, as a family may book them.
package struct OutingService: Sendable {
    private let portal: Portal
    private let catalogue: PortalCatalogue

    package init(_ portal: Portal, _ catalogue: PortalCatalogue) {
        self.portal = portal
        self.catalogue = catalogue
    }

    /// The outings that one of the adult's children may come to, the nearest first.
    package func invitations(of access: HouseholdAccess) throws -> [OutingInvitation] {
        let now = portal.clock.now
        let today = ParisTime.date(now)
        let dates = catalogue.activities.filter { $0.outing != nil }.flatMap(\.extraDays).filter { $0 >= today }
        guard let last = dates.max(), let first = dates.min() else { return [] }
        let facts = try portal.database.read { try BookingFacts(of: access, catalogue, from: first, through: last, in: $0, at: now) }
        return catalogue.activities.flatMap { activity -> [OutingInvitation] in
            guard let plan = activity.outing else { return [] }
            return activity.extraDays.filter { $0 >= today }.compactMap { date in
                let guests = facts.children.compactMap { facts.guest($0, at: activity, on: date) }
                return guests.isEmpty ? nil : OutingInvitation(activity: activity, plan: plan, date: date, guests: guests)
            }
        }.sorted { ($0.date, $0.activity.name) < ($1.date, $1.activity.name) }
    }
}

/// An outing on a date, with the children who may come.
package struct OutingInvitation: Hashable, Sendable {
    /// A child with what the planning says of its first unit.
    package struct Guest: Hashable, Sendable {
        package let child: Child
        package let state: PlanningState

        package init(child: Child, state: PlanningState) {
            self.child = child
            self.state = state
        }
    }

    package let activity: Activity
    package let plan: OutingPlan
    package let date: CivilDate
    package let guests: [Guest]

    package init(activity: Activity, plan: OutingPlan, date: CivilDate, guests: [Guest]) {
        self.activity = activity
        self.plan = plan
        self.date = date
        self.guests = guests
    }
}

extension BookingFacts {
    /// A child who may come to an outing or is booked for it; nil when it is not for this child.
    fileprivate func guest(_ child: Child, at activity: Activity, on date: CivilDate) -> OutingInvitation.Guest? {
        guard let opening = opening(of: activity.id) else { return nil }
        let enrolment = enrolment(of: child.id, in: activity.id, on: date)
        let cells = zip(activity.planningUnits, opening.unitDays(on: date)).map { unit, day in
            let slot = BookingSlot(child: child.id, unit: unit.id, date: date)
            return PlanningCell(slot, unit: unit, day: day, enrolment: enrolment, booking: booking(of: slot), facts: self)
        }
        guard enrolment != nil || cells.contains(where: \.state.isBooked) else { return nil }
        // The one that is booked says more than the others.
        let shown = cells.first { $0.state.isBooked } ?? cells.first
        return shown.map { OutingInvitation.Guest(child: child, state: $0.state) }
    }
}
