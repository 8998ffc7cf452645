import PortalCore

extension DemoStore {
    /// The roll calls of the past: everybody who was booked came, but for the few absences; each day was closed, but for the last of one activity.
    ///
    /// - Parameter forgotten: the day that waits for its roll call.
    func insertRollCalls(before today: CivilDate, forgotten: (activity: Identifier<Activity>, day: CivilDate)?) throws {
        let activity = forgotten?.activity ?? Identifier(0)
        let day = forgotten?.day ?? today
        try transaction.execute(
            """
            UPDATE bookings SET state = 4 WHERE day < $1 AND state = 1
                AND NOT (day = $3 AND unit_id IN (SELECT id FROM units WHERE activity_id = $2))
            """,
            today,
            activity,
            day
        )
        try transaction.execute(
            """
            INSERT INTO attendance (unit_id, day, child_id, group_id, reported, presence, arrived_at, left_at, called_by, moment)
            SELECT b.unit_id, b.day, b.child_id, b.group_id, 1, 1,
                CASE WHEN a.kind = 'restauration' THEN NULL ELSE u.starts_at + (b.child_id * 7 + b.day * 3) % 20 END,
                CASE WHEN a.kind = 'restauration' THEN NULL ELSE u.ends_at - (b.child_id * 5 + b.day) % 25 END,
                m.id, b.day * 86400000 + 30000000
            FROM bookings b JOIN units u ON u.id = b.unit_id JOIN activities a ON a.id = u.activity_id
                JOIN staff_members m ON m.login = 'structure'
            WHERE b.day < $1 AND b.day >= $2 AND b.state = 4
            """,
            today,
            today.adding(days: -14)
        )
        try transaction.execute(
            """
            INSERT INTO closed_days (activity_id, day, closed_at, closed_by)
            SELECT DISTINCT u.activity_id, b.day, b.day * 86400 + 64800, m.id
            FROM bookings b JOIN units u ON u.id = b.unit_id JOIN staff_members m ON m.login = 'structure'
            WHERE b.day < $1 AND NOT (b.day = $3 AND u.activity_id = $2) ON CONFLICT DO NOTHING
            """,
            today,
            activity,
            day
        )
    }
}
