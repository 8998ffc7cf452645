/// Writes what units count places with, and what they exclude and demand.
extension PortalDefinitionStore {
    func tie(_ units: [UnitDefinition], of activity: Identifier<Activity>) throws {
        let rows: [(String, Identifier<BookableUnit>)] = try transaction.query("SELECT code, id FROM units WHERE activity_id = $1", activity) {
            try ($0[0], $0[1])
        }
        let ids = Dictionary(rows, uniquingKeysWith: { first, _ in first })
        try replaceTies(of: units, ids)
        guard try counters(of: activity) != units.flatMap({ unit in unit.counters.map { UnitCounter(unit: unit.code, counter: $0) } }) else { return }
        try transaction.execute(
            "DELETE FROM unit_counters WHERE unit_id IN (SELECT id FROM units WHERE activity_id = $1)",
            activity
        )
        for unit in units {
            for (position, counter) in unit.counters.enumerated() { try put(counter, of: ids[unit.code], at: position, in: activity) }
        }
        try removeIdleCounters(of: activity)
        try recount(activity)
    }

    private struct UnitCounter: Equatable {
        let unit: String
        let counter: String
    }

    /// The counters that an activity's units take places in now, in order.
    private func counters(of activity: Identifier<Activity>) throws -> [UnitCounter] {
        try transaction.query(
            """
            SELECT u.code, c.code FROM units u JOIN unit_counters m ON m.unit_id = u.id JOIN counters c ON c.id = m.counter_id
            WHERE u.activity_id = $1 ORDER BY u.position, m.position
            """,
            activity
        ) { try UnitCounter(unit: $0[0], counter: $0[1]) }
    }

    private func put(_ counter: String, of unit: Identifier<BookableUnit>?, at position: Int, in activity: Identifier<Activity>) throws {
        try transaction.execute("INSERT INTO counters (activity_id, code) VALUES ($1, $2) ON CONFLICT DO NOTHING", activity, counter)
        try transaction.execute(
            "INSERT INTO unit_counters (unit_id, counter_id, position) SELECT $1, id, $4 FROM counters WHERE activity_id = $2 AND code = $3",
            unit,
            activity,
            counter,
            position
        )
    }

    private func replaceTies(of units: [UnitDefinition], _ ids: [String: Identifier<BookableUnit>]) throws {
        for unit in units { try transaction.execute("DELETE FROM unit_ties WHERE unit_id = $1", ids[unit.code]) }
        for unit in units {
            for (kind, others) in [(UnitTie.excludes, unit.excluded), (.demands, unit.demanded)] {
                for (position, other) in others.enumerated() {
                    try transaction.execute(
                        "INSERT INTO unit_ties (unit_id, kind, other_id, position) VALUES ($1, $2, $3, $4)",
                        ids[unit.code],
                        kind,
                        ids[other],
                        position
                    )
                }
            }
        }
    }

    /// Counts the places taken anew: units take them elsewhere than before.
    private func recount(_ activity: Identifier<Activity>) throws {
        try transaction.execute(
            "UPDATE place_counters SET taken = 0 WHERE counter_id IN (SELECT id FROM counters WHERE activity_id = $1)",
            activity
        )
        try transaction.execute(
            """
            INSERT INTO place_counters (counter_id, group_id, day, taken)
            SELECT m.counter_id, b.group_id, b.day, count(*) FROM units u JOIN unit_counters m ON m.unit_id = u.id JOIN bookings b ON b.unit_id = u.id
            WHERE u.activity_id = $1 GROUP BY m.counter_id, b.group_id, b.day
            ON CONFLICT (counter_id, group_id, day) DO UPDATE SET taken = excluded.taken
            """,
            activity
        )
    }

    /// Takes away the counters that no unit takes places in any more, with what they counted.
    func removeIdleCounters(of activity: Identifier<Activity>) throws {
        try transaction.execute(
            """
            DELETE FROM place_counters WHERE counter_id IN
                (SELECT id FROM counters WHERE activity_id = $1 AND id NOT IN (SELECT counter_id FROM unit_counters))
            """,
            activity
        )
        try transaction.execute(
            "DELETE FROM counters WHERE activity_id = $1 AND id NOT IN (SELECT counter_id FROM unit_counters)",
            activity
        )
    }
}

/// How a unit holds to another: the words of the definition files.
enum UnitTie: String, Hashable, Sendable, DatabaseConvertible {
    case excludes = "exclut"
    case demands = "demande"
}
