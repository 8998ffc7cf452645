/// Weekdays in one column: Monday is 1, Tuesday 2, Wednesday 4, and so on.
extension Set<Weekday>: DatabaseBindable {
    package var databaseValue: DatabaseValue { .integer(reduce(0) { $0 | 1 << Int64($1.rawValue - 1) }) }
}

extension Set<Weekday>: DatabaseReadable {
    package init?(databaseValue: DatabaseValue) {
        guard case .integer(let bits) = databaseValue, (0..<128).contains(bits) else { return nil }
        self.init(Weekday.allCases.filter { bits & 1 << Int64($0.rawValue - 1) != 0 })
    }
}

extension SchoolZone: DatabaseConvertible {}

/// Stored in its notation, which staff read and write.
extension BookingDeadline: DatabaseConvertible {
    package var databaseValue: DatabaseValue { .text(notation) }
    package init?(databaseValue: DatabaseValue) {
        guard case .text(let text) = databaseValue, let rule = try? BookingDeadline(notation: text) else { return nil }
        self = rule
    }
}

/// Stored in its notation.
extension LateAdding: DatabaseConvertible {
    package var databaseValue: DatabaseValue { .text(notation) }
    package init?(databaseValue: DatabaseValue) {
        guard case .text(let text) = databaseValue, let policy = try? LateAdding(notation: text) else { return nil }
        self = policy
    }
}

/// Stored in its notation.
extension LateCancelling: DatabaseConvertible {
    package var databaseValue: DatabaseValue { .text(notation) }
    package init?(databaseValue: DatabaseValue) {
        guard case .text(let text) = databaseValue, let policy = try? LateCancelling(notation: text) else { return nil }
        self = policy
    }
}
