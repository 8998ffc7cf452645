/// The dated rules' rows, and the asks that tried rules are replayed against.
struct DatedRulesStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// Every activity's dated rules, in order of their first day.
    func all() throws -> [Identifier<Activity>: [DatedRules]] {
        let rows: [(Identifier<Activity>, DatedRules)] = try transaction.query(
            """
            SELECT activity_id, first_day, last_day, add_rule, cancel_rule, late_adding, late_cancelling, rule_source
            FROM dated_rules ORDER BY activity_id, first_day
            """
        ) { row in
            let rules = try BookingRules(adding: row[3], cancellingOverride: row[4], lateAdding: row[5], lateCancelling: row[6], source: row[7])
            return try (row[0], DatedRules(firstDay: row[1], lastDay: row[2], rules: rules))
        }
        return Dictionary(grouping: rows) { $0.0 }.mapValues { $0.map(\.1) }
    }

    /// Writes rules over those of the activity with the same first day, or as new ones.
    func put(_ dated: DatedRules, of activity: Identifier<Activity>) throws {
        try transaction.execute(
            """
            INSERT INTO dated_rules (activity_id, first_day, last_day, add_rule, cancel_rule, late_adding, late_cancelling, rule_source)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (activity_id, first_day) DO UPDATE SET last_day = excluded.last_day, add_rule = excluded.add_rule,
                cancel_rule = excluded.cancel_rule, late_adding = excluded.late_adding, late_cancelling = excluded.late_cancelling,
                rule_source = excluded.rule_source
            """,
            activity,
            dated.firstDay,
            dated.lastDay,
            dated.rules.adding,
            dated.rules.cancellingOverride,
            dated.rules.lateAdding,
            dated.rules.lateCancelling,
            dated.rules.source
        )
    }

    /// Whether there were such rules.
    func delete(startingOn firstDay: CivilDate, of activity: Identifier<Activity>) throws -> Bool {
        try transaction.execute("DELETE FROM dated_rules WHERE activity_id = $1 AND first_day = $2", activity, firstDay) > 0
    }

    func deleteAll(of activity: Identifier<Activity>) throws {
        try transaction.execute("DELETE FROM dated_rules WHERE activity_id = $1", activity)
    }

    /// What families asked of an activity between two instants, the first included.
    func asks(of activity: Identifier<Activity>, from first: Instant, until end: Instant) throws -> [RuleReplay.Ask] {
        try transaction.query(
            """
            SELECT l.change, l.unit_id, l.day, r.created_at
            FROM requests r JOIN request_lines l ON l.request_id = r.id JOIN units u ON u.id = l.unit_id
            WHERE r.created_at >= $2 AND r.created_at < $3 AND u.activity_id = $1
            """,
            activity,
            first,
            end
        ) { row in
            try RuleReplay.Ask(kind: row[0], unit: row[1], date: row[2], askedAt: row[3])
        }
    }
}
