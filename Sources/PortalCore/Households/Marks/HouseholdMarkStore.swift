/// The rows of the households' marks.
package struct HouseholdMarkStore {
    private let transaction: any Transaction

    package init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// The marks of an adult's households, whatever their days.
    func marks(of adult: Identifier<Adult>) throws -> [Identifier<Household>: [DatedMark]] {
        let marks = try transaction.query(
            """
            SELECT m.id, m.household_id, m.mark, m.first_day, m.last_day, m.document, m.recorded_at, s.first_name, s.last_name
            FROM household_adults a JOIN dated_marks m ON m.household_id = a.household_id LEFT JOIN staff_members s ON s.id = m.recorded_by
            WHERE a.adult_id = $1 ORDER BY m.first_day, m.id
            """,
            adult,
            decode: mark
        )
        return Dictionary(grouping: marks, by: \.household)
    }

    /// The marks of the households that wait in line on some days, whatever the marks' days.
    func marks(ofThoseWaitingOn days: ClosedRange<CivilDate>) throws -> [Identifier<Household>: [DatedMark]] {
        let marks = try transaction.query(
            """
            SELECT DISTINCT m.id, m.household_id, m.mark, m.first_day, m.last_day, m.document, m.recorded_at, s.first_name, s.last_name
            FROM awaited_places p JOIN dated_marks m ON m.household_id = p.household_id LEFT JOIN staff_members s ON s.id = m.recorded_by
            WHERE p.day BETWEEN $1 AND $2 AND p.state = 1 ORDER BY m.first_day, m.id
            """,
            days.lowerBound,
            days.upperBound,
            decode: mark
        )
        return Dictionary(grouping: marks, by: \.household)
    }

    /// A household's marks, whatever their days, the earliest first.
    package func marks(of household: Identifier<Household>) throws -> [DatedMark] {
        try transaction.query(
            """
            SELECT m.id, m.household_id, m.mark, m.first_day, m.last_day, m.document, m.recorded_at, s.first_name, s.last_name
            FROM dated_marks m LEFT JOIN staff_members s ON s.id = m.recorded_by WHERE m.household_id = $1 ORDER BY m.first_day, m.id
            """,
            household,
            decode: mark
        )
    }

    /// - Parameter member: who notes it; nil where nobody is known.
    @discardableResult
    package func insert(
        _ mark: HouseholdMark,
        of household: Identifier<Household>,
        on days: MarkDays,
        document: String,
        by member: Identifier<StaffMember>?,
        at now: Instant
    ) throws -> Identifier<DatedMark> {
        let id: Identifier<DatedMark>? = try transaction.first(
            """
            INSERT INTO dated_marks (household_id, mark, first_day, last_day, document, recorded_at, recorded_by)
            VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id
            """,
            household,
            mark,
            days.firstDay,
            days.lastDay,
            document,
            now,
            member
        ) { try $0[0] }
        guard let id else { throw DatabaseError.other("INSERT ... RETURNING gave no row") }
        return id
    }

    func correct(_ id: Identifier<DatedMark>, to days: MarkDays, document: String, by member: Identifier<StaffMember>, at now: Instant) throws {
        try transaction.execute(
            "UPDATE dated_marks SET first_day = $2, last_day = $3, document = $4, recorded_at = $5, recorded_by = $6 WHERE id = $1",
            id,
            days.firstDay,
            days.lastDay,
            document,
            now,
            member
        )
    }

    func delete(_ id: Identifier<DatedMark>) throws {
        try transaction.execute("DELETE FROM dated_marks WHERE id = $1", id)
    }

    private func mark(_ row: any Row) throws -> DatedMark {
        let names: [String?] = [try row[7], try row[8]]
        return try DatedMark(
            id: row[0],
            household: row[1],
            mark: row[2],
            days: MarkDays(from: row[3], through: row[4]),
            document: row[5],
            recordedAt: row[6],
            recorder: names.compactMap(\.self).joined(separator: " ")
        )
    }
}
