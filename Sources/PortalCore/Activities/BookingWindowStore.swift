/// The booking windows' rows.
struct BookingWindowStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// Every activity's windows, in order of their first day.
    func all() throws -> [Identifier<Activity>: [BookingWindow]] {
        let priorities: [(Key, PriorityOpening)] = try transaction.query(
            "SELECT activity_id, first_day, kind, opens_at FROM window_priorities ORDER BY activity_id, first_day, position"
        ) { row in
            let opening = PriorityOpening(kind: PriorityKind(rawValue: try row[2]), opensAt: try row[3])
            return (Key(activity: try row[0], firstDay: try row[1]), opening)
        }
        let byWindow = Dictionary(grouping: priorities) { $0.0 }.mapValues { $0.map(\.1) }
        let windows: [(Identifier<Activity>, BookingWindow)] = try transaction.query(
            "SELECT activity_id, first_day, last_day, opens_at, closes_at, schools FROM booking_windows ORDER BY activity_id, first_day"
        ) { row in
            let key = try Key(activity: row[0], firstDay: row[1])
            let (last, schools): (CivilDate, String) = try (row[2], row[5])
            guard key.firstDay <= last else { throw DatabaseError.decoding(column: "booking_windows.last_day", type: "ClosedRange<CivilDate>") }
            let window = try BookingWindow(
                days: key.firstDay...last,
                opensAt: row[3],
                closesAt: row[4],
                priorities: byWindow[key] ?? [],
                schools: schools.split(separator: "\n").map(String.init)
            )
            return (key.activity, window)
        }
        return Dictionary(grouping: windows) { $0.0 }.mapValues { $0.map(\.1) }
    }

    func replace(of activity: Identifier<Activity>, with windows: [BookingWindow]) throws {
        try transaction.execute("DELETE FROM window_priorities WHERE activity_id = $1", activity)
        try transaction.execute("DELETE FROM booking_windows WHERE activity_id = $1", activity)
        for window in windows {
            try transaction.execute(
                "INSERT INTO booking_windows (activity_id, first_day, last_day, opens_at, closes_at, schools) VALUES ($1, $2, $3, $4, $5, $6)",
                activity,
                window.days.lowerBound,
                window.days.upperBound,
                window.opensAt,
                window.closesAt,
                window.schools.joined(separator: "\n")
            )
            for (position, priority) in window.priorities.enumerated() {
                try transaction.execute(
                    "INSERT INTO window_priorities (activity_id, first_day, kind, opens_at, position) VALUES ($1, $2, $3, $4, $5)",
                    activity,
                    window.days.lowerBound,
                    priority.kind.rawValue,
                    priority.opensAt,
                    position
                )
            }
        }
    }

    private struct Key: Hashable {
        let activity: Identifier<Activity>
        let firstDay: CivilDate
    }
}
