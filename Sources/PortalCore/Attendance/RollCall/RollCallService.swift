/// The roll call (pointage) of the activities where a staff member works.
package struct RollCallService: Sendable {
    let portal: Portal
    let catalogue: PortalCatalogue

    package init(_ portal: Portal, _ catalogue: PortalCatalogue) {
        self.portal = portal
        self.catalogue = catalogue
    }

    /// A unit's list of a day; nil when there is no such unit where the reader works.
    ///
    /// - Parameters:
    ///   - unit: its code; nil for the activity's first.
    ///   - alerts: what must be known at once of a child's health.
    package func list(
        of code: String,
        unit: String?,
        on date: CivilDate,
        for reader: StaffMember,
        alerts: [Identifier<Child>: String] = [:]
    ) throws -> RollCall? {
        guard let (activity, unit) = place(code, unit, for: reader) else { return nil }
        return try portal.database.read { transaction in
            let store = RollCallListStore(transaction)
            let people = try store.people(of: unit.id, on: date)
            let times = try ExpectedTimeStore(transaction).times(at: activity, over: date...date)
            return RollCall(
                activity: activity,
                unit: unit,
                date: date,
                closure: OpeningDays(of: activity, in: catalogue.calendar).closedReason(on: date)?.french,
                children: try store.lines(of: unit.id, on: date).map { line in
                    var child = RollCallChild(line, in: activity, people: people[line.child.id] ?? [], alert: alerts[line.child.id])
                    child.times = times[BookingSlot(child: line.child.id, unit: unit.id, date: date)]
                    return child
                },
                closedAt: try ClosedDayStore(transaction).closing(of: activity.id, on: date),
                isLocked: try BillingLockStore(transaction).locks(from: date, through: date).cover(date)
            )
        }
    }

    /// Children by name, for somebody who came without being expected on a day; at most 20.
    package func children(named search: FamilySearch, on date: CivilDate) async throws -> [Child] {
        try await FamilySearchService(portal).bringUpToDate()
        return try portal.database.read { try RollCallListStore($0).children(search, on: date, limit: 20) }
    }

    /// The moment of an act that a form without script sends: now, in milliseconds.
    package var moment: Int64 { portal.clock.now.seconds * 1000 }

    /// An activity and one of its units, where a member works.
    func place(_ code: String, _ unit: String?, for member: StaffMember) -> (activity: Activity, unit: BookableUnit)? {
        guard let activity = catalogue.activity(code: code), member.scope.covers(activity),
            let unit = unit.map({ code in activity.units.first { $0.code == code } }) ?? activity.units.first
        else { return nil }
        return (activity, unit)
    }
}

extension RollCallChild {
    fileprivate init(_ line: RollCallListStore.Line, in activity: Activity, people: [PickupPerson], alert: String?) {
        self.init(
            child: line.child,
            group: activity.groups.first { $0.id == line.group }?.name ?? "",
            reported: line.called.map(\.reported) ?? line.booking,
            mark: line.called?.mark ?? AttendanceMark(),
            calledBy: line.called?.by,
            people: people,
            alert: alert
        )
    }
}
