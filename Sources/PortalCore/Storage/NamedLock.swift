/// What a transaction holds until it ends, for rules over several rows: alone, or together with others who share it.
package struct NamedLock: Hashable, Sendable {
    let name: String
    let isShared: Bool

    /// Nobody else holds it meanwhile.
    package static func alone(_ name: String) -> NamedLock { NamedLock(name: name, isShared: false) }

    /// Others may share it; who wants it alone waits.
    package static func shared(_ name: String) -> NamedLock { NamedLock(name: name, isShared: true) }
}

extension NamedLock {
    /// What bookings are judged by: the definition, its counters, the periods that are locked for invoicing. Who books shares it; who changes one of
    /// these holds it alone, so that nothing is judged by what has just changed.
    static let booking = NamedLock.shared("rules")
    static let changingRules = NamedLock.alone("rules")
}

extension Transaction {
    /// Takes a lock that nobody else holds.
    package func lock(_ name: String) throws(DatabaseError) { try lock([.alone(name)]) }
}
