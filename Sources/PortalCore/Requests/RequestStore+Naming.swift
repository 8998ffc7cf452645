extension RequestStore {
    /// Keeps a request with its answers.
    func insert(
        _ kind: RequestKind,
        _ lines: [BookingReviewLine],
        by access: HouseholdAccess,
        household: Identifier<Household>?,
        key: IdempotencyKey,
        at now: Instant
    ) throws -> Request {
        guard let household else { throw BookingFailure.noHousehold }
        let id = try insert(kind, OutcomeCounts(lines.map(\.outcome)), by: access.account, household: household, key: key, at: now)
        for (position, line) in lines.enumerated() { try insert(line, at: position, of: id) }
        return Request(id: id, kind: kind, createdAt: now, lines: lines)
    }

    /// A request with the names that its reader may see. Lines about a child that is not the reader's are left to the account
    /// that sent them, unless the child is now kept from it.
    func named(_ request: Stored, for access: HouseholdAccess, in catalogue: PortalCatalogue) throws -> Request {
        let all = try lines(of: request.id)
        let lines = all.filter { !access.isKeptFromAdult($0.change.slot.child) }.filter {
            request.account == access.account || access.child($0.change.slot.child) != nil
        }
        return Request(
            id: request.id,
            kind: request.kind,
            createdAt: request.createdAt,
            lines: lines.map { BookingReviewLine($0, child: access.child($0.change.slot.child), in: catalogue) },
            // What the service wrote may be about the child that is left out.
            note: all.contains { access.isKeptFromAdult($0.change.slot.child) } ? nil : request.note
        )
    }
}

extension BookingReviewLine {
    fileprivate init(_ line: RequestStore.StoredLine, child: Child?, in catalogue: PortalCatalogue) {
        if let care = line.care {
            let slot = CareSlot(contract: care.contract, date: line.change.slot.date)
            self.init(slot, of: line.change.slot.child, named: child, at: catalogue.activity(care.activity), line.outcome)
        } else {
            self.init(
                line.change,
                child: child,
                in: catalogue,
                outcome: line.outcome,
                price: line.price,
                surcharge: line.surcharge,
                kept: line.kept
            )
        }
    }
}
