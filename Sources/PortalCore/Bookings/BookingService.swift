/// A parent's planning and what may be done with it. The rules are judged here, never in the browser.
package struct BookingService: Sendable {
    let portal: Portal
    let catalogue: PortalCatalogue
    /// The address of the page where families answer the places that are offered to them, for the mails.
    let waitingPage: String?

    package init(_ portal: Portal, _ catalogue: PortalCatalogue, waitingPage: String? = nil) {
        self.waitingPage = waitingPage
        self.portal = portal
        self.catalogue = catalogue
    }

    /// A month of all the adult's children.
    package func planning(_ month: Month, of access: HouseholdAccess) throws -> PlanningMonth {
        let days = month.wholeWeeks
        let facts = try portal.database.read { transaction in
            var facts = try BookingFacts(
                of: access,
                catalogue,
                from: days.lowerBound,
                through: days.upperBound,
                in: transaction,
                at: portal.clock.now
            )
            facts.times = try times(of: access, over: days, transaction)
            return facts
        }
        return PlanningMonth(month, of: facts)
    }

    /// What the changes would become if they were confirmed now. Writes nothing.
    package func review(_ changes: [BookingChange], by access: HouseholdAccess) throws -> BookingReview {
        try BookingFailure.check(changes)
        let facts = try portal.database.read { transaction in
            var facts = try BookingFacts(of: access, catalogue, forMonthsOf: changes, in: transaction, at: portal.clock.now)
            // Habits only: a day that is not booked yet has no other times.
            facts.times = try times(of: access, over: portal.clock.today...portal.clock.today, transaction)
            return facts
        }
        let lines = facts.judgement(of: changes).answers.map(facts.line)
        return BookingReview(lines: lines, costs: facts.costs(of: lines))
    }

    private func times(of access: HouseholdAccess, over days: ClosedRange<CivilDate>, _ transaction: any Transaction) throws -> ExpectedTimeBook {
        guard catalogue.asksTimes else { return .empty }
        return try ExpectedTimeStore(transaction).book(ofChildrenOf: access.adult.id, from: days.lowerBound, through: days.upperBound)
    }
}

extension BookingFacts {
    /// Reads what is known of an adult's children over a span of days, in three queries.
    init(
        of access: HouseholdAccess,
        _ catalogue: PortalCatalogue,
        from first: CivilDate,
        through last: CivilDate,
        in transaction: any Transaction,
        at now: Instant
    ) throws {
        let children = access.children
        let outings = OutingEnrolments(in: catalogue, from: first, through: last)
        let enrolments = try EnrolmentStore(transaction).enrolments(ofChildrenOf: access.adult.id, from: first, through: last)
        let counts = try PlaceStore(transaction).counts(forChildrenOf: access.adult.id, from: first, through: last)
        let payers = children.compactMap { child in access.households(of: child.id).first.map { (child.id, $0.id) } }
        try self.init(
            catalogue: catalogue,
            children: children,
            payers: Dictionary(payers, uniquingKeysWith: { first, _ in first }),
            households: Set(access.families.map(\.household.id)),
            bookable: Set(children.map(\.id).filter { access.relation(to: $0)?.has(.books) == true }),
            custody: CustodyStore(transaction).calendars(of: children.map(\.id)),
            locks: BillingLockStore(transaction).locks(from: first, through: last),
            enrolments: outings.adding(to: enrolments, of: children),
            bookings: BookingStore(transaction).bookings(
                ofChildrenOf: access.adult.id,
                from: catalogue.coversAbsences ? first.adding(days: -Self.daysBefore) : first,
                through: last
            ),
            counts: counts.merging(outings.counts(in: transaction)) { first, _ in first },
            standing: FamilyStanding(of: access, in: catalogue, transaction),
            awaited: AwaitedPlaceStore(transaction).lines(from: first, through: last, in: catalogue),
            obstacles: BookingObstacles(catalogue).all(to: access, in: transaction, at: now),
            // Nobody is called on a day to come.
            unbooked: first > ParisTime.date(now)
                ? [] : UnbookedPresenceStore(transaction).slots(ofChildrenOf: access.adult.id, from: first, through: min(last, ParisTime.date(now))),
            now: now
        )
    }

    /// Reads the whole months that some changes are about.
    fileprivate init(
        of access: HouseholdAccess,
        _ catalogue: PortalCatalogue,
        forMonthsOf changes: [BookingChange],
        in transaction: any Transaction,
        at now: Instant
    ) throws {
        let days = catalogue.daysTouched(by: changes) ?? ParisTime.date(now).week
        let (first, last) = (Month(containing: days.lowerBound), Month(containing: days.upperBound))
        try self.init(of: access, catalogue, from: first.firstDay, through: last.lastDay, in: transaction, at: now)
    }

    /// Reads what some changes are judged by.
    init(
        of access: HouseholdAccess,
        _ catalogue: PortalCatalogue,
        for changes: [BookingChange],
        in transaction: any Transaction,
        at now: Instant
    ) throws {
        let days = catalogue.daysTouched(by: changes) ?? ParisTime.date(now).week
        try self.init(of: access, catalogue, from: days.lowerBound, through: days.upperBound, in: transaction, at: now)
    }
}

extension PortalCatalogue {
    /// The days that changes are judged with: their weeks, and the sessions that are booked whole; nil without changes.
    func daysTouched(by changes: [BookingChange]) -> ClosedRange<CivilDate>? {
        let sessions = Set(changes.map(\.slot.unit)).flatMap { unit -> [ClosedRange<CivilDate>] in
            guard let activity = self.unit(unit)?.activity, activity.terms.bookedBy == .session else { return [] }
            let opening = OpeningDays(of: activity, in: calendar)
            return Set(changes.filter { $0.slot.unit == unit }.map(\.slot.date)).map(opening.daysBooked)
        }
        let spans = Set(changes.map(\.slot.date)).map(\.week) + sessions
        guard let first = spans.map(\.lowerBound).min(), let last = spans.map(\.upperBound).max() else { return nil }
        return first...last
    }
}
