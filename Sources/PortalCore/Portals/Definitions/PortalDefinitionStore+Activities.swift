extension PortalDefinitionStore {
    /// Writes an activity over the one with its code, or as a new one.
    func put(_ activity: ActivityDefinition, at position: Int) throws {
        let id: Identifier<Activity>? = try transaction.first(
            """
            INSERT INTO activities (code, name, kind, place, description, position, weekdays, period, sessions,
                add_rule, cancel_rule, late_adding, late_cancelling, rule_source, booked_by, weekly_minimum, horizon,
                waiting_list)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
            ON CONFLICT (code) DO UPDATE SET name = excluded.name, kind = excluded.kind, place = excluded.place,
                description = excluded.description, position = excluded.position, weekdays = excluded.weekdays,
                period = excluded.period, sessions = excluded.sessions, add_rule = excluded.add_rule,
                cancel_rule = excluded.cancel_rule, late_adding = excluded.late_adding,
                late_cancelling = excluded.late_cancelling, rule_source = excluded.rule_source,
                booked_by = excluded.booked_by, weekly_minimum = excluded.weekly_minimum, horizon = excluded.horizon,
                waiting_list = excluded.waiting_list
            RETURNING id
            """,
            activity.code,
            activity.name,
            activity.kind,
            activity.place,
            activity.description,
            position,
            activity.opening.weekdays,
            activity.opening.period,
            activity.opening.sessions,
            activity.rules.adding,
            activity.rules.cancellingOverride,
            activity.rules.lateAdding,
            activity.rules.lateCancelling,
            activity.rules.source,
            activity.terms.bookedBy,
            activity.terms.minimumPerWeek,
            activity.terms.horizon,
            activity.waitingList
        ) { try $0[0] }
        guard let id else { throw DatabaseError.other("activity \(activity.code) was not written") }
        try replaceSessions(of: id, with: activity.writtenSessions)
        try BookingWindowStore(transaction).replace(of: id, with: activity.terms.windows)
        try DatedHorizonStore(transaction).replace(of: id, with: activity.terms.datedHorizons)
        try WaitingOrderStore(transaction).replace(of: id, with: activity.waitingOrder)
        try replaceExtraDays(of: id, with: activity.extraDays)
        let dated = DatedRulesStore(transaction)
        try dated.deleteAll(of: id)
        for rules in activity.datedRules { try dated.put(rules, of: id) }
        try removeUnits(of: id, except: Set(activity.units.map(\.code)), activity: activity.name)
        for (position, unit) in activity.units.enumerated() { try put(unit, of: id, at: position) }
        try tie(activity.units, of: id)
        try removeGroups(of: id, except: Set(activity.groups.map(\.code)), activity: activity.name)
        for (position, group) in activity.groups.enumerated() { try put(group, of: id, at: position) }
    }

    func replaceExtraDays(of activity: Identifier<Activity>, with days: [CivilDate]) throws {
        try transaction.execute("DELETE FROM extra_days WHERE activity_id = $1", activity)
        for day in days { try transaction.execute("INSERT INTO extra_days (activity_id, day) VALUES ($1, $2)", activity, day) }
    }

    private func replaceSessions(of activity: Identifier<Activity>, with sessions: [ActivitySession]) throws {
        try transaction.execute("DELETE FROM activity_sessions WHERE activity_id = $1", activity)
        for session in sessions {
            try transaction.execute(
                "INSERT INTO activity_sessions (activity_id, name, first_day, last_day) VALUES ($1, $2, $3, $4)",
                activity,
                session.name,
                session.firstDay,
                session.lastDay
            )
        }
    }

    private func put(_ unit: UnitDefinition, of activity: Identifier<Activity>, at position: Int) throws {
        try transaction.execute(
            """
            INSERT INTO units (activity_id, code, name, starts_at, ends_at, price, position, arrival_step, departure_step)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            ON CONFLICT (activity_id, code) DO UPDATE SET name = excluded.name, starts_at = excluded.starts_at,
                ends_at = excluded.ends_at, price = excluded.price, position = excluded.position,
                arrival_step = excluded.arrival_step, departure_step = excluded.departure_step
            """,
            activity,
            unit.code,
            unit.name,
            unit.startsAt,
            unit.endsAt,
            unit.price,
            position,
            unit.askedTimes.arrival,
            unit.askedTimes.departure
        )
    }

    private func put(_ group: GroupDefinition, of activity: Identifier<Activity>, at position: Int) throws {
        try transaction.execute(
            """
            INSERT INTO groups (activity_id, code, name, minimum_age, maximum_age, capacity, position, children_per_staff, planned_staff)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            ON CONFLICT (activity_id, code) DO UPDATE SET name = excluded.name, minimum_age = excluded.minimum_age,
                maximum_age = excluded.maximum_age, capacity = excluded.capacity, position = excluded.position,
                children_per_staff = excluded.children_per_staff, planned_staff = excluded.planned_staff
            """,
            activity,
            group.code,
            group.name,
            group.ages.lowerBound,
            group.ages.upperBound,
            group.capacity,
            position,
            group.staffing?.childrenPerStaff,
            group.staffing?.planned
        )
    }
}
