/// Where children get on and off the buses: parents say it where the town lets them, the staff for everybody.
package struct ChildStopService: Sendable {
    private let portal: Portal
    private let catalogue: PortalCatalogue

    package init(_ portal: Portal, _ catalogue: PortalCatalogue) {
        self.portal = portal
        self.catalogue = catalogue
    }

    /// The buses of each activity with some that a child is enrolled in from today on, and what holds for the child.
    package func lines(of child: Identifier<Child>) throws -> [ChildBusLine] {
        let today = ParisTime.date(portal.clock.now)
        return try portal.database.read { try ChildBusLine.lines(of: child, in: catalogue, $0, on: today) }
    }

    /// Those of one activity; nil where the child takes no bus.
    package func line(of child: Identifier<Child>, at code: String) throws -> ChildBusLine? {
        try lines(of: child).first { $0.activity.code == code }
    }

    /// Sets where a child gets on and off, by a parent: from tomorrow on at the earliest, since today's lists are with the drivers.
    ///
    /// - Throws: `FieldErrors`; `HouseholdRefusal` when the child is not the parent's to decide for.
    package func set(_ form: ChildStopForm, of child: Identifier<Child>, at code: String, by account: Identifier<Account>) async throws {
        let (today, now) = (ParisTime.date(portal.clock.now), portal.clock.now)
        try await portal.database.write { transaction in
            try transaction.lock("child:\(child.rawValue)")
            guard let access = try HouseholdAccess(account: account, in: transaction) else { throw HouseholdRefusal.unknown }
            let lines = try ChildBusLine.lines(of: child, in: catalogue, transaction, on: today)
            guard access.child(child) != nil, let line = lines.first(where: { $0.activity.code == code }), line.buses.chooser == .family
            else { throw HouseholdRefusal.unknown }
            try access.requireAuthority(over: child)
            try put(form.checked(line.buses, earliest: today.adding(days: 1)), of: child, line, by: .account(account), in: transaction, at: now)
        }
    }

    /// Sets where a child gets on and off, by the staff: from today on at the earliest. The child's families are told of what changes.
    ///
    /// - Parameter link: the address of the child's page, for the mails.
    /// - Throws: `FieldErrors`; `HouseholdRefusal.unknown` when the child takes no bus there, or is not of the household.
    package func set(
        _ form: ChildStopForm,
        of child: Identifier<Child>,
        in household: Identifier<Household>,
        at code: String,
        by member: Identifier<StaffMember>,
        link: String? = nil
    ) async throws {
        let (today, now) = (ParisTime.date(portal.clock.now), portal.clock.now)
        try await portal.database.write { transaction in
            try transaction.lock("child:\(child.rawValue)")
            guard try FamilyStore(transaction).family(household)?.custody(of: child) != nil,
                let line = try ChildBusLine.lines(of: child, in: catalogue, transaction, on: today).first(where: { $0.activity.code == code })
            else { throw HouseholdRefusal.unknown }
            let change = try form.checked(line.buses, earliest: today)
            try put(change, of: child, line, by: .staff(member), in: transaction, at: now)
            try ChildStopLetters(transaction, catalogue.settings, at: now).tell(change, of: child, line, link: link)
        }
    }

    private func put(
        _ change: ChildStopForm.Change,
        of child: Identifier<Child>,
        _ line: ChildBusLine,
        by actor: Actor,
        in transaction: any Transaction,
        at now: Instant
    ) throws {
        let store = ChildStopStore(transaction)
        for trip in BusTrip.allCases { try store.put(change.stops[trip], on: trip, of: child, at: line.activity.id, from: change.firstDay) }
        let detail = "\(line.activity.code) \(change.firstDay.iso)\u{A0}: \(line.stops.summary) → \(change.stops.summary)"
        try AuditLog.record(in: transaction, by: actor, .stopsChanged, on: child, detail: detail, at: now)
    }
}

extension AuditAct {
    /// Subject: the child; the detail says the activity, from which day, and the stops before and after by their codes.
    static let stopsChanged = AuditAct(rawValue: "child.stopsChanged")
}
