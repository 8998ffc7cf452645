/// The rows of the places that families wait for.
struct AwaitedPlaceStore {
    let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    func insert(_ place: AwaitedPlace) throws {
        try transaction.execute(
            """
            INSERT INTO awaited_places (child_id, day, unit_id, activity_id, group_id, household_id, account_id, request_id, joined_at, state,
                offered_until, priority, position, bundle) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            """,
            place.slot.child,
            place.slot.date,
            place.slot.unit,
            place.activity,
            place.group,
            place.household,
            place.account,
            place.request,
            place.joinedAt,
            place.state.code,
            place.offeredUntil,
            place.priority,
            place.position,
            place.bundle
        )
    }

    func delete(_ slot: BookingSlot) throws {
        try transaction.execute("DELETE FROM awaited_places WHERE child_id = $1 AND day = $2 AND unit_id = $3", slot.child, slot.date, slot.unit)
    }

    /// Holds the place for its family.
    func offer(_ slot: BookingSlot, until: Instant) throws {
        try transaction.execute(
            "UPDATE awaited_places SET state = $4, offered_until = $5 WHERE child_id = $1 AND day = $2 AND unit_id = $3",
            slot.child,
            slot.date,
            slot.unit,
            AwaitedPlace.State.offered(until: until).code,
            until
        )
    }

    /// Gives it the turn that the staff have chosen, which it keeps; or one by the town's order again.
    func arrange(_ slot: BookingSlot, at position: Int64, priority: Int, isArranged: Bool) throws {
        try transaction.execute(
            "UPDATE awaited_places SET position = $4, priority = $5, arranged = $6 WHERE child_id = $1 AND day = $2 AND unit_id = $3",
            slot.child,
            slot.date,
            slot.unit,
            position,
            priority,
            isArranged
        )
    }

    /// Notes that its turn came and that it could not have the place.
    func passOver(_ slot: BookingSlot, at now: Instant, because reason: String) throws {
        try transaction.execute(
            "UPDATE awaited_places SET passed_at = $4, passed_reason = $5 WHERE child_id = $1 AND day = $2 AND unit_id = $3",
            slot.child,
            slot.date,
            slot.unit,
            now,
            reason
        )
    }

    /// The position behind everybody else's of that day, at the earliest that of this moment.
    func nextPosition(on day: ActivityDay, at now: Instant) throws -> Int64 {
        let last: Int64? =
            try transaction.first(
                "SELECT max(position) FROM awaited_places WHERE day = $1 AND activity_id = $2",
                day.date,
                day.activity,
                decode: { try $0[0] as Int64? }
            ) ?? nil
        return max((last ?? 0) + 1, now.seconds * 1000)
    }
}

extension AwaitedPlaceStore {
    /// Every family's places over a span of days.
    func places(from first: CivilDate, through last: CivilDate) throws -> [AwaitedPlace] {
        try transaction.query(
            """
            SELECT child_id, unit_id, day, activity_id, group_id, household_id, account_id, request_id, joined_at, state, offered_until, priority,
                position, bundle, arranged, passed_at, passed_reason FROM awaited_places WHERE day BETWEEN $1 AND $2
            """,
            first,
            last,
            decode: place
        )
    }

    /// Every family's places in an activity on a day.
    func places(on day: ActivityDay) throws -> [AwaitedPlace] {
        try transaction.query(
            """
            SELECT child_id, unit_id, day, activity_id, group_id, household_id, account_id, request_id, joined_at, state, offered_until, priority,
                position, bundle, arranged, passed_at, passed_reason FROM awaited_places WHERE day = $1 AND activity_id = $2
            """,
            day.date,
            day.activity,
            decode: place
        )
    }

    /// The places that are wanted together or not at all.
    func places(of bundle: Int64) throws -> [AwaitedPlace] {
        try transaction.query(
            """
            SELECT child_id, unit_id, day, activity_id, group_id, household_id, account_id, request_id, joined_at, state, offered_until, priority,
                position, bundle, arranged, passed_at, passed_reason FROM awaited_places WHERE bundle = $1
            """,
            bundle,
            decode: place
        )
    }

    /// The places that an adult's children wait for, from a day on.
    func places(ofChildrenOf adult: Identifier<Adult>, from first: CivilDate) throws -> [AwaitedPlace] {
        try transaction.query(
            """
            SELECT DISTINCT p.child_id, p.unit_id, p.day, p.activity_id, p.group_id, p.household_id, p.account_id, p.request_id, p.joined_at, p.state,
                p.offered_until, p.priority, p.position, p.bundle, p.arranged, p.passed_at, p.passed_reason
            FROM household_adults a CROSS JOIN household_children c CROSS JOIN awaited_places p
            WHERE a.adult_id = $1 AND c.household_id = a.household_id AND p.child_id = c.child_id AND p.day >= $2
            """,
            adult,
            first,
            decode: place
        )
    }

    func place(_ slot: BookingSlot) throws -> AwaitedPlace? {
        try transaction.first(
            """
            SELECT child_id, unit_id, day, activity_id, group_id, household_id, account_id, request_id, joined_at, state, offered_until, priority,
                position, bundle, arranged, passed_at, passed_reason FROM awaited_places WHERE child_id = $1 AND day = $2 AND unit_id = $3
            """,
            slot.child,
            slot.date,
            slot.unit,
            decode: place
        )
    }

    private func place(_ row: any Row) throws -> AwaitedPlace {
        let until: Instant? = try row[10]
        let (passedAt, reason): (Instant?, String) = (try row[15], try row[16])
        guard let state = AwaitedPlace.State(code: try row[9], until: until) else { throw DatabaseError.decoding(column: "state", type: "State") }
        return try AwaitedPlace(
            slot: BookingSlot(child: row[0], unit: row[1], date: row[2]),
            activity: row[3],
            group: row[4],
            household: row[5],
            account: row[6],
            request: row[7],
            joinedAt: row[8],
            state: state,
            priority: row[11],
            position: row[12],
            bundle: row[13],
            isArranged: row[14],
            passedOver: passedAt.map { AwaitedPlace.PassedOver(at: $0, reason: reason) }
        )
    }
}

extension AwaitedPlace.State {
    /// The number of the `state` column.
    fileprivate var code: Int {
        switch self {
        case .waiting: 1
        case .offered: 2
        case .asked: 3
        }
    }

    fileprivate init?(code: Int, until: Instant?) {
        switch (code, until) {
        case (1, _): self = .waiting
        case (2, let until?): self = .offered(until: until)
        case (3, _): self = .asked
        default: return nil
        }
    }
}
