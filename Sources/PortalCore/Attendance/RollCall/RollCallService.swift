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
            let booked = try store.lines(of: unit.id, on: date).map { line in
                var child = RollCallChild(line, in: activity, people: people[line.child.id] ?? [], alert: alerts[line.child.id])
                child.times = times[BookingSlot(child: line.child.id, unit: unit.id, date: date)]
                return child
            }
            let care = try CareRollCall(transaction, catalogue).lines(at: activity, on: date).map { contract, day in
                RollCallChild(contract, day, people: people[contract.child.id] ?? [], alert: alerts[contract.child.id])
            }
            return RollCall(
                activity: activity,
                unit: unit,
                date: date,
                closure: OpeningDays(of: activity, in: catalogue.calendar).closedReason(on: date)?.french,
                children: booked + care,
                closedAt: try ClosedDayStore(transaction).closing(of: activity.id, on: date),
                isLocked: try BillingLockStore(transaction).locks(from: date, through: date).cover(date),
                isToday: date == portal.clock.today
            )
        }
    }

    /// The list that something is about, and its child there; nil where the reader works at no such list, or the child is not on it.
    package func list(about subject: RollCallSubject, for reader: StaffMember) throws -> (list: RollCall, child: RollCallChild)? {
        let place: (activity: String, unit: String?)?
        switch subject {
        case .slot(let slot): place = catalogue.unit(slot.unit).map { ($0.activity.code, $0.unit.code) }
        case .care(let slot):
            let contract = try portal.database.read { try CareContractStore($0).contract(slot.contract) }
            place = contract.flatMap { catalogue.activity($0.activity) }.map { ($0.code, nil) }
        }
        guard let place, let list = try list(of: place.activity, unit: place.unit, on: subject.date, for: reader),
            let child = list.children.first(where: { list.subject(of: $0) == subject })
        else { return nil }
        return (list, child)
    }

    /// Children by name, for somebody who came without being expected on a list; at most 20. Who has a contract comes under it.
    package func newcomers(named search: FamilySearch, to list: RollCall) async throws -> [RollCallNewcomer] {
        try await FamilySearchService(portal).bringUpToDate()
        return try portal.database.read { transaction in
            try RollCallListStore(transaction).children(search, on: list.date, limit: 20).map { child in
                let contract = try CareRollCall(transaction, catalogue).contract(of: child.id, at: list.activity, on: list.date)
                let subject: RollCallSubject =
                    contract.map { .care(CareSlot(contract: $0.id, date: list.date)) }
                    ?? .slot(BookingSlot(child: child.id, unit: list.unit.id, date: list.date))
                return RollCallNewcomer(child: child, subject: subject)
            }
        }
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
            alert: alert,
            care: nil
        )
    }
}

/// Somebody who may have come without being expected.
package struct RollCallNewcomer: Hashable, Sendable {
    package let child: Child
    /// What a tap on it is about.
    package let subject: RollCallSubject
}
