/// Reads and writes the bus lines of each activity, by the activity's code.
struct BusNetworkStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    func all() throws -> [String: BusNetwork] {
        let lines = Dictionary(grouping: try lines(), by: \.activity)
        let networks = try transaction.query("SELECT activity, chooser, is_required FROM bus_networks") { row in
            let (activity, isRequired): (String, Int) = (try row[0], try row[2])
            return (activity, try BusNetwork(chooser: row[1], isRequired: isRequired == 1, lines: (lines[activity] ?? []).map(\.line)))
        }
        return Dictionary(networks, uniquingKeysWith: { first, _ in first })
    }

    private func lines() throws -> [(activity: String, line: BusLine)] {
        let stops = try transaction.query(
            "SELECT activity, line, code, name, morning, evening FROM bus_stops ORDER BY activity, line, position"
        ) { row in
            let stop = try BusStop(code: row[2], name: row[3], morning: row[4], evening: row[5])
            return (line: [try row[0] as String, try row[1]], stop: stop)
        }
        let byLine = Dictionary(grouping: stops, by: \.line)
        return try transaction.query("SELECT activity, code, name FROM bus_lines ORDER BY activity, position") { row in
            let (activity, code): (String, String) = (try row[0], try row[1])
            return (activity, try BusLine(code: code, name: row[2], stops: (byLine[[activity, code]] ?? []).map(\.stop)))
        }
    }

    /// Writes a definition's lines over those that there are.
    ///
    /// - Throws: `DefinitionRefusal` when children still get on at a stop that it leaves out.
    func replace(with definition: PortalDefinition) throws {
        try refuseUsedStops(leftOutOf: definition)
        for table in ["DELETE FROM bus_stops", "DELETE FROM bus_lines", "DELETE FROM bus_networks"] as [StaticString] {
            try transaction.execute(table)
        }
        for activity in definition.activities {
            guard let buses = activity.buses else { continue }
            try transaction.execute(
                "INSERT INTO bus_networks (activity, chooser, is_required) VALUES ($1, $2, $3)",
                activity.code,
                buses.chooser,
                buses.isRequired ? 1 : 0
            )
            for (position, line) in buses.lines.enumerated() { try put(line, at: position, of: activity.code) }
        }
    }

    private func put(_ line: BusLine, at position: Int, of activity: String) throws {
        try transaction.execute(
            "INSERT INTO bus_lines (activity, code, name, position) VALUES ($1, $2, $3, $4)",
            activity,
            line.code,
            line.name,
            position
        )
        for (position, stop) in line.stops.enumerated() {
            try transaction.execute(
                "INSERT INTO bus_stops (activity, line, code, name, morning, evening, position) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                activity,
                line.code,
                stop.code,
                stop.name,
                stop.morning,
                stop.evening,
                position
            )
        }
    }

    private func refuseUsedStops(leftOutOf definition: PortalDefinition) throws {
        for use in try ChildStopStore(transaction).uses() {
            guard let activity = definition.activities.first(where: { $0.code == use.activity }), activity.buses?.has(use.code) != true else {
                continue
            }
            let children = use.children == 1 ? "1 enfant y monte ou y descend" : "\(use.children) enfants y montent ou y descendent"
            throw DefinitionRefusal(
                message: "l'arrêt \(quoted(use.code.text)) de \(quoted(activity.name)) ne peut pas être retiré\u{A0}: \(children)"
            )
        }
    }
}
