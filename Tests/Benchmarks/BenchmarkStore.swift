import PortalCore

/// Rows of an invented town, made by the engine itself: a service would take hours.
struct BenchmarkStore {
    let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    func prepare() throws {
        try transaction.execute("UPDATE groups SET capacity = 1000000000, children_per_staff = NULL")
        try PortalCatalogueStore(transaction).noteChange()
        try transaction.execute("CREATE TABLE benchmark_days (position BIGINT PRIMARY KEY, day BIGINT NOT NULL)")
        try transaction.execute("CREATE TABLE benchmark_households (id BIGINT PRIMARY KEY)")
    }

    func insert(days: [CivilDate]) throws {
        for (position, day) in days.enumerated() {
            try transaction.execute("INSERT INTO benchmark_days (position, day) VALUES ($1, $2)", position, day)
        }
    }

    func finish() throws {
        try transaction.execute("DROP TABLE benchmark_days")
        try transaction.execute("DROP TABLE benchmark_households")
    }

    /// Whole households: people, account, session, enrolments, last year's requests with their lines, bookings and audit rows.
    func insert(_ ids: ClosedRange<Int>, _ units: [Identifier<BookableUnit>], at now: Instant) throws {
        try transaction.execute("DELETE FROM benchmark_households")
        for id in ids { try transaction.execute("INSERT INTO benchmark_households (id) VALUES ($1)", id) }
        try insertPeople(at: now)
        try insertRequests()
        for (position, unit) in units.enumerated() {
            try insertBookings(of: unit, at: position)
            try countPlaces(of: unit)
        }
        for id in ids { try record(id, units) }
    }

    private func insertPeople(at now: Instant) throws {
        try transaction.execute(
            """
            INSERT INTO households (id, name, street, postal_code, city, created_at)
            SELECT id, 'MARTIN - DURAND', '12 rue des Lilas', '91070', 'Bondoufle', 1750000000 FROM benchmark_households
            """
        )
        try transaction.execute(
            """
            INSERT INTO adults (id, title, first_name, last_name, email, phone, street, postal_code, city)
            SELECT 2 * h.id - k.position, $1, 'Camille', 'Martin', 'camille.martin@courriel.example', '+33639980000',
                '12 rue des Lilas', '91070', 'Bondoufle'
            FROM benchmark_households h CROSS JOIN benchmark_days k WHERE k.position < 2 ORDER BY 1
            """,
            Title.madame
        )
        try transaction.execute(
            """
            INSERT INTO household_adults (household_id, adult_id, position)
            SELECT h.id, 2 * h.id - k.position, k.position FROM benchmark_households h CROSS JOIN benchmark_days k WHERE k.position < 2 ORDER BY 1, 2
            """
        )
        try transaction.execute(
            """
            INSERT INTO children (id, first_name, last_name, birth_day)
            SELECT 3 * h.id - k.position, 'Alix', 'Martin', 17000 + 400 * k.position
            FROM benchmark_households h CROSS JOIN benchmark_days k WHERE k.position < 3 ORDER BY 1
            """
        )
        try transaction.execute(
            """
            INSERT INTO school_placements (child_id, first_day, last_day, school, class)
            SELECT 3 * h.id - k.position, $1, $2, 'École du Centre', 'CE1'
            FROM benchmark_households h CROSS JOIN benchmark_days k WHERE k.position < 3 ORDER BY 1
            """,
            CivilDate(year: 2024, month: 9, dayAtMost: 1),
            CivilDate(year: 9999, month: 12, dayAtMost: 31)
        )
        try transaction.execute(
            """
            INSERT INTO household_children (household_id, child_id, custody)
            SELECT h.id, 3 * h.id - k.position, $1 FROM benchmark_households h CROSS JOIN benchmark_days k WHERE k.position < 3 ORDER BY 1, 2
            """,
            Custody.full
        )
        try transaction.execute(
            """
            INSERT INTO accounts (id, login, password_hash, adult_id, created_at, email_confirmed_at)
            SELECT id, 'famille' || id, 'no password', 2 * id, 1750000000, 1750000000 FROM benchmark_households ORDER BY 1
            """
        )
        // The last group of an activity is that of the older children.
        try transaction.execute(
            """
            INSERT INTO enrolments (child_id, activity_id, group_id, first_day, last_day)
            SELECT 3 * h.id - k.position, g.activity_id, max(g.id), 20000, 21500
            FROM benchmark_households h CROSS JOIN benchmark_days k CROSS JOIN groups g JOIN activities a ON a.id = g.activity_id
            WHERE k.position < 3 AND a.code IN ('restauration', 'periscolaire', 'mercredis', 'vacances') GROUP BY 1, 2 ORDER BY 1, 2
            """
        )
    }

    private func insertRequests() throws {
        try transaction.execute(
            """
            INSERT INTO requests (id, kind, account_id, household_id, created_at, idempotency_key, granted)
            SELECT 10 * h.id + k.position, $1, h.id, h.id, 1750000000 + k.position, h.id || ':qV3kY0c-7Zb9pT2mXw8' || k.position, 144
            FROM benchmark_households h CROSS JOIN benchmark_days k WHERE k.position < 9 ORDER BY 1
            """,
            RequestKind.bookings
        )
    }

    private func insertBookings(of unit: Identifier<BookableUnit>, at position: Int) throws {
        try transaction.execute(
            """
            INSERT INTO bookings (child_id, day, unit_id, group_id, household_id, state, price, surcharge)
            SELECT e.child_id, d.day, u.id, e.group_id, h.id, $2, u.price, 0
            FROM benchmark_households h JOIN household_children c ON c.household_id = h.id JOIN enrolments e ON e.child_id = c.child_id
                JOIN units u ON u.activity_id = e.activity_id AND u.id = $1 CROSS JOIN benchmark_days d
            ORDER BY 1, 2
            """,
            unit,
            BookingState.reserved
        )
        try transaction.execute(
            """
            INSERT INTO request_lines (request_id, position, child_id, day, unit_id, change, outcome, price, surcharge, reason)
            SELECT 10 * h.id + d.position / 16, d.position % 16 * 9 + $2 * 3 + 3 * h.id - c.child_id, c.child_id, d.day, u.id, CAST($3 AS BIGINT), 1, u.price, 0, ''
            FROM benchmark_households h JOIN household_children c ON c.household_id = h.id JOIN units u ON u.id = $1 CROSS JOIN benchmark_days d
            ORDER BY 1, 2
            """,
            unit,
            position,
            BookingChange.Kind.add
        )
    }

    /// Counted with each lot of households: over a whole town the bookings would have to be sorted.
    private func countPlaces(of unit: Identifier<BookableUnit>) throws {
        try transaction.execute(
            """
            INSERT INTO place_counters (counter_id, group_id, day, taken)
            SELECT m.counter_id, e.group_id, d.day, count(*)
            FROM benchmark_households h JOIN household_children c ON c.household_id = h.id JOIN enrolments e ON e.child_id = c.child_id
                JOIN units u ON u.activity_id = e.activity_id AND u.id = $1 JOIN unit_counters m ON m.unit_id = u.id CROSS JOIN benchmark_days d
            GROUP BY m.counter_id, e.group_id, d.day
            ON CONFLICT (counter_id, group_id, day) DO UPDATE SET taken = place_counters.taken + excluded.taken
            """,
            unit
        )
    }

    /// The journal's rows of a household's requests, one for each child and request, as `BookingNotice` writes them.
    private func record(_ household: Int, _ units: [Identifier<BookableUnit>]) throws {
        let days = try transaction.query("SELECT day FROM benchmark_days ORDER BY position") { try $0[0] as CivilDate }
        for (index, start) in stride(from: 0, to: days.count, by: BenchmarkTown.daysPerRequest).enumerated() {
            let span = days[start..<min(start + BenchmarkTown.daysPerRequest, days.count)]
            let changes = span.flatMap { day in units.map { (kind: "+\($0.rawValue)@", date: day) } }
            for child in 3 * household - 2...3 * household {
                try AuditLog.record(
                    in: transaction,
                    by: .account(Identifier(Int64(household))),
                    .bookingsChanged,
                    on: Identifier<Child>(Int64(child)),
                    detail: BookingNotice.detail(of: Identifier(Int64(10 * household + index)), changes),
                    at: BenchmarkTown.now
                )
            }
        }
    }
}
