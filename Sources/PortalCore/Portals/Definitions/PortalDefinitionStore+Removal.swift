/// Taking away what a new definition leaves out. What families use stays: the import is refused, nothing is lost in silence.
extension PortalDefinitionStore {
    /// - Throws: `DefinitionRefusal` when children are enrolled in one of them, or when it was ever booked.
    func removeActivities(except codes: Set<String>) throws {
        for (id, name) in try leftOut(codes, of: "SELECT id, code, name FROM activities ORDER BY position", []) {
            let activity = Identifier<Activity>(id)
            let enrolled = try count("SELECT count(DISTINCT child_id) FROM enrolments WHERE activity_id = $1", activity)
            guard enrolled == 0 else {
                let children = enrolled == 1 ? "1 enfant y est inscrit" : "\(enrolled) enfants y sont inscrits"
                throw DefinitionRefusal(message: "l'activité \(quoted(name)) ne peut pas être retirée\u{A0}: \(children)")
            }
            guard try count("SELECT count(*) FROM care_contracts WHERE activity_id = $1", activity) == 0 else {
                throw DefinitionRefusal(message: "l'activité \(quoted(name)) ne peut pas être retirée\u{A0}: des contrats d'accueil y ont été signés")
            }
            try removeUnits(of: activity, except: [], activity: name)
            try removeGroups(of: activity, except: [], activity: name)
            try transaction.execute("DELETE FROM child_stops WHERE activity_id = $1", activity)
            try transaction.execute("DELETE FROM activity_sessions WHERE activity_id = $1", activity)
            try BookingWindowStore(transaction).replace(of: activity, with: [])
            try DatedHorizonStore(transaction).replace(of: activity, with: [])
            try EditedSettingStore(transaction).forget(activity)
            try WaitingOrderStore(transaction).replace(of: activity, with: .asAsked)
            try replaceExtraDays(of: activity, with: [])
            try DatedRulesStore(transaction).deleteAll(of: activity)
            try transaction.execute("DELETE FROM activities WHERE id = $1", activity)
        }
    }

    /// - Throws: `DefinitionRefusal` when one of them was ever booked or asked for.
    func removeUnits(of activity: Identifier<Activity>, except codes: Set<String>, activity activityName: String) throws {
        let units = try leftOut(codes, of: "SELECT id, code, name FROM units WHERE activity_id = $1 ORDER BY position", [activity.databaseValue])
        for (id, name) in units {
            let unit = Identifier<BookableUnit>(id)
            let uses =
                try count("SELECT count(*) FROM bookings WHERE unit_id = $1", unit)
                + count("SELECT count(*) FROM request_lines WHERE unit_id = $1", unit)
                + count("SELECT count(*) FROM roll_call_entries WHERE unit_id = $1", unit)
            guard uses == 0 else {
                let what = "l'unité \(quoted(name)) de \(quoted(activityName))"
                throw DefinitionRefusal(message: "\(what) ne peut pas être retirée\u{A0}: des familles l'ont réservée")
            }
            try transaction.execute("DELETE FROM unit_ties WHERE unit_id = $1 OR other_id = $1", unit)
            try transaction.execute("DELETE FROM unit_counters WHERE unit_id = $1", unit)
            try ExpectedTimeStore(transaction).deleteAll(at: unit)
            try transaction.execute("DELETE FROM units WHERE id = $1", unit)
        }
        try removeIdleCounters(of: activity)
    }

    /// - Throws: `DefinitionRefusal` when children are enrolled in one of them.
    func removeGroups(of activity: Identifier<Activity>, except codes: Set<String>, activity activityName: String) throws {
        let groups = try leftOut(codes, of: "SELECT id, code, name FROM groups WHERE activity_id = $1 ORDER BY position", [activity.databaseValue])
        for (id, name) in groups {
            let group = Identifier<ActivityGroup>(id)
            guard try count("SELECT count(*) FROM enrolments WHERE group_id = $1", group) == 0 else {
                let what = "le groupe \(quoted(name)) de \(quoted(activityName))"
                throw DefinitionRefusal(message: "\(what) ne peut pas être retiré\u{A0}: des enfants y sont inscrits")
            }
            try transaction.execute("DELETE FROM place_counters WHERE group_id = $1", group)
            try transaction.execute("DELETE FROM groups WHERE id = $1", group)
        }
    }

    /// The rows, as number and name, whose code the definition does not have.
    private func leftOut(_ codes: Set<String>, of sql: StaticString, _ values: [DatabaseValue]) throws -> [(id: Int64, name: String)] {
        let rows: [(id: Int64, code: String, name: String)] = try transaction.query(sql, values: values) { try ($0[0], $0[1], $0[2]) }
        return rows.filter { !codes.contains($0.code) }.map { ($0.id, $0.name) }
    }

    private func count(_ sql: StaticString, _ id: any DatabaseBindable) throws -> Int {
        let counts: [Int] = try transaction.query(sql, values: [id.databaseValue]) { try $0[0] }
        return counts.first ?? 0
    }
}
