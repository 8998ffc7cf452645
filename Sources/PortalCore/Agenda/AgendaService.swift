/// What a child is expected at, day after day.
package struct AgendaService: Sendable {
    private let portal: Portal
    private let catalogue: PortalCatalogue

    package init(_ portal: Portal, _ catalogue: PortalCatalogue) {
        self.portal = portal
        self.catalogue = catalogue
    }

    /// A child's bookings over so many days, by day and hour; nil for a child that is not the adult's.
    package func agenda(of child: Identifier<Child>, from first: CivilDate, days: Int, for access: HouseholdAccess) throws -> [AgendaEntry]? {
        guard access.child(child) != nil else { return nil }
        return try agenda(of: child, from: first, days: days, seenBy: access)
    }

    /// Any child's bookings over so many days, by day and hour: for the staff who may read families.
    package func agenda(of child: Identifier<Child>, from first: CivilDate, days: Int, for reader: StaffMember) throws -> [AgendaEntry]? {
        guard reader.role.has(.readFamilies) else { return nil }
        return try agenda(of: child, from: first, days: days)
    }

    /// - Parameter access: who must not see the days of a child's other home, where the town keeps them apart; nil for somebody who sees all.
    private func agenda(
        of child: Identifier<Child>,
        from first: CivilDate,
        days: Int,
        seenBy access: HouseholdAccess? = nil
    ) throws -> [AgendaEntry] {
        let last = first.adding(days: max(days, 1) - 1)
        return try portal.database.read { transaction in
            let keptApart = try access.map { try Set(childrenKeptApart(from: $0, in: transaction)) } ?? []
            func isSeen(_ household: Identifier<Household>) -> Bool { !keptApart.contains(child) || access?.family(household) != nil }
            let booked = try BookingStore(transaction).bookings(of: child, from: first, through: last)
                .filter { isSeen($0.household) }.map { AgendaSlot(slot: $0.slot, state: $0.state, household: $0.household) }
            let closed = try catalogue.declared.isEmpty ? [] : ClosureBookingStore(transaction).cancelled(of: child, from: first, through: last)
            let unbooked = try UnbookedPresenceStore(transaction).slots(of: child, from: first, through: last)
            let slots =
                booked + closed.filter { isSeen($0.household) }.compactMap(closedSlot)
                + (keptApart.contains(child) ? [] : unbooked.map { AgendaSlot(slot: $0, state: .present, remark: .unbooked) })
            let files = CareFileStore(transaction, catalogue)
            let care = try access.map { try files.files(of: $0, first...last) } ?? files.files(of: child, first...last)
            let nursery = care.filter { $0.contract.child.id == child }.flatMap { entries($0, first...last) }
            let times = try catalogue.asksTimes ? ExpectedTimeStore(transaction).book(of: child, from: first, through: last) : .empty
            return inOrder(slots.compactMap { entry($0, times) } + nursery)
        }
    }

    /// The same for all the adult's children, in one query.
    package func agendas(from first: CivilDate, days: Int, for access: HouseholdAccess) throws -> [Identifier<Child>: [AgendaEntry]] {
        let last = first.adding(days: max(days, 1) - 1)
        let (expected, care, times) = try portal.database.read { transaction in
            let keptApart = try Set(childrenKeptApart(from: access, in: transaction))
            func isSeen(_ slot: BookingSlot, _ household: Identifier<Household>) -> Bool {
                !keptApart.contains(slot.child) || access.family(household) != nil
            }
            let booked = try BookingStore(transaction).expected(ofChildrenOf: access.adult.id, from: first, through: last)
                .filter { isSeen($0.slot, $0.household) }.map { AgendaSlot(slot: $0.slot, state: $0.state, household: $0.household) }
            let closed =
                try catalogue.declared.isEmpty
                ? [] : ClosureBookingStore(transaction).cancelled(ofChildrenOf: access.adult.id, from: first, through: last)
            // Nobody is called on a day to come.
            let unbooked =
                try first > portal.clock.today
                ? [] : UnbookedPresenceStore(transaction).slots(ofChildrenOf: access.adult.id, from: first, through: last)
            let slots =
                booked + closed.filter { isSeen($0.slot, $0.household) }.compactMap(closedSlot)
                + unbooked.filter { !keptApart.contains($0.child) }.map { AgendaSlot(slot: $0, state: .present, remark: .unbooked) }
            let times =
                try catalogue.asksTimes ? ExpectedTimeStore(transaction).book(ofChildrenOf: access.adult.id, from: first, through: last) : .empty
            return (slots, try CareFileStore(transaction, catalogue).files(of: access, first...last), times)
        }
        // A child of two of the adult's households is met twice.
        let slots = access.families.count > 1 ? Array(Dictionary(expected.map { ($0.slot, $0) }) { first, _ in first }.values) : expected
        var agendas = Dictionary(grouping: slots, by: \.slot.child).mapValues { $0.compactMap { entry($0, times) } }
        for file in care { agendas[file.contract.child.id, default: []] += entries(file, first...last) }
        return agendas.mapValues(inOrder)
    }

    /// The adult's children whose days in their other home are not the adult's to see.
    private func childrenKeptApart(from access: HouseholdAccess, in transaction: any Transaction) throws -> [Identifier<Child>] {
        guard catalogue.settings.custodyView == .own else { return [] }
        return try CustodyStore(transaction).calendars(of: access.children.map(\.id)).map(\.key)
    }

    private func inOrder(_ entries: [AgendaEntry]) -> [AgendaEntry] {
        entries.sorted { ($0.date, $0.startsAt, $0.activityName) < ($1.date, $1.startsAt, $1.activityName) }
    }

    /// What a closure has cancelled, with why; nil when the closure no longer holds.
    private func closedSlot(_ closed: ClosedSlot) -> AgendaSlot? {
        catalogue.declared.first { $0.id == closed.closure }
            .map { AgendaSlot(slot: closed.slot, state: .excused, remark: .closed($0.reason)) }
    }

    /// The days of a care contract on which the child comes, or should have.
    private func entries(_ file: CareFile, _ days: ClosedRange<CivilDate>) -> [AgendaEntry] {
        let opening = OpeningDays(of: file.activity, in: catalogue.calendar)
        return days.compactMap { date in
            guard let day = file.day(date, opening: opening), let span = day.span, let state = day.bookingState else { return nil }
            return AgendaEntry(
                date: date,
                unit: nil,
                activityName: file.activity.place,
                unitName: "Accueil régulier",
                place: file.activity.place,
                startsAt: span.arrival,
                endsAt: span.departure,
                state: state
            )
        }
    }

    private func entry(_ item: AgendaSlot, _ times: ExpectedTimeBook) -> AgendaEntry? {
        guard let (activity, unit) = catalogue.unit(item.slot.unit) else { return nil }
        var entry = AgendaEntry(
            date: item.slot.date,
            unit: unit.id,
            activityName: activity.name,
            unitName: unit.name,
            place: activity.place,
            startsAt: unit.startsAt,
            endsAt: unit.endsAt,
            state: item.state,
            remark: item.remark,
            meeting: activity.outing?.meeting
        )
        if let household = item.household, item.state.expectsChild {
            entry.times = times.times(of: item.slot, bookedBy: household, at: unit)
        }
        return entry
    }
}

/// Something of the agenda before it has its words.
private struct AgendaSlot {
    let slot: BookingSlot
    let state: BookingState
    var remark: AgendaEntry.Remark?
    /// Who has booked it; nil for what is no booking.
    var household: Identifier<Household>?
}

extension CareDay {
    /// The day as an agenda knows days; nil where there is nothing to come to.
    fileprivate var bookingState: BookingState? {
        switch state {
        case .expected, .unplanned: stay?.arrived == nil ? .reserved : .present
        case .absent(.excused, _): .excused
        case .absent: .absent
        case .closed, .leave: nil
        }
    }
}
