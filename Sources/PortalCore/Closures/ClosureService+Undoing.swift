extension ClosureService {
    /// Takes a closure back: the bookings that it cancelled are given back where their place is still free, and their families told.
    ///
    /// - Returns: how many were given back, and how many could not be.
    /// - Throws: `ClosureRefusal`.
    package func undo(
        _ id: Identifier<DeclaredClosure>,
        key: IdempotencyKey,
        by member: StaffMember
    ) async throws -> (given: Int, lost: Int) {
        let (catalogue, clock, page) = (catalogue, portal.clock, page)
        return try await portal.database.write { transaction in
            // Nobody books, or is judged by what has just changed, until this is over.
            try transaction.lock([.changingRules])
            let closures = ClosureStore(transaction)
            let catalogue = try PortalCatalogueStore(transaction).current(catalogue)
            guard let closure = try closures.closure(id), closure.undoneAt == nil else { throw ClosureRefusal.unknown }
            let now = clock.now
            guard try closure.mayBeUndone(at: now, catalogue, in: transaction) else { throw ClosureRefusal.begun }
            let (first, last) = (closure.days.lowerBound, closure.days.upperBound)
            let locks = try BillingLockStore(transaction).locks(from: first, through: last)
            guard !closure.days.contains(where: locks.cover) else { throw ClosureRefusal.locked }
            try closures.undo(id, by: member.id, at: now)
            let reopened = catalogue.declaring(try closures.holding())
            let order = closure.order
            let writer = ClosureWriter(transaction, reopened, id, order, member, at: now)
            let cancelled = try ClosureBookingStore(transaction).cancelled(by: id)
            let given = try writer.giveBack(cancelled, key: key)
            let lost = cancelled.filter { !given.contains($0) }
            let letters = ClosureLetters(reopened, order, page: page, at: now)
            if closure.effect == .cancels {
                try letters.send(.undone(lost: Set(lost.map(\.booking.slot))), about: cancelled.map(\.booking), in: transaction)
            }
            let detail = "\(first.iso) – \(last.iso)\u{A0}: \(given.count) réservations rendues, \(lost.count) perdues"
            try AuditLog.record(in: transaction, by: .staff(member.id), .closureUndone, on: id, detail: detail, at: now)
            try PortalCatalogueStore(transaction).noteChange()
            return (given.count, lost.count)
        }
    }

    /// Whether a closure may still be taken back.
    package func mayUndo(_ closure: DeclaredClosure) throws -> Bool {
        let now = portal.clock.now
        return try portal.database.read { try closure.mayBeUndone(at: now, catalogue, in: $0) }
    }
}

extension DeclaredClosure {
    /// Nothing has happened yet: its first day is not over, and nobody was called on its days.
    fileprivate func mayBeUndone(at now: Instant, _ catalogue: PortalCatalogue, in transaction: any Transaction) throws -> Bool {
        guard undoneAt == nil, ParisTime.date(now) <= days.lowerBound else { return false }
        let called = RollCallStore(transaction)
        return try !catalogue.activities.filter(scope.touches).contains { try called.isCalled($0.id, over: days) }
    }

    fileprivate var order: ClosureOrder {
        ClosureOrder(days: days, cause: cause, effect: effect, words: words, scope: scope, message: message)
    }
}
