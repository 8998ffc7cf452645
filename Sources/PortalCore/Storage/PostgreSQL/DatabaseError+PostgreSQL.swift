import CPostgreSQL

extension DatabaseError {
    /// What a refused statement means to the services, by its SQLSTATE.
    ///
    /// The engine's detail lines are left out: they quote the row. Codes: https://www.postgresql.org/docs/15/errcodes-appendix.html
    ///
    /// - Parameter constraints: what each constraint is about, by name.
    init(postgreSQL result: OpaquePointer?, on connection: OpaquePointer, _ constraints: [String: String]) {
        func field(_ code: Character) -> String? {
            guard let code = code.asciiValue, let text = PQresultErrorField(result, Int32(code)) else { return nil }
            return String(cString: text)
        }
        let state = field("C") ?? ""
        let message = field("M") ?? DatabaseError.firstLine(PQerrorMessage(connection))
        let text = state.isEmpty ? message : "\(message) (PostgreSQL \(state))"
        // Without a state it is libpq that speaks, of a connection that it cannot use any more, even where it still calls it good.
        if state.isEmpty || PQstatus(connection) == CONNECTION_BAD {
            self = .unreachable(text)
            return
        }
        // A trigger that refuses names no constraint: its message says what it is about.
        let constraint = field("n") ?? message
        switch state {
        case "23505": self = .unique(constraints[constraint] ?? constraint)
        case "23503": self = .foreignKey(constraints[constraint] ?? constraint)
        case "23514": self = .check(constraints[constraint] ?? constraint)
        case "23502": self = .check("\(field("t") ?? "").\(field("c") ?? "")")
        default: self = DatabaseError(state: state, text: text)
        }
    }

    private init(state: String, text: String) {
        switch state {
        // Serialization, deadlock, a lock that took too long.
        case "40001", "40P01", "55P03": self = .retry(text)
        // A statement that took too long, no memory, no connection left.
        case "57014", "53200", "53300", "53400": self = .overloaded
        case "53100": self = .full
        // Damaged pages, a failed read or write.
        case "XX001", "XX002", "58030": self = .broken(text)
        // The server ends, crashed or begins; the session was cut.
        case "57P01", "57P02", "57P03", "57P05", "25P03": self = .unreachable(text)
        case let state where state.hasPrefix("08"): self = .unreachable(text)
        default: self = .other(text)
        }
    }

    /// Why a connection could not be made.
    static func unreachable(_ connection: OpaquePointer?) -> DatabaseError {
        .unreachable(connection.map { firstLine(PQerrorMessage($0)) } ?? "no memory for a connection")
    }

    private static func firstLine(_ text: UnsafeMutablePointer<CChar>?) -> String {
        guard let text else { return "PostgreSQL" }
        return String(cString: text).split(separator: "\n").first.map(String.init) ?? "PostgreSQL"
    }
}
