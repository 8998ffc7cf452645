/// What follows from the taps about a booked child: its attendance.
struct RollCallStore {
    /// What is known of a slot at the moment of a tap.
    struct Known: Hashable {
        /// nil without booking.
        let booking: BookingState?
        /// nil when the child was not called.
        let attendance: Attendance?
    }

    struct Attendance: Hashable {
        let group: Identifier<ActivityGroup>
        /// nil: without booking.
        let reported: BookingState?
        let mark: AttendanceMark
        /// nil: noted by the closing of the day.
        let calledBy: Identifier<StaffMember>?
        /// In milliseconds since 1970.
        let moment: Int64
    }

    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    func exists(_ child: Identifier<Child>) throws -> Bool {
        try transaction.first("SELECT 1 FROM children WHERE id = $1", child, decode: { _ in true }) ?? false
    }

    /// Whether anybody was called in an activity over a span of days.
    func isCalled(_ activity: Identifier<Activity>, over days: ClosedRange<CivilDate>) throws -> Bool {
        try transaction.first(
            "SELECT 1 FROM units u JOIN attendance a ON a.unit_id = u.id WHERE u.activity_id = $1 AND a.day BETWEEN $2 AND $3 LIMIT 1",
            activity,
            days.lowerBound,
            days.upperBound,
            decode: { _ in true }
        ) ?? false
    }

    func attendance(of slot: BookingSlot) throws -> Attendance? {
        try transaction.first(
            """
            SELECT group_id, reported, presence, arrived_at, left_at, called_by, moment FROM attendance
            WHERE unit_id = $1 AND day = $2 AND child_id = $3
            """,
            slot.unit,
            slot.date,
            slot.child,
            decode: { try attendance($0, from: 0) }
        )
    }

    func put(_ attendance: Attendance, at slot: BookingSlot) throws {
        try transaction.execute(
            """
            INSERT INTO attendance (unit_id, day, child_id, group_id, reported, presence, arrived_at, left_at, called_by, moment)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            ON CONFLICT (unit_id, day, child_id) DO UPDATE SET reported = excluded.reported, presence = excluded.presence,
                arrived_at = excluded.arrived_at, left_at = excluded.left_at, called_by = excluded.called_by, moment = excluded.moment
            """,
            slot.unit,
            slot.date,
            slot.child,
            attendance.group,
            attendance.reported,
            attendance.mark.presence,
            attendance.mark.arrivedAt,
            attendance.mark.leftAt,
            attendance.calledBy,
            attendance.moment
        )
    }

    func delete(_ slot: BookingSlot) throws {
        try transaction.execute("DELETE FROM attendance WHERE unit_id = $1 AND day = $2 AND child_id = $3", slot.unit, slot.date, slot.child)
    }

    /// What the parents' side of a slot now says; kept for when a mark is taken back.
    func setReported(_ state: BookingState, of slot: BookingSlot) throws {
        try transaction.execute(
            "UPDATE attendance SET reported = $4 WHERE unit_id = $1 AND day = $2 AND child_id = $3",
            slot.unit,
            slot.date,
            slot.child,
            state
        )
    }

    private func attendance(_ row: any Row, from column: Int) throws -> Attendance {
        let mark = try AttendanceMark(row[column + 2], arrivedAt: row[column + 3], leftAt: row[column + 4])
        return try Attendance(
            group: row[column],
            reported: row[column + 1],
            mark: mark,
            calledBy: row[column + 5],
            moment: row[column + 6]
        )
    }
}
