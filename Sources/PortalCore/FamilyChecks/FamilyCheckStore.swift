/// Reads how the families' files of the year stand, and keeps whom a reminder has gone to.
struct FamilyCheckStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// The households that have a child enrolled now or later, by name.
    func lines(in year: Int, on today: CivilDate) throws -> [FamilyCheckLine] {
        let stale = try Dictionary(uniqueKeysWithValues: StaleSection.allCases.map { ($0, try households(with: $0, in: year, on: today)) })
        return try transaction.query(
            """
            SELECT h.id, h.name, c.checked_at, d.first_name || ' ' || d.last_name,
                (SELECT max(r.reminded_at) FROM check_reminders r WHERE r.household_id = h.id AND r.school_year = $1),
                CASE WHEN EXISTS (
                    SELECT 1 FROM household_adults m JOIN adults p ON p.id = m.adult_id JOIN accounts k ON k.adult_id = p.id
                    WHERE m.household_id = h.id AND p.email IS NOT NULL) THEN 1 ELSE 0 END
            FROM households h LEFT JOIN yearly_checks c ON c.household_id = h.id AND c.school_year = $1
                LEFT JOIN accounts a ON a.id = c.checked_by LEFT JOIN adults d ON d.id = a.adult_id
            WHERE h.erased_at IS NULL AND EXISTS (
                SELECT 1 FROM household_children m JOIN enrolments e ON e.child_id = m.child_id WHERE m.household_id = h.id AND e.last_day >= $2)
            ORDER BY h.name, h.id
            """,
            year,
            today
        ) { row in
            let (household, checkedAt): (Identifier<Household>, Instant?) = (try row[0], try row[2])
            return try FamilyCheckLine(
                household: household,
                name: row[1],
                check: checkedAt.map { YearlyCheck(at: $0, by: try row[3] ?? "") },
                stale: StaleSection.allCases.filter { stale[$0]?.contains(household) == true },
                remindedAt: row[4],
                isReachable: row[5]
            )
        }
    }

    /// The households where a section is stale.
    ///
    /// - Parameter household: the only one that is asked for; nil for all of them.
    func households(
        with section: StaleSection,
        in year: Int,
        on today: CivilDate,
        only household: Identifier<Household>? = nil
    ) throws -> Set<Identifier<Household>> {
        let found: [Identifier<Household>] =
            switch section {
            case .coordinates:
                try transaction.query(
                    """
                    SELECT m.household_id FROM household_adults m JOIN adults a ON a.id = m.adult_id
                        LEFT JOIN unreachable_addresses u ON u.address = lower(a.email)
                    WHERE (a.phone IS NULL OR u.address IS NOT NULL) AND (CAST($1 AS BIGINT) IS NULL OR m.household_id = $1)
                    """,
                    household,
                    decode: { try $0[0] }
                )
            case .school:
                try transaction.query(
                    """
                    SELECT m.household_id FROM household_children m JOIN school_placements p ON p.child_id = m.child_id
                    WHERE p.first_day < $1 AND p.last_day >= $1 AND (p.school <> '' OR p.class <> '')
                        AND (CAST($2 AS BIGINT) IS NULL OR m.household_id = $2)
                    """,
                    SchoolYear(startYear: year).firstDay,
                    household,
                    decode: { try $0[0] }
                )
            case .sheet:
                try transaction.query(
                    """
                    SELECT m.household_id FROM household_children m JOIN enrolments e ON e.child_id = m.child_id AND e.last_day >= $1
                    WHERE (CAST($3 AS BIGINT) IS NULL OR m.household_id = $3)
                        AND coalesce((SELECT max(s.given_at) FROM child_sheets s WHERE s.child_id = m.child_id), 0) < $2
                    """,
                    today,
                    ParisTime.instant(today.adding(days: -365), at: .midnight),
                    household,
                    decode: { try $0[0] }
                )
            case .quotient:
                try transaction.query(
                    """
                    SELECT q.household_id FROM (
                        SELECT household_id, last_day FROM household_incomes UNION ALL SELECT household_id, last_day FROM official_quotients
                    ) q WHERE CAST($2 AS BIGINT) IS NULL OR q.household_id = $2 GROUP BY q.household_id HAVING max(q.last_day) < $1
                    """,
                    today,
                    household,
                    decode: { try $0[0] }
                )
            }
        return Set(found)
    }

    /// When an adult of a household was last reminded for a school year.
    func lastReminder(of household: Identifier<Household>, in year: Int) throws -> Instant? {
        try transaction.first(
            "SELECT max(reminded_at) FROM check_reminders WHERE household_id = $1 AND school_year = $2",
            household,
            year,
            decode: { try $0[0] as Instant? }
        ) ?? nil
    }

    /// Notes that an account is written to; false when it was for the same occasion.
    func insertReminder(
        of household: Identifier<Household>,
        to account: Identifier<Account>,
        in year: Int,
        occasion: String,
        by member: Identifier<StaffMember>?,
        at now: Instant
    ) throws -> Bool {
        try transaction.execute(
            """
            INSERT INTO check_reminders (household_id, account_id, school_year, occasion, reminded_at, reminded_by) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT DO NOTHING
            """,
            household,
            account,
            year,
            occasion,
            now,
            member
        ) == 1
    }

    /// The days of the year on which the town has families reminded.
    func reminderDays() throws -> [MonthDay] {
        try transaction.query("SELECT month, day FROM check_reminder_days ORDER BY month, day") { row in
            guard let day = MonthDay(month: try row[0], day: try row[1]) else { throw DatabaseError.decoding(column: "day", type: "MonthDay") }
            return day
        }
    }

    func replace(with days: [MonthDay]) throws {
        try transaction.execute("DELETE FROM check_reminder_days")
        for day in days {
            try transaction.execute("INSERT INTO check_reminder_days (month, day) VALUES ($1, $2) ON CONFLICT DO NOTHING", day.month, day.day)
        }
    }
}
