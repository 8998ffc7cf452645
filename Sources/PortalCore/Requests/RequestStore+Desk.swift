/// What the staff do for a family is kept among its requests.
extension RequestStore {
    func insert(
        _ lines: [BookingReviewLine],
        by member: Identifier<StaffMember>,
        for household: Identifier<Household>,
        because reason: String,
        key: IdempotencyKey,
        at now: Instant
    ) throws -> Request {
        let counts = OutcomeCounts(lines.map(\.outcome))
        let id: Identifier<Request>? = try transaction.first(
            """
            INSERT INTO requests (kind, staff_id, household_id, created_at, idempotency_key, note, granted, refused)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id
            """,
            RequestKind.bookings,
            member,
            household,
            now,
            key.stored(of: member),
            reason,
            counts.granted,
            counts.refused,
            decode: { try $0[0] }
        )
        guard let id else { throw DatabaseError.other("INSERT ... RETURNING gave no row") }
        for (position, line) in lines.enumerated() { try insert(line, at: position, of: id) }
        return Request(id: id, kind: .bookings, createdAt: now, lines: lines, note: reason)
    }

    /// What a member of the staff has confirmed with this key; nil when it is new.
    func request(_ key: IdempotencyKey, of member: Identifier<StaffMember>) throws -> Identifier<Request>? {
        try transaction.first("SELECT id FROM requests WHERE idempotency_key = $1", key.stored(of: member), decode: { try $0[0] })
    }

    /// Puts the staff's answer in the place of a line that waited for it.
    func answer(_ place: AwaitedPlace, _ outcome: BookingOutcome, surcharge: Cents) throws {
        try transaction.execute(
            """
            UPDATE request_lines SET outcome = $5, reason = $6, surcharge = $7
            WHERE request_id = $1 AND child_id = $2 AND day = $3 AND unit_id = $4 AND outcome = $8
            """,
            place.request,
            place.slot.child,
            place.slot.date,
            place.slot.unit,
            outcome.code,
            outcome.reason,
            surcharge,
            BookingOutcome.askedCode
        )
        try transaction.execute(
            """
            UPDATE requests SET granted = (SELECT count(*) FROM request_lines l WHERE l.request_id = requests.id AND l.outcome > 0),
                refused = (SELECT count(*) FROM request_lines l WHERE l.request_id = requests.id AND l.outcome < 0)
            WHERE id = $1
            """,
            place.request
        )
    }
}

extension IdempotencyKey {
    fileprivate func stored(of member: Identifier<StaffMember>) -> String { "agent-\(member.rawValue):\(text)" }
}
