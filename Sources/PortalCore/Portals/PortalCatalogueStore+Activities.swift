extension PortalCatalogueStore {
    /// Every activity with its units, groups and written sessions, in the town's order.
    func activities() throws -> [Activity] {
        let units = try units()
        let groups = try groups()
        let sessions = try sessions()
        let extraDays = try extraDays()
        let windows = try BookingWindowStore(transaction).all()
        let horizons = try DatedHorizonStore(transaction).all()
        let absences = try AbsencePolicyStore(transaction).all()
        let nurseries = try NurseryPolicyStore(transaction).all()
        let outings = try OutingPlanStore(transaction).all()
        let buses = try BusNetworkStore(transaction).all()
        let orders = try WaitingOrderStore(transaction).all()
        let datedRules = try DatedRulesStore(transaction).all()
        return try transaction.query(
            """
            SELECT id, code, name, kind, place, description, weekdays, period, sessions,
                add_rule, cancel_rule, late_adding, late_cancelling, rule_source, booked_by, weekly_minimum, horizon, waiting_list
            FROM activities ORDER BY position
            """
        ) { row in
            let id: Identifier<Activity> = try row[0]
            var activity = try Activity(
                id: id,
                code: row[1],
                name: row[2],
                kind: row[3],
                place: row[4],
                description: row[5],
                opening: OpeningPattern(weekdays: row[6], period: row[7], sessions: row[8]),
                rules: BookingRules(adding: row[9], cancellingOverride: row[10], lateAdding: row[11], lateCancelling: row[12], source: row[13]),
                datedRules: datedRules[id] ?? [],
                terms: BookingTerms(
                    bookedBy: row[14],
                    minimumPerWeek: row[15],
                    horizon: row[16],
                    datedHorizons: horizons[id] ?? [],
                    windows: windows[id] ?? []
                ),
                extraDays: extraDays[id] ?? [],
                units: units[id] ?? [],
                groups: groups[id] ?? [],
                writtenSessions: sessions[id] ?? [],
                waitingList: row[17]
            )
            activity.waitingOrder = orders[id] ?? .asAsked
            activity.absences = absences[activity.code]
            activity.nursery = nurseries[activity.code]
            activity.outing = outings[activity.code]
            activity.buses = buses[activity.code]
            return activity
        }
    }

    private func extraDays() throws -> [Identifier<Activity>: [CivilDate]] {
        byActivity(try transaction.query("SELECT activity_id, day FROM extra_days ORDER BY activity_id, day") { try ($0[0], $0[1]) })
    }

    private func sessions() throws -> [Identifier<Activity>: [ActivitySession]] {
        let rows: [(Identifier<Activity>, ActivitySession)] = try transaction.query(
            "SELECT activity_id, name, first_day, last_day FROM activity_sessions ORDER BY activity_id, first_day"
        ) { row in
            try (row[0], ActivitySession(name: row[1], firstDay: row[2], lastDay: row[3]))
        }
        return byActivity(rows)
    }

    func byActivity<Part>(_ rows: [(Identifier<Activity>, Part)]) -> [Identifier<Activity>: [Part]] {
        Dictionary(grouping: rows) { $0.0 }.mapValues { $0.map(\.1) }
    }
}
