import PortalCore

/// The rows of a demo's nurseries.
extension DemoStore {
    /// A child with the household that it lives in alone, and an account of that household.
    typealias YoungChild = (child: Identifier<Child>, household: Identifier<Household>, account: Identifier<Account>)

    /// The youngest children whose household has an account, the first families first.
    func youngest(bornAfter date: CivilDate, limit: Int) throws -> [YoungChild] {
        try transaction.query(
            """
            SELECT c.id, h.household_id, min(x.id) FROM children c JOIN household_children h ON h.child_id = c.id
                JOIN household_adults m ON m.household_id = h.household_id JOIN accounts x ON x.adult_id = m.adult_id
            WHERE c.birth_day > $1 AND NOT EXISTS (SELECT 1 FROM school_placements p WHERE p.child_id = c.id AND p.school <> '')
                AND NOT EXISTS (SELECT 1 FROM custody_calendars k WHERE k.child_id = c.id)
            GROUP BY c.id, h.household_id ORDER BY h.household_id, c.id LIMIT $2
            """,
            date,
            limit
        ) { (child: try $0[0], household: try $0[1], account: try $0[2]) }
    }

    /// A little sister for the children of the first family, which a visitor logs in with.
    func insertBaby(born day: CivilDate) throws {
        let sibling: (household: Identifier<Household>, lastName: String)? = try transaction.first(
            "SELECT h.household_id, c.last_name FROM household_children h JOIN children c ON c.id = h.child_id ORDER BY h.household_id, c.id LIMIT 1"
        ) { (try $0[0], try $0[1]) }
        guard let sibling else { return }
        let households = HouseholdStore(transaction)
        let baby = try households.insertChild(firstName: "Zoé", lastName: sibling.lastName, birthDay: day)
        try households.add(baby, to: sibling.household, custody: .full)
    }

    /// The member of the staff who has a login.
    func staff(_ login: String) throws -> Identifier<StaffMember>? {
        try transaction.first("SELECT id FROM staff_members WHERE login = $1", login) { try $0[0] }
    }

    /// Notes when a child came and left, or that it was ill.
    func insertStay(
        of contract: Identifier<CareContract>,
        on date: CivilDate,
        times: (arrived: CivilTime, departed: CivilTime)?,
        by member: Identifier<StaffMember>,
        at now: Instant
    ) throws {
        try transaction.execute(
            """
            INSERT INTO nursery_stays (contract_id, day, arrived, departed, absent, reason, presence, called_by, changed_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            contract,
            date,
            times?.arrived,
            times?.departed,
            times == nil ? 1 : 0,
            times == nil ? "Maladie" : "",
            times == nil ? Presence.absent : .present,
            member,
            now
        )
    }

    /// Closes the days on which the children of a nursery were noted.
    func closeNurseryDays(of activity: Identifier<Activity>, before today: CivilDate, by member: Identifier<StaffMember>) throws {
        try transaction.execute(
            """
            INSERT INTO closed_days (activity_id, day, closed_at, closed_by)
            SELECT DISTINCT k.activity_id, s.day, s.day * 86400 + 64800, CAST($3 AS BIGINT)
            FROM nursery_stays s JOIN care_contracts k ON k.id = s.contract_id WHERE k.activity_id = $1 AND s.day < $2 AND s.presence IS NOT NULL
            ON CONFLICT DO NOTHING
            """,
            activity,
            today,
            member
        )
    }
}
