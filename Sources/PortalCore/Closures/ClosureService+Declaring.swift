extension ClosureService {
    /// Declares a closure in one transaction: bookings are cancelled free of charge or kept, families told, lines of those days ended.
    ///
    /// - Parameters:
    ///   - seen: how many bookings the staff saw that it touches.
    ///   - key: made by the page that confirms. Sent again, it gets the first answer and changes nothing.
    ///   - link: the address of a request's page, for the mails.
    /// - Throws: `ClosureRefusal`.
    package func declare(
        _ order: ClosureOrder,
        seen: Int,
        key: IdempotencyKey,
        by member: StaffMember
    ) async throws -> Identifier<DeclaredClosure> {
        let (catalogue, clock, page) = (catalogue, portal.clock, page)
        return try await portal.database.write { transaction in
            // Nobody books, or is judged by what has just changed, until this is over.
            try transaction.lock([.changingRules])
            let closures = ClosureStore(transaction)
            let catalogue = try PortalCatalogueStore(transaction).current(catalogue)
            if let known = try closures.closure(under: key) { return known }
            let now = clock.now
            let locks = try BillingLockStore(transaction).locks(from: order.days.lowerBound, through: order.days.upperBound)
            guard !order.days.contains(where: locks.cover) else { throw ClosureRefusal.locked }
            let impact = try ClosureImpact(of: order.scope, over: order.days, catalogue, in: transaction)
            guard impact.bookings.count == seen else { throw ClosureRefusal.changed(now: impact.bookings.count) }
            let id = try closures.insert(order, key: key, by: member.id, at: now)
            let closed = catalogue.declaring(try closures.holding())
            let writer = ClosureWriter(transaction, closed, id, order, member, at: now)
            if order.effect == .cancels { try writer.cancel(impact.bookings, key: key) }
            let detail =
                "\(order.days.lowerBound.iso) – \(order.days.upperBound.iso)\u{A0}: \(order.cause.rawValue), \(order.effect.rawValue), \(impact.bookings.count) réservations"
            try AuditLog.record(in: transaction, by: .staff(member.id), .closureDeclared, on: id, detail: detail, at: now)
            if order.effect != .keeps {
                try ClosureLetters(closed, order, page: page, at: now).send(.declared, about: impact.bookings.map(\.booking), in: transaction)
            }
            try PortalCatalogueStore(transaction).noteChange()
            // The lines of those days end; their families are told by the settlement's own mails.
            let lines = try writer.lines()
            if !lines.isEmpty {
                try WaitingListSettlement(transaction, closed, at: now, page: page).settle(try WaitingListDays(lines, in: transaction))
            }
            return id
        }
    }
}

/// Cancels and gives back the bookings of a closure inside one transaction.
struct ClosureWriter {
    private let transaction: any Transaction
    private let catalogue: PortalCatalogue
    private let closure: Identifier<DeclaredClosure>
    private let order: ClosureOrder
    private let member: StaffMember
    private let now: Instant

    init(
        _ transaction: any Transaction,
        _ catalogue: PortalCatalogue,
        _ closure: Identifier<DeclaredClosure>,
        _ order: ClosureOrder,
        _ member: StaffMember,
        at now: Instant
    ) {
        self.transaction = transaction
        self.catalogue = catalogue
        self.closure = closure
        self.order = order
        self.member = member
        self.now = now
    }

    /// Cancels bookings, keeps them to be given back, and notes it in the families' requests and the journal.
    func cancel(_ bookings: [ClosureBooking], key: IdempotencyKey) throws {
        let (store, kept, places) = (BookingStore(transaction), ClosureBookingStore(transaction), PlaceStore(transaction))
        for place in bookings.flatMap({ self.places(of: $0.booking) }).sorted() { try places.release(place) }
        for booking in bookings.map(\.booking) {
            try kept.keep(booking, cancelledBy: closure)
            try store.delete(booking.slot)
        }
        try note(bookings, .cancel, .bookingsClosed, key: key)
    }

    /// Gives back the bookings whose places are still free; those that it could.
    func giveBack(_ bookings: [ClosureBooking], key: IdempotencyKey) throws -> [ClosureBooking] {
        let (store, places) = (BookingStore(transaction), PlaceStore(transaction))
        let given = try bookings.filter { kept in
            let booking = kept.booking
            guard let found = catalogue.unit(booking.slot.unit), let group = found.activity.groups.first(where: { $0.id == booking.group }),
                try store.booking(of: booking.slot) == nil,
                try EnrolmentStore(transaction).enrolments(of: booking.slot.child)
                    .contains(where: { $0.activity == found.activity.id && $0.covers(booking.slot.date) })
            else { return false }
            let taken = Dictionary(uniqueKeysWithValues: self.places(of: booking).map { ($0, (count: 1, group: group)) })
            guard try places.move(taken) == nil else { return false }
            try store.insert(booking)
            return true
        }
        try note(given, .add, .bookingsReopened, key: key)
        return given
    }

    /// The days on which families wait for something that has closed.
    func lines() throws -> Set<ActivityDay> {
        let touched = Set(catalogue.activities.filter(order.scope.touches).map(\.id))
        let places = try AwaitedPlaceStore(transaction).places(from: order.days.lowerBound, through: order.days.upperBound)
        return Set(places.filter { touched.contains($0.activity) }.map(\.day))
    }

    private func places(of booking: Booking) -> [Place] {
        catalogue.unit(booking.slot.unit)?.unit.places(in: booking.group, on: booking.slot.date) ?? []
    }

    private func note(_ bookings: [ClosureBooking], _ kind: BookingChange.Kind, _ act: AuditAct, key: IdempotencyKey) throws {
        let requests = RequestStore(transaction)
        let reason = kind == .cancel ? order.closureReason : "Finalement ouvert"
        for (household, own) in Dictionary(grouping: bookings, by: \.booking.household).sorted(by: { $0.key < $1.key }) {
            let lines = own.map { BookingReviewLine(kind, $0.booking, in: catalogue) }
            guard let key = key.of(household) else { continue }
            _ = try requests.insert(lines, by: member.id, for: household, because: reason, key: key, at: now)
        }
        for (child, own) in Dictionary(grouping: bookings, by: \.booking.slot.child).sorted(by: { $0.key < $1.key }) {
            let slots = own.map { "\($0.booking.slot.unit.rawValue)@\($0.booking.slot.date.iso)" }
            let detail = "fermeture \(closure.rawValue)\u{A0}: \(slots.joined(separator: " "))"
            try AuditLog.record(in: transaction, by: .staff(member.id), act, on: child, detail: detail, at: now)
        }
    }
}

extension ClosureOrder {
    /// "Grève (personnel de cantine)".
    var closureReason: String {
        let reason = words.isEmpty ? cause.rawValue : "\(cause.rawValue) (\(words))"
        return reason.prefix(1).uppercased() + reason.dropFirst()
    }
}

extension BookingReviewLine {
    fileprivate init(_ kind: BookingChange.Kind, _ booking: Booking, in catalogue: PortalCatalogue) {
        self.init(
            BookingChange(kind, booking.slot),
            child: nil,
            in: catalogue,
            outcome: .accepted,
            price: booking.price,
            surcharge: booking.surcharge
        )
    }
}

extension IdempotencyKey {
    /// The key of one household's part of what was confirmed under this one.
    fileprivate func of(_ household: Identifier<Household>) -> IdempotencyKey? { IdempotencyKey("\(text.prefix(40))-\(household.rawValue)") }
}
