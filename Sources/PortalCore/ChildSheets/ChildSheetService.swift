/// Children's sheets: parents fill them in, the staff who have the right read them, and the journal notes who did.
package struct ChildSheetService: Sendable {
    private let portal: Portal

    package init(_ portal: Portal) {
        self.portal = portal
    }

    /// A child's sheet, for a parent who decides for the child.
    ///
    /// - Throws: `HouseholdRefusal`.
    package func sheet(of child: Identifier<Child>, for access: HouseholdAccess) throws -> ChildSheet {
        try access.requireAuthority(over: child)
        return try portal.database.read { try ChildSheetStore($0, portal.vault).sheet(of: child) }
    }

    /// Who of the staff has read a child's sheet lately, for a parent who decides for the child.
    ///
    /// - Throws: `HouseholdRefusal`.
    package func readings(of child: Identifier<Child>, for access: HouseholdAccess) throws -> [SheetReading] {
        try access.requireAuthority(over: child)
        return try portal.database.read { try SheetReadingStore($0).readings(of: child, limit: 10) }
    }

    /// Stores what has changed, each value with who gave it and when; the staff are told that something did where the town wants to know.
    ///
    /// - Returns: whether anything has changed.
    /// - Throws: `FieldErrors`, `HouseholdRefusal`.
    @discardableResult
    package func save(_ form: ChildSheetForm, of child: Identifier<Child>, by account: Identifier<Account>) async throws -> Bool {
        let told = try form.checked()
        let now = portal.clock.now
        return try await portal.database.write { [vault = portal.vault] transaction in
            try transaction.lock("child:\(child.rawValue)")
            guard let access = try HouseholdAccess(account: account, in: transaction) else { throw HouseholdRefusal.unknown }
            try access.requireAuthority(over: child)
            let values = access.child(child).map { VaccinationCalendar.completing(told, birthDay: $0.birthDay) } ?? told
            let store = ChildSheetStore(transaction, vault)
            let before = try store.sheet(of: child)
            let changed = SheetField.allCases.filter { (before[$0]?.value ?? "") != values[$0] }
            guard !changed.isEmpty else { return false }
            for field in changed { try store.put(values[field] ?? "", in: field, of: child, by: account, at: now) }
            // Only which fields: the journal and the inbox are no place for health.
            let names = changed.map(\.rawValue).joined(separator: ", ")
            try AuditLog.record(in: transaction, by: .account(account), .sheetChanged, on: child, detail: names, at: now)
            try Self.tell(changed, of: child, access, in: transaction, at: now)
            return true
        }
    }

    /// The children whose sheets a member may read: those enrolled today where the member works.
    ///
    /// - Parameter catalogue: the town's activities.
    package func lines(for member: StaffMember, _ catalogue: PortalCatalogue) throws -> [SheetLine] {
        guard member.role.has(.readChildSheets) else { return [] }
        let activities = catalogue.activities.filter(member.scope.covers).map(\.id)
        let today = ParisTime.date(portal.clock.now)
        return try portal.database.read { try ChildSheetStore($0, portal.vault).enrolled(in: activities, on: today) }
    }

    /// A child's sheet, for a member of the staff. The journal notes each reading.
    ///
    /// - Returns: nil for a child that is not enrolled where the member works, as for one that does not exist.
    package func read(_ child: Identifier<Child>, by member: StaffMember, _ catalogue: PortalCatalogue) async throws -> (Child, ChildSheet)? {
        guard member.role.has(.readChildSheets) else { return nil }
        let now = portal.clock.now
        return try await portal.database.write { [vault = portal.vault] transaction in
            let store = ChildSheetStore(transaction, vault)
            guard let known = try store.child(child) else { return nil }
            if case .places = member.scope {
                let own = Set(catalogue.activities.filter(member.scope.covers).map(\.id))
                guard try !own.isDisjoint(with: store.activities(of: child, on: ParisTime.date(now))) else { return nil }
            }
            try AuditLog.record(in: transaction, by: .staff(member.id), .sheetRead, on: child, at: now)
            return (known, try store.sheet(of: child))
        }
    }

    /// Puts a line into the staff's inbox, without any value.
    private static func tell(
        _ fields: [SheetField],
        of child: Identifier<Child>,
        _ access: HouseholdAccess,
        in transaction: any Transaction,
        at now: Instant
    ) throws {
        let store = ChangeStore(transaction)
        guard try store.policy(of: .childSheet) != .free, let household = access.households(of: child).first?.id else { return }
        _ = try store.insert(
            .childSheet,
            of: child.rawValue,
            in: household,
            from: ChangeValue([""]),
            to: ChangeValue([
                "À relire\u{A0}: \(SheetSection.allCases.filter { !Set($0.fields).isDisjoint(with: fields) }.map(\.title).joined(separator: ", "))"
            ]),
            state: .notified,
            by: access.account,
            at: now
        )
    }
}

extension AuditAct {
    /// Subject: the child; the detail names the fields, never what they say.
    fileprivate static let sheetChanged = AuditAct(rawValue: "child.sheetChanged")
    /// Subject: the child, whose sheet a member of the staff has read; the detail names the list that showed it, if it was one.
    static let sheetRead = AuditAct(rawValue: "child.sheetRead")
}
