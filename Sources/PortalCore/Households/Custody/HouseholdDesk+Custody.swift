/// A child's custody as the staff edit it.
package struct CustodyFile: Sendable {
    package let child: Child
    package let homes: [CustodyHome]
    package let calendar: CustodyCalendar?
}

extension HouseholdDesk {
    /// The custody of a child of two households.
    ///
    /// - Throws: `HouseholdRefusal.unknown` for a child that does not live in this household, or in fewer than two.
    package func custody(of child: Identifier<Child>, in household: Identifier<Household>) throws -> CustodyFile {
        try portal.database.read { try custodyFile(of: child, in: household, $0) }
    }

    /// Notes the rhythm.
    package func put(
        _ calendar: CustodyCalendar,
        of child: Identifier<Child>,
        in household: Identifier<Household>,
        by member: Identifier<StaffMember>
    ) async throws {
        try await changingCustody(of: child, in: household, by: member, detail: calendar.summary) { store, file in
            let known = Set(file.homes.map(\.household))
            let named = [calendar.evenWeeks, calendar.oddWeeks, calendar.firstHalfInEvenYears ?? calendar.evenWeeks]
            guard calendar.evenWeeks != calendar.oddWeeks, named.allSatisfy(known.contains) else { throw HouseholdRefusal.unknown }
            try store.put(calendar, of: child)
        }
    }

    /// Adds days that differ from the rhythm.
    ///
    /// - Throws: `HouseholdRefusal.tooMany` when they overlap others.
    package func add(
        _ exception: CustodyException,
        of child: Identifier<Child>,
        in household: Identifier<Household>,
        by member: Identifier<StaffMember>
    ) async throws {
        let detail = "exception \(exception.days.lowerBound.iso) \(exception.days.upperBound.iso) foyer \(exception.household.rawValue)"
        try await changingCustody(of: child, in: household, by: member, detail: detail) { store, file in
            guard let calendar = file.calendar, file.homes.contains(where: { $0.household == exception.household }) else {
                throw HouseholdRefusal.unknown
            }
            if let other = calendar.exceptions.first(where: { $0.days.overlaps(exception.days) }) {
                throw HouseholdRefusal.tooMany("Une exception existe déjà du \(other.days.lowerBound.french) au \(other.days.upperBound.french).")
            }
            try store.insert(exception, of: child)
        }
    }

    package func removeException(
        from first: CivilDate,
        of child: Identifier<Child>,
        in household: Identifier<Household>,
        by member: Identifier<StaffMember>
    ) async throws {
        try await changingCustody(of: child, in: household, by: member, detail: "exception \(first.iso) retirée") { store, _ in
            try store.removeException(from: first, of: child)
        }
    }

    private func changingCustody(
        of child: Identifier<Child>,
        in household: Identifier<Household>,
        by member: Identifier<StaffMember>,
        detail: String,
        _ body: @escaping @Sendable (CustodyStore, CustodyFile) throws -> Void
    ) async throws {
        let now = portal.clock.now
        try await portal.database.write { transaction in
            try transaction.lock("child:\(child.rawValue)")
            try body(CustodyStore(transaction), custodyFile(of: child, in: household, transaction))
            try AuditLog.record(in: transaction, by: .staff(member), .custodyChanged, on: child, detail: detail, at: now)
        }
    }

    private func custodyFile(of child: Identifier<Child>, in household: Identifier<Household>, _ transaction: any Transaction) throws -> CustodyFile {
        let store = CustodyStore(transaction)
        let homes = try store.homes(of: child)
        guard homes.count >= 2, let child = try FamilyStore(transaction).family(household)?.children.first(where: { $0.id == child }) else {
            throw HouseholdRefusal.unknown
        }
        return CustodyFile(child: child, homes: homes, calendar: try store.calendar(of: child.id))
    }
}

extension CustodyCalendar {
    /// What the journal keeps of it.
    fileprivate var summary: String {
        let halves = firstHalfInEvenYears.map { ", première moitié des vacances les années paires foyer \($0.rawValue)" } ?? ""
        return "semaines paires foyer \(evenWeeks.rawValue), impaires foyer \(oddWeeks.rawValue), change le \(changeDay.frenchName)\(halves)"
    }
}

extension AuditAct {
    /// Subject: the child.
    fileprivate static let custodyChanged = AuditAct(rawValue: "child.custodyChanged")
}
