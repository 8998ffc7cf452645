/// What the staff have not settled.
extension ChangeStore {
    /// Those that a filter keeps, the oldest first.
    ///
    /// - Parameter reader: whose "à moi" it is; nil where nobody reads.
    func open(_ filter: ChangeFilter, for reader: Identifier<StaffMember>?, at now: Instant, limit: Int) throws -> [WaitingChange] {
        try transaction.query(
            """
            SELECT r.id, r.field, r.subject, r.household_id, r.old_value, r.new_value, r.state, r.reason, r.asked_at, r.settled_at,
                a.first_name, a.last_name, h.name, r.assigned_to, m.first_name || ' ' || m.last_name
            FROM change_requests r JOIN accounts k ON k.id = r.asked_by JOIN adults a ON a.id = k.adult_id
                JOIN households h ON h.id = r.household_id LEFT JOIN staff_members m ON m.id = r.assigned_to
            WHERE r.state IN ('en attente', 'signalée') AND ($1 = '' OR r.field = $1) AND ($2 = '' OR r.state = $2) AND r.asked_at <= $3
                AND ($4 = '' OR EXISTS (
                    SELECT 1 FROM household_children hc JOIN enrolments e ON e.child_id = hc.child_id JOIN activities v ON v.id = e.activity_id
                    WHERE hc.household_id = r.household_id AND v.code = $4 AND e.last_day >= $5
                        AND (r.field NOT IN ('école', 'état civil de l''enfant', 'fiche sanitaire') OR hc.child_id = r.subject)))
                AND ($6 = '' OR ($6 = 'moi' AND r.assigned_to = $7) OR ($6 = 'personne' AND r.assigned_to IS NULL)
                    OR ($6 = 'autres' AND r.assigned_to <> $7))
            ORDER BY r.id LIMIT $8
            """,
            filter.field?.rawValue ?? "",
            filter.state?.rawValue ?? "",
            filter.age.map { now.adding(hours: -24 * $0.rawValue) } ?? now,
            filter.activity ?? "",
            ParisTime.date(now),
            filter.assignee?.rawValue ?? "",
            reader,
            limit,
            decode: waiting
        )
    }

    private func waiting(_ row: any Row) throws -> WaitingChange {
        let request = try request(row)
        let (firstName, lastName): (String, String) = (try row[10], try row[11])
        let asker = "\(firstName) \(lastName)"
        let subject: String =
            switch request.field.owner {
            case .adult: asker
            case .household: try row[12]
            case .child: try childName(Identifier(request.subject)) ?? ""
            }
        let assignee: Identifier<StaffMember>? = try row[13]
        let name: String? = try row[14]
        return WaitingChange(
            request: request,
            subjectName: subject,
            askedBy: asker,
            assignee: assignee.map { ChangeAssignee(member: $0, name: name ?? "") }
        )
    }

    /// How many wait for a member: those that nobody else has taken on.
    func openCount(for reader: Identifier<StaffMember>) throws -> Int {
        try transaction.first(
            """
            SELECT count(*) FROM change_requests WHERE state IN ('en attente', 'signalée') AND (assigned_to IS NULL OR assigned_to = $1)
            """,
            reader,
            decode: { try $0[0] }
        ) ?? 0
    }

    /// Gives an open change to a member, or to nobody; false when it is settled.
    func assign(_ id: Identifier<ChangeRequest>, to member: Identifier<StaffMember>?) throws -> Bool {
        try transaction.execute(
            "UPDATE change_requests SET assigned_to = $2 WHERE id = $1 AND state IN ('en attente', 'signalée')",
            id,
            member
        ) == 1
    }

    private func childName(_ child: Identifier<Child>) throws -> String? {
        try transaction.first("SELECT first_name, last_name FROM children WHERE id = $1", child) { row in
            let (firstName, lastName): (String, String) = (try row[0], try row[1])
            return "\(firstName) \(lastName)"
        }
    }
}
