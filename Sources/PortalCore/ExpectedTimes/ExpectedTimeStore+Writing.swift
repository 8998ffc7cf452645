/// Writes when children are expected, and which units ask for it.
extension ExpectedTimeStore {
    /// Says a child's habit at a unit in one of its homes; nothing said takes it away.
    func put(_ times: ExpectedTimes, for habit: ExpectedTimeBook.Habit) throws {
        try transaction.execute(
            "DELETE FROM usual_times WHERE child_id = $1 AND unit_id = $2 AND household_id = $3",
            habit.child,
            habit.unit,
            habit.household
        )
        guard !times.isEmpty else { return }
        try transaction.execute(
            "INSERT INTO usual_times (child_id, unit_id, household_id, arrival, departure) VALUES ($1, $2, $3, $4, $5)",
            habit.child,
            habit.unit,
            habit.household,
            times.arrival,
            times.departure
        )
    }

    /// Says what differs on a booked day; nothing said gives the day back to the habit.
    func put(_ times: ExpectedTimes, on slot: BookingSlot) throws {
        try delete(on: slot)
        guard !times.isEmpty else { return }
        try transaction.execute(
            "INSERT INTO booking_times (child_id, day, unit_id, arrival, departure) VALUES ($1, $2, $3, $4, $5)",
            slot.child,
            slot.date,
            slot.unit,
            times.arrival,
            times.departure
        )
    }

    /// The booking goes, and what differed with it.
    func delete(on slot: BookingSlot) throws {
        try transaction.execute(
            "DELETE FROM booking_times WHERE child_id = $1 AND day = $2 AND unit_id = $3",
            slot.child,
            slot.date,
            slot.unit
        )
    }

    /// The unit goes.
    func deleteAll(at unit: Identifier<BookableUnit>) throws {
        try transaction.execute("DELETE FROM usual_times WHERE unit_id = $1", unit)
        try transaction.execute("DELETE FROM booking_times WHERE unit_id = $1", unit)
    }

    /// Sets which times a unit asks for.
    func put(_ asked: AskedTimes, at unit: Identifier<BookableUnit>) throws {
        try transaction.execute(
            "UPDATE units SET arrival_step = $2, departure_step = $3 WHERE id = $1",
            unit,
            asked.arrival,
            asked.departure
        )
    }

    /// For how many children something was said at a unit.
    func childCount(at unit: Identifier<BookableUnit>) throws -> Int {
        try transaction.first("SELECT count(DISTINCT child_id) FROM usual_times WHERE unit_id = $1", unit) { try $0[0] } ?? 0
    }
}
