extension Int64: DatabaseConvertible {
    package var databaseValue: DatabaseValue { .integer(self) }
    package init?(databaseValue: DatabaseValue) {
        guard case .integer(let value) = databaseValue else { return nil }
        self = value
    }
}

extension Int: DatabaseConvertible {
    package var databaseValue: DatabaseValue { .integer(Int64(self)) }
    package init?(databaseValue: DatabaseValue) {
        guard case .integer(let value) = databaseValue else { return nil }
        self = Int(value)
    }
}

/// Stored as 0 or 1: the engines' own booleans differ.
extension Bool: DatabaseConvertible {
    package var databaseValue: DatabaseValue { .integer(self ? 1 : 0) }
    package init?(databaseValue: DatabaseValue) {
        guard case .integer(let value) = databaseValue, value == 0 || value == 1 else { return nil }
        self = value == 1
    }
}

extension String: DatabaseConvertible {
    package var databaseValue: DatabaseValue { .text(self) }
    package init?(databaseValue: DatabaseValue) {
        guard case .text(let value) = databaseValue else { return nil }
        self = value
    }
}

extension [UInt8]: DatabaseConvertible {
    package var databaseValue: DatabaseValue { .blob(self) }
    package init?(databaseValue: DatabaseValue) {
        guard case .blob(let value) = databaseValue else { return nil }
        self = value
    }
}

extension Optional: DatabaseBindable where Wrapped: DatabaseBindable {
    package var databaseValue: DatabaseValue { self?.databaseValue ?? .null }
}

extension Optional: DatabaseReadable where Wrapped: DatabaseReadable {
    package init?(databaseValue: DatabaseValue) {
        if case .null = databaseValue {
            self = .none
        } else if let value = Wrapped(databaseValue: databaseValue) {
            self = .some(value)
        } else {
            return nil
        }
    }
}

/// Stored as days since 1970.
extension CivilDate: DatabaseConvertible {
    package var databaseValue: DatabaseValue { .integer(Int64(dayNumber)) }
    package init?(databaseValue: DatabaseValue) {
        guard case .integer(let value) = databaseValue else { return nil }
        self.init(dayNumber: Int(value))
    }
}

/// Stored as minutes since midnight.
extension CivilTime: DatabaseConvertible {
    package var databaseValue: DatabaseValue { .integer(Int64(minutes)) }
    package init?(databaseValue: DatabaseValue) {
        guard case .integer(let value) = databaseValue else { return nil }
        self.init(minutes: Int(value))
    }
}

/// Stored as seconds since 1970.
extension Instant: DatabaseConvertible {
    package var databaseValue: DatabaseValue { .integer(seconds) }
    package init?(databaseValue: DatabaseValue) {
        guard case .integer(let value) = databaseValue else { return nil }
        self.init(seconds: value)
    }
}

/// Stored as cents.
extension Cents: DatabaseConvertible {
    package var databaseValue: DatabaseValue { .integer(amount) }
    package init?(databaseValue: DatabaseValue) {
        guard case .integer(let value) = databaseValue else { return nil }
        self.init(value)
    }
}

extension Identifier: DatabaseConvertible {
    package var databaseValue: DatabaseValue { .integer(rawValue) }
    package init?(databaseValue: DatabaseValue) {
        guard case .integer(let value) = databaseValue else { return nil }
        self.init(value)
    }
}

/// An enumeration stored by its raw value needs only declare the conformance: `enum Role: String, DatabaseConvertible`.
extension RawRepresentable where Self: Sendable, RawValue: DatabaseConvertible {
    package var databaseValue: DatabaseValue { rawValue.databaseValue }
    package init?(databaseValue: DatabaseValue) {
        guard let raw = RawValue(databaseValue: databaseValue) else { return nil }
        self.init(rawValue: raw)
    }
}
