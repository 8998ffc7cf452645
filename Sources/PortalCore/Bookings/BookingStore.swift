/// The bookings' rows, clustered by child and day.
package struct BookingStore {
    private let transaction: any Transaction

    package init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    package func insert(_ booking: Booking) throws {
        try transaction.execute(
            "INSERT INTO bookings (child_id, day, unit_id, group_id, household_id, state, price, surcharge) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
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

    package func delete(_ slot: BookingSlot) throws {
        try transaction.execute("DELETE FROM bookings WHERE child_id = $1 AND day = $2 AND unit_id = $3", slot.child, slot.date, slot.unit)
    }

    package func update(_ slot: BookingSlot, to state: BookingState) throws {
        try transaction.execute(
            "UPDATE bookings SET state = $4 WHERE child_id = $1 AND day = $2 AND unit_id = $3",
            slot.child,
            slot.date,
            slot.unit,
            state
        )
    }

    /// One booking; nil when there is none.
    func booking(of slot: BookingSlot) throws -> Booking? {
        try transaction.first(
            """
            SELECT child_id, unit_id, day, group_id, household_id, state, price, surcharge FROM bookings
            WHERE child_id = $1 AND day = $2 AND unit_id = $3
            """,
            slot.child,
            slot.date,
            slot.unit,
            decode: booking
        )
    }

    /// A child's bookings over a span of days, by day.
    package func bookings(of child: Identifier<Child>, from first: CivilDate, through last: CivilDate) throws -> [Booking] {
        try transaction.query(
            """
            SELECT child_id, unit_id, day, group_id, household_id, state, price, surcharge FROM bookings
            WHERE child_id = $1 AND day BETWEEN $2 AND $3 ORDER BY day, unit_id
            """,
            child,
            first,
            last,
            decode: booking
        )
    }

    /// The bookings over a span of days of all the children that an adult's households hold.
    package func bookings(ofChildrenOf adult: Identifier<Adult>, from first: CivilDate, through last: CivilDate) throws -> [BookingSlot: Booking] {
        let bookings = try transaction.query(
            """
            SELECT b.child_id, b.unit_id, b.day, b.group_id, b.household_id, b.state, b.price, b.surcharge
            FROM household_adults a CROSS JOIN household_children c CROSS JOIN bookings b
            WHERE a.adult_id = $1 AND c.household_id = a.household_id AND b.child_id = c.child_id AND b.day BETWEEN $2 AND $3
            """,
            adult,
            first,
            last,
            decode: booking
        )
        return Dictionary(bookings.map { ($0.slot, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// What an adult's children are expected at, or were reported absent from, over a span of days: little of each booking, for pages that only list.
    package func expected(
        ofChildrenOf adult: Identifier<Adult>,
        from first: CivilDate,
        through last: CivilDate
    ) throws -> [(slot: BookingSlot, state: BookingState, household: Identifier<Household>)] {
        try transaction.query(
            """
            SELECT b.child_id, b.unit_id, b.day, b.state, b.household_id FROM household_adults a CROSS JOIN household_children c CROSS JOIN bookings b
            WHERE a.adult_id = $1 AND c.household_id = a.household_id AND b.child_id = c.child_id AND b.day BETWEEN $2 AND $3
            """,
            adult,
            first,
            last
        ) { row in
            (slot: try BookingSlot(child: row[0], unit: row[1], date: row[2]), state: try row[3], household: try row[4])
        }
    }

    private func booking(_ row: any Row) throws -> Booking {
        let slot = try BookingSlot(child: row[0], unit: row[1], date: row[2])
        return try Booking(slot: slot, group: row[3], household: row[4], state: row[5], price: row[6], surcharge: row[7])
    }
}
