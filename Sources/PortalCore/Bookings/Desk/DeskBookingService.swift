/// A family's planning as the service desk changes it: past the deadlines, and over capacity when it says so; always with a reason.
package struct DeskBookingService: Sendable {
    let portal: Portal
    let catalogue: PortalCatalogue
    private let waitingPage: String?

    package init(_ portal: Portal, _ catalogue: PortalCatalogue, waitingPage: String? = nil) {
        self.portal = portal
        self.catalogue = catalogue
        self.waitingPage = waitingPage
    }

    /// A month of a household's children; nil when there is no such household.
    package func planning(_ month: Month, of household: Identifier<Household>) throws -> PlanningMonth? {
        let now = portal.clock.now
        return try portal.database.read { transaction in
            let days = month.wholeWeeks
            return try BookingFacts(of: household, catalogue, .init(), from: days.lowerBound, through: days.upperBound, in: transaction, at: now)
        }.map { PlanningMonth(month, of: $0) }
    }

    /// What the changes would become on these terms. Writes nothing; nil when there is no such household.
    ///
    /// - Throws: `BookingFailure`.
    package func review(_ changes: [BookingChange], on terms: DeskTerms, for household: Identifier<Household>) throws -> BookingReview? {
        try BookingFailure.check(changes)
        let now = portal.clock.now
        let (first, last) = span(of: changes)
        return try portal.database.read { transaction in
            try BookingFacts(of: household, catalogue, terms, from: first, through: last, in: transaction, at: now)
        }.map { facts in
            let lines = facts.judgement(of: changes).answers.map(facts.deskLine)
            return BookingReview(lines: lines, costs: facts.costs(of: lines))
        }
    }

    /// Applies the changes in one transaction, keeps them as a request of the family's, tells its adults.
    ///
    /// - Parameters:
    ///   - reason: why, for the family and for the journal.
    ///   - link: the address of a request's page, for the mails.
    /// - Throws: `BookingFailure`, `FieldErrors` without a reason.
    package func confirm(
        _ changes: [BookingChange],
        on terms: DeskTerms,
        because reason: String,
        key: IdempotencyKey,
        for household: Identifier<Household>,
        by member: StaffMember,
        link: @escaping @Sendable (Identifier<Request>) -> String? = { _ in nil }
    ) async throws -> Identifier<Request> {
        try BookingFailure.check(changes)
        var errors = FieldErrors()
        let missing = "Dites pourquoi\u{A0}: la famille le lit, et le journal le garde."
        let text = errors.text(reason, DeskBookingField.reason, longest: 300, missing: missing)
        guard let text, errors.isEmpty else { throw errors }
        let (catalogue, clock, waitingPage) = (catalogue, portal.clock, waitingPage)
        let (first, last) = span(of: changes)
        return try await portal.database.write { transaction in
            try transaction.lock([.booking, .alone("staff:\(member.id.rawValue)")])
            let requests = RequestStore(transaction)
            if let known = try requests.request(key, of: member.id) { return known }
            guard let family = try FamilyStore(transaction).family(household) else { throw BookingFailure.noHousehold }
            try transaction.lock(family.children.map(\.id).sorted().map { .alone("child:\($0.rawValue)") })
            let catalogue = try PortalCatalogueStore(transaction).current(catalogue)
            let days = try WaitingListDays(catalogue.waitingListDays(of: changes), in: transaction)
            let settlement = WaitingListSettlement(transaction, catalogue, at: clock.now, page: waitingPage)
            try settlement.settle(days)
            guard var facts = try BookingFacts(of: household, catalogue, terms, from: first, through: last, in: transaction, at: clock.now)
            else { throw BookingFailure.noHousehold }
            let lines = try BookingWriter(transaction).apply(changes, to: &facts)
            let request = try requests.insert(lines, by: member.id, for: household, because: text, key: key, at: clock.now)
            if lines.contains(where: \.freesPlaces) { try settlement.settle(days) }
            try DeskBookingNotice(request, family: family, reason: text, member: member, link: link(request.id)).leave(in: transaction)
            return request.id
        }
    }

    private func span(of changes: [BookingChange]) -> (CivilDate, CivilDate) {
        let days = catalogue.daysTouched(by: changes) ?? portal.clock.today.week
        return (Month(containing: days.lowerBound).firstDay, Month(containing: days.upperBound).lastDay)
    }
}

/// The names of the fields of the desk's recap.
package enum DeskBookingField: String, CaseIterable, Hashable, Sendable {
    case reason = "motif"
    case overbooks = "depassement"
}

extension BookingFacts {
    /// What is known of a household's children over a span of days, for the staff; nil when there is no such household.
    init?(
        of household: Identifier<Household>,
        _ catalogue: PortalCatalogue,
        _ terms: DeskTerms,
        from first: CivilDate,
        through last: CivilDate,
        in transaction: any Transaction,
        at now: Instant
    ) throws {
        guard let family = try FamilyStore(transaction).family(household) else { return nil }
        let children = Set(family.children.map(\.id))
        let adult = family.adults.first?.id ?? Identifier(0)
        let bookings = try BookingStore(transaction).bookings(ofChildrenOf: adult, from: first, through: last)
        let outings = OutingEnrolments(in: catalogue, from: first, through: last)
        let enrolments = try EnrolmentStore(transaction).enrolments(ofChildrenOf: adult, from: first, through: last)
        let counts = try PlaceStore(transaction).counts(forChildrenOf: adult, from: first, through: last)
        try self.init(
            catalogue: catalogue,
            children: family.children,
            payers: Dictionary(uniqueKeysWithValues: children.map { ($0, household) }),
            households: [household],
            bookable: children,
            custody: [:],
            locks: BillingLockStore(transaction).locks(from: first, through: last),
            enrolments: outings.adding(to: enrolments, of: family.children),
            bookings: bookings.filter { children.contains($0.key.child) },
            counts: counts.merging(outings.counts(in: transaction)) { first, _ in first },
            awaited: AwaitedPlaceStore(transaction).lines(from: first, through: last, in: catalogue),
            now: now
        )
        desk = terms
    }
}
