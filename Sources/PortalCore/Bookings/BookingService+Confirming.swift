extension BookingService {
    /// Applies the changes that the rules accept at this moment, line by line, in one transaction, and keeps the answer as a request.
    ///
    /// - Parameters:
    ///   - key: made by the page that confirms. Sent again (a double click, the back button), it gets the first answer and changes nothing.
    ///   - isTogether: of the days that are full, the family wants all or none (seulement si tous mes jours).
    ///   - link: the address of a request's page, for the confirmation mail.
    /// - Throws: `BookingFailure`, `DatabaseError`.
    @discardableResult
    package func confirm(
        _ changes: [BookingChange],
        key: IdempotencyKey,
        by access: HouseholdAccess,
        together isTogether: Bool = false,
        link: @escaping @Sendable (Identifier<Request>) -> String? = { _ in nil }
    ) async throws -> Request {
        try BookingFailure.check(changes)
        let (catalogue, clock, waitingPage) = (catalogue, portal.clock, waitingPage)
        return try await portal.database.write { transaction in
            try transaction.lock([.booking, .alone("account:\(access.account.rawValue)")])
            guard let access = try HouseholdAccess(account: access.account, in: transaction) else { throw BookingFailure.noHousehold }
            let requests = RequestStore(transaction)
            if let known = try requests.request(key, of: access.account) { return try requests.named(known, for: access, in: catalogue) }
            try transaction.lock(access.children.map(\.id).sorted().map { .alone("child:\($0.rawValue)") })
            let catalogue = try PortalCatalogueStore(transaction).current(catalogue)
            let days = try WaitingListDays(catalogue.waitingListDays(of: changes), in: transaction)
            let settlement = WaitingListSettlement(transaction, catalogue, at: clock.now, page: waitingPage)
            try settlement.settle(days)
            var facts = try BookingFacts(of: access, catalogue, for: changes, in: transaction, at: clock.now)
            let lines = try BookingWriter(transaction).apply(changes, to: &facts)
            let request = try requests.insert(
                .bookings,
                lines,
                by: access,
                household: facts.household(of: lines, else: access),
                key: key,
                at: facts.now
            )
            let awaited = AwaitedPlaceStore(transaction)
            let joined = try facts.joined(by: request, of: access.account, together: isTogether) { day in
                try awaited.nextPosition(on: day, at: facts.now)
            }
            for place in joined { try awaited.insert(place) }
            if lines.contains(where: \.freesPlaces) { try settlement.settle(days) }
            try BookingNotice(request, of: access, link: link(request.id)).leave(in: transaction)
            return request
        }
    }
}

extension BookingFacts {
    /// The household that a request is kept for: the one that books for its children.
    fileprivate func household(of lines: [BookingReviewLine], else access: HouseholdAccess) -> Identifier<Household>? {
        lines.lazy.compactMap { payer(of: $0.change.slot.child, on: $0.change.slot.date) }.first ?? access.families.first?.household.id
    }
}

extension BookingReviewLine {
    /// Whether somebody else may have the place now.
    var freesPlaces: Bool {
        switch (outcome, change.kind) {
        case (.accepted, .cancel), (.acceptedAlong, .cancel), (.left, _): true
        default: false
        }
    }
}
