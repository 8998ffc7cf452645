/// The bookings that closures concern: those of their days, and those that they have cancelled.
struct ClosureBookingStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// Every booking of an activity over a span of days, by day, with the child.
    func bookings(of activity: Identifier<Activity>, over days: ClosedRange<CivilDate>) throws -> [ClosureBooking] {
        try transaction.query(
            """
            SELECT b.child_id, b.unit_id, b.day, b.group_id, b.household_id, b.state, b.price, b.surcharge, c.first_name, c.last_name
            FROM units u CROSS JOIN bookings b CROSS JOIN children c
            WHERE u.activity_id = $1 AND b.unit_id = u.id AND b.day BETWEEN $2 AND $3 AND c.id = b.child_id
            ORDER BY b.day, c.last_name, c.first_name, b.child_id, u.position
            """,
            activity,
            days.lowerBound,
            days.upperBound,
            decode: closureBooking
        )
    }

    /// Keeps a booking that a closure cancels, to give it back if the closure is taken back.
    func keep(_ booking: Booking, cancelledBy closure: Identifier<DeclaredClosure>) throws {
        try transaction.execute(
            """
            INSERT INTO closure_bookings (closure_id, child_id, day, unit_id, group_id, household_id, state, price, surcharge)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            closure,
            booking.slot.child,
            booking.slot.date,
            booking.slot.unit,
            booking.group,
            booking.household,
            booking.state,
            booking.price,
            booking.surcharge
        )
    }

    /// What a closure has cancelled, by day and name.
    func cancelled(by closure: Identifier<DeclaredClosure>) throws -> [ClosureBooking] {
        try transaction.query(
            """
            SELECT b.child_id, b.unit_id, b.day, b.group_id, b.household_id, b.state, b.price, b.surcharge, c.first_name, c.last_name
            FROM closure_bookings b JOIN children c ON c.id = b.child_id WHERE b.closure_id = $1
            ORDER BY b.day, c.last_name, c.first_name, b.child_id, b.unit_id
            """,
            closure,
            decode: closureBooking
        )
    }

    /// What closures that hold have cancelled of an adult's children's bookings over a span of days.
    func cancelled(ofChildrenOf adult: Identifier<Adult>, from first: CivilDate, through last: CivilDate) throws -> [ClosedSlot] {
        try transaction.query(
            """
            SELECT DISTINCT b.child_id, b.unit_id, b.day, b.household_id, b.closure_id
            FROM household_adults a CROSS JOIN household_children c CROSS JOIN closure_bookings b CROSS JOIN declared_closures d
            WHERE a.adult_id = $1 AND c.household_id = a.household_id AND b.child_id = c.child_id AND b.day BETWEEN $2 AND $3
                AND d.id = b.closure_id AND d.undone_at IS NULL
            """,
            adult,
            first,
            last,
            decode: closedSlot
        )
    }

    /// What closures that hold have cancelled of a child's bookings over a span of days.
    func cancelled(of child: Identifier<Child>, from first: CivilDate, through last: CivilDate) throws -> [ClosedSlot] {
        try transaction.query(
            """
            SELECT b.child_id, b.unit_id, b.day, b.household_id, b.closure_id FROM closure_bookings b JOIN declared_closures d ON d.id = b.closure_id
            WHERE b.child_id = $1 AND b.day BETWEEN $2 AND $3 AND d.undone_at IS NULL
            """,
            child,
            first,
            last,
            decode: closedSlot
        )
    }

    private func closureBooking(_ row: any Row) throws -> ClosureBooking {
        let slot = try BookingSlot(child: row[0], unit: row[1], date: row[2])
        let booking = try Booking(slot: slot, group: row[3], household: row[4], state: row[5], price: row[6], surcharge: row[7])
        return try ClosureBooking(booking: booking, firstName: row[8], lastName: row[9])
    }

    private func closedSlot(_ row: any Row) throws -> ClosedSlot {
        try ClosedSlot(slot: BookingSlot(child: row[0], unit: row[1], date: row[2]), household: row[3], closure: row[4])
    }
}

/// A booking on a day that closes, with its child's name.
package struct ClosureBooking: Hashable, Sendable {
    package let booking: Booking
    package let firstName: String
    package let lastName: String
}

/// What a child would have been expected at, had the staff not closed.
struct ClosedSlot: Hashable {
    let slot: BookingSlot
    let household: Identifier<Household>
    let closure: Identifier<DeclaredClosure>
}
