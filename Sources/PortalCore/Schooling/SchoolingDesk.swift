/// What the staff do with a child's schools: read them year by year, and correct them.
package struct SchoolingDesk: Sendable {
    private let portal: Portal

    package init(_ portal: Portal) {
        self.portal = portal
    }

    /// A child with its schools and its households; nil when there is no such child.
    package func file(of child: Identifier<Child>) throws -> (child: Child, households: [Household])? {
        try portal.database.read { transaction in
            let homes = try SchoolPlacementStore(transaction).homes(of: child)
            let families = try homes.compactMap { try FamilyStore(transaction).family($0) }
            guard let known = families.first?.children.first(where: { $0.id == child }) else { return nil }
            return (known, families.map(\.household))
        }
    }

    /// The school years that staff may correct: some back, for what was wrong, and the next.
    package func years() -> [SchoolYear] {
        let this = SchoolYear(containing: portal.clock.today)
        return (-Self.yearsBack...1).map { SchoolYear(startYear: this.startYear + $0) }
    }

    /// Notes where a child goes to school from a school year on.
    ///
    /// - Throws: `FieldErrors` about `ChangePart`; `HouseholdRefusal.unknown` for a child that is not there.
    package func correct(_ typed: ChangeValue, of child: Identifier<Child>, by member: Identifier<StaffMember>) async throws {
        let now = portal.clock.now
        guard typed.lines.count == 3, let year = SchoolYear(name: typed.lines[0]), years().contains(year) else {
            throw FieldErrors(ChangePart.schoolYear, "Choisissez l'une des années de la liste.")
        }
        try await portal.database.write { transaction in
            try transaction.lock("child:\(child.rawValue)")
            let store = SchoolPlacementStore(transaction)
            guard try !store.homes(of: child).isEmpty else { throw HouseholdRefusal.unknown }
            try store.put(typed.lines[1], typed.lines[2], of: child, in: year)
            try AuditLog.record(in: transaction, by: .staff(member), .schoolingCorrected, on: child, detail: year.name, at: now)
        }
    }

    private static let yearsBack = 3
}

extension AuditAct {
    /// Subject: the child; the detail names the year.
    fileprivate static let schoolingCorrected = AuditAct(rawValue: "schooling.corrected")
}
