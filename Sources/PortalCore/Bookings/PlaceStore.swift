/// The counters that keep a group from being oversold, whoever writes and from however many processes.
package struct PlaceStore {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// Takes or gives back places, all or none of them; the first that has not enough left, nil when all had.
    ///
    /// - Parameter changes: how many places are taken (or, below zero, given back), and the group that sets their limit.
    package func move(_ changes: [Place: (count: Int, group: ActivityGroup)]) throws -> Place? {
        let ordered = changes.filter { $0.value.count != 0 }.sorted { $0.key < $1.key }
        for (index, change) in ordered.enumerated() {
            guard change.value.count > 0 else {
                try release(change.key, -change.value.count)
                continue
            }
            guard try !take(change.key, change.value.count, of: change.value.group) else { continue }
            for (place, done) in ordered[..<index] { try add(-done.count, to: place) }
            return change.key
        }
        return nil
    }

    /// Takes or gives back places, also more than there are: for the staff.
    func moveRegardless(_ changes: [Place: (count: Int, group: ActivityGroup)]) throws {
        for (place, change) in changes.filter({ $0.value.count != 0 }).sorted(by: { $0.key < $1.key }) {
            try transaction.execute(
                """
                INSERT INTO place_counters (counter_id, group_id, day, taken) VALUES ($1, $2, $3, $4)
                ON CONFLICT (counter_id, group_id, day) DO UPDATE SET taken = place_counters.taken + excluded.taken
                """,
                place.counter,
                place.group,
                place.date,
                change.count
            )
        }
    }

    /// Sets what holds for a place instead of its group's numbers. Its row is ours until the transaction ends, so that what is taken stays as returned.
    func set(_ place: Place, capacity: Int?, staff: Int?) throws -> PlaceCount {
        let taken: Int? = try transaction.first(
            """
            INSERT INTO place_counters (counter_id, group_id, day, taken, capacity, staff) VALUES ($1, $2, $3, 0, $4, $5)
            ON CONFLICT (counter_id, group_id, day) DO UPDATE SET capacity = excluded.capacity, staff = excluded.staff RETURNING taken
            """,
            place.counter,
            place.group,
            place.date,
            capacity,
            staff
        ) { try $0[0] }
        return PlaceCount(taken: taken ?? 0, capacity: capacity, staff: staff)
    }

    /// Gives places back.
    package func release(_ place: Place, _ count: Int = 1) throws { try add(-count, to: place) }

    /// Takes places; false when not so many are left. The count and its limit are one statement, so that two writers cannot both pass, and the
    /// limit that staff set for a day is read from the row that is written.
    private func take(_ place: Place, _ count: Int, of group: ActivityGroup) throws -> Bool {
        guard try count <= group.limit(nil) || self.count(of: place) != nil else { return false }
        return try transaction.execute(
            """
            INSERT INTO place_counters (counter_id, group_id, day, taken) VALUES ($1, $2, $3, $4)
            ON CONFLICT (counter_id, group_id, day) DO UPDATE SET taken = place_counters.taken + excluded.taken
            WHERE place_counters.taken + excluded.taken <= coalesce(place_counters.capacity, CAST($5 AS BIGINT))
                AND (CAST($6 AS BIGINT) = 0
                    OR place_counters.taken + excluded.taken <= CAST($6 AS BIGINT) * coalesce(place_counters.staff, CAST($7 AS BIGINT)))
            """,
            place.counter,
            place.group,
            place.date,
            count,
            group.capacity,
            group.staffing?.childrenPerStaff ?? 0,
            group.staffing?.planned ?? 0
        ) == 1
    }

    private func add(_ count: Int, to place: Place) throws {
        try transaction.execute(
            "UPDATE place_counters SET taken = taken + $4 WHERE counter_id = $1 AND group_id = $2 AND day = $3",
            place.counter,
            place.group,
            place.date,
            count
        )
    }
}
