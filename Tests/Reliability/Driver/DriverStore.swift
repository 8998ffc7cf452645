import PortalCore

/// What the driver asks the tables directly.
struct DriverStore {
    let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// No booking, and so few places that families compete for them.
    func makeScarce(capacity: Int) throws {
        try transaction.execute("DELETE FROM bookings")
        try transaction.execute("DELETE FROM place_counters")
        try transaction.execute("UPDATE groups SET capacity = $1", capacity)
    }

    func accounts(limit: Int) throws -> [Identifier<Account>] {
        try transaction.query("SELECT id FROM accounts ORDER BY id LIMIT $1", limit) { try $0[0] }
    }

    func bookingCount() throws -> Int { try transaction.first("SELECT count(*) FROM bookings") { try $0[0] } ?? 0 }

    func isBooked(_ slot: BookingSlot) throws -> Bool {
        try transaction.first(
            "SELECT 1 FROM bookings WHERE child_id = $1 AND unit_id = $2 AND day = $3",
            slot.child,
            slot.unit,
            slot.date,
            decode: { try $0[0] as Int }
        ) != nil
    }

    func hasRequest(_ key: String, of account: Identifier<Account>) throws -> Bool {
        try transaction.first(
            "SELECT 1 FROM requests WHERE idempotency_key = $1",
            "\(account.rawValue):\(key)",
            decode: { try $0[0] as Int }
        ) != nil
    }

    /// Days with more children than places.
    func oversold() throws -> Int {
        try transaction.query(
            """
            SELECT b.unit_id, b.day FROM bookings b JOIN groups g ON g.id = b.group_id
            GROUP BY b.unit_id, b.group_id, b.day, g.capacity HAVING count(*) > g.capacity
            """
        ) { _ in 1 }.count
    }

    /// Days whose counter is not the number of its bookings and of the places held for families who were offered them.
    func miscounted() throws -> Int {
        try transaction.query(
            """
            SELECT p.day FROM place_counters p
            WHERE p.taken <> (SELECT count(*) FROM bookings b JOIN unit_counters m ON m.unit_id = b.unit_id
                    WHERE m.counter_id = p.counter_id AND b.group_id = p.group_id AND b.day = p.day)
                + (SELECT count(*) FROM awaited_places w JOIN unit_counters m ON m.unit_id = w.unit_id
                    WHERE m.counter_id = p.counter_id AND w.group_id = p.group_id AND w.day = p.day AND w.offered_until IS NOT NULL)
            """
        ) { _ in 1 }.count
    }
}
