/// What is booked in each activity, and its groups.
extension PortalCatalogueStore {
    func units() throws -> [Identifier<Activity>: [BookableUnit]] {
        let counters = try counters()
        let excluded = try tied(by: .excludes)
        let demanded = try tied(by: .demands)
        let rows: [(Identifier<Activity>, BookableUnit)] = try transaction.query(
            "SELECT activity_id, id, code, name, starts_at, ends_at, price, arrival_step, departure_step FROM units ORDER BY activity_id, position"
        ) { row in
            let id: Identifier<BookableUnit> = try row[1]
            var unit = try BookableUnit(
                id: id,
                code: row[2],
                name: row[3],
                startsAt: row[4],
                endsAt: row[5],
                price: row[6],
                counters: counters[id] ?? [],
                writtenExclusions: excluded[id] ?? [],
                demanded: demanded[id] ?? []
            )
            unit.askedTimes = try AskedTimes(arrival: row[7], departure: row[8])
            return try (row[0], unit)
        }
        return byActivity(rows)
    }

    private func counters() throws -> [Identifier<BookableUnit>: [PlaceCounter]] {
        let rows: [(Identifier<BookableUnit>, PlaceCounter)] = try transaction.query(
            "SELECT m.unit_id, c.id, c.code FROM unit_counters m JOIN counters c ON c.id = m.counter_id ORDER BY m.unit_id, m.position"
        ) { try ($0[0], PlaceCounter(id: $0[1], code: $0[2])) }
        return Dictionary(grouping: rows) { $0.0 }.mapValues { $0.map(\.1) }
    }

    private func tied(by kind: UnitTie) throws -> [Identifier<BookableUnit>: [Identifier<BookableUnit>]] {
        let rows: [(Identifier<BookableUnit>, Identifier<BookableUnit>)] = try transaction.query(
            "SELECT unit_id, other_id FROM unit_ties WHERE kind = $1 ORDER BY unit_id, position",
            kind
        ) { try ($0[0], $0[1]) }
        return Dictionary(grouping: rows) { $0.0 }.mapValues { $0.map(\.1) }
    }

    func groups() throws -> [Identifier<Activity>: [ActivityGroup]] {
        let rows: [(Identifier<Activity>, ActivityGroup)] = try transaction.query(
            """
            SELECT activity_id, id, code, name, minimum_age, maximum_age, capacity, children_per_staff, planned_staff
            FROM groups ORDER BY activity_id, position
            """
        ) { row in
            let youngest: Int = try row[4]
            let oldest: Int = try row[5]
            guard youngest <= oldest else { throw DatabaseError.decoding(column: "groups.maximum_age", type: "ClosedRange<Int>") }
            let (children, planned): (Int?, Int?) = try (row[7], row[8])
            let staffing = children.flatMap { children in planned.map { GroupStaffing(childrenPerStaff: children, planned: $0) } }
            let (code, name): (String, String) = try (row[2], row[3])
            return try (
                row[0],
                ActivityGroup(id: row[1], code: code, name: name, ages: youngest...oldest, capacity: row[6], staffing: staffing)
            )
        }
        return byActivity(rows)
    }
}
