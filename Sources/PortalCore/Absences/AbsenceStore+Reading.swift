extension AbsenceStore {
    /// The absences of an adult's households, the latest first.
    func absences(for adult: Identifier<Adult>, limit: Int) throws -> [Absence] {
        try transaction.query(
            """
            SELECT b.id, b.request_id, b.household_id, b.account_id, c.id, c.first_name, c.last_name, c.birth_day, b.reason,
                b.first_day, b.last_day, b.reported_at, b.state, b.due_at, b.latest_at, b.judged_at, m.first_name || ' ' || m.last_name, b.note
            FROM absences b JOIN children c ON c.id = b.child_id LEFT JOIN staff_members m ON m.id = b.judged_by
            WHERE b.household_id IN (SELECT household_id FROM household_adults WHERE adult_id = $1)
                AND NOT EXISTS (SELECT 1 FROM child_relations k WHERE k.adult_id = $1 AND k.child_id = b.child_id AND k.sees = 0)
            ORDER BY b.id DESC LIMIT $2
            """,
            adult,
            limit,
            decode: absence
        )
    }

    /// Those in a state, the longest wait first.
    func absences(in state: AbsenceState, limit: Int) throws -> [Absence] {
        try transaction.query(
            """
            SELECT b.id, b.request_id, b.household_id, b.account_id, c.id, c.first_name, c.last_name, c.birth_day, b.reason,
                b.first_day, b.last_day, b.reported_at, b.state, b.due_at, b.latest_at, b.judged_at, m.first_name || ' ' || m.last_name, b.note
            FROM absences b JOIN children c ON c.id = b.child_id LEFT JOIN staff_members m ON m.id = b.judged_by
            WHERE b.state = $1 ORDER BY b.id LIMIT $2
            """,
            state,
            limit,
            decode: absence
        )
    }

    func absence(_ id: Identifier<Absence>) throws -> Absence? {
        try transaction.first(
            """
            SELECT b.id, b.request_id, b.household_id, b.account_id, c.id, c.first_name, c.last_name, c.birth_day, b.reason,
                b.first_day, b.last_day, b.reported_at, b.state, b.due_at, b.latest_at, b.judged_at, m.first_name || ' ' || m.last_name, b.note
            FROM absences b JOIN children c ON c.id = b.child_id LEFT JOIN staff_members m ON m.id = b.judged_by
            WHERE b.id = $1
            """,
            id,
            decode: absence
        )
    }

    /// In order, what is under contract after what is booked.
    func days(of absence: Identifier<Absence>, child: Identifier<Child>) throws -> [AbsenceDay] {
        let booked = try transaction.query(
            "SELECT day, rank, days_after, due_at, latest_at, rate, amount, unit_id FROM absence_lines WHERE absence_id = $1 ORDER BY day, unit_id",
            absence
        ) { try day($0, of: child, .unit($0[7])) }
        let care = try transaction.query(
            """
            SELECT d.day, d.rank, d.days_after, d.due_at, d.latest_at, d.rate, NULL, d.contract_id, k.activity_id
            FROM absence_care_days d JOIN care_contracts k ON k.id = d.contract_id WHERE d.absence_id = $1 ORDER BY d.day, d.contract_id
            """,
            absence
        ) { try day($0, of: child, .care($0[7], $0[8])) }
        return booked + care
    }

    private func day(_ row: any Row, of child: Identifier<Child>, _ place: AbsenceDay.Place) throws -> AbsenceDay {
        try AbsenceDay(
            child: child,
            date: row[0],
            place: place,
            rank: row[1],
            daysAfterFirst: row[2],
            times: AbsenceTimes(dueAt: row[3], latestAt: row[4]),
            price: AbsencePrice(rate: row[5], amount: row[6])
        )
    }

    /// The contracts whose days an absence is from, in order.
    func contracts(of absence: Identifier<Absence>) throws -> [Identifier<CareContract>] {
        try transaction.query("SELECT DISTINCT contract_id FROM absence_care_days WHERE absence_id = $1 ORDER BY contract_id", absence) { try $0[0] }
    }

    private func absence(_ row: any Row) throws -> Absence {
        let child = try Child(id: row[4], firstName: row[5], lastName: row[6], birthDay: row[7], schooling: Schooling())
        let judgedAt: Instant? = try row[15]
        let by: String? = try row[16]
        let note: String = try row[17]
        return try Absence(
            id: row[0],
            request: row[1],
            household: row[2],
            account: row[3],
            child: child,
            reason: row[8],
            firstDay: row[9],
            lastDay: row[10],
            reportedAt: row[11],
            state: row[12],
            times: AbsenceTimes(dueAt: row[13], latestAt: row[14]),
            judgement: judgedAt.map { Absence.Judgement(at: $0, by: by ?? "", note: note) }
        )
    }
}
