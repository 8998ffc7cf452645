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

    /// - Parameter access: where the town keeps a child's days apart, whose bookings are left; nil for all.
    private func agenda(
        of child: Identifier<Child>,
        from first: CivilDate,
        days: Int,
        seenBy access: HouseholdAccess? = nil
    ) throws -> [AgendaEntry] {
        let last = first.adding(days: max(days, 1) - 1)
        let (bookings, isShared) = try portal.database.read { transaction in
            let isShared = try catalogue.settings.custodyView == .whole || CustodyStore(transaction).calendar(of: child) == nil
            return (try BookingStore(transaction).bookings(of: child, from: first, through: last), isShared)
        }
        let seen = bookings.filter { booking in isShared || access.map { $0.family(booking.household) != nil } ?? true }
        return inOrder(seen.compactMap { entry($0.slot, $0.state) })
    }

    /// The same for all the adult's children, in one query where both homes see everything.
    package func agendas(from first: CivilDate, days: Int, for access: HouseholdAccess) throws -> [Identifier<Child>: [AgendaEntry]] {
        guard catalogue.settings.custodyView == .whole else {
            let agendas = try access.children.map { ($0.id, try agenda(of: $0.id, from: first, days: days, seenBy: access)) }
            return Dictionary(agendas, uniquingKeysWith: { first, _ in first })
        }
        let last = first.adding(days: max(days, 1) - 1)
        let expected = try portal.database.read { try BookingStore($0).expected(ofChildrenOf: access.adult.id, from: first, through: last) }
        // A child of two of the adult's households is met twice.
        let slots = access.families.count > 1 ? Array(Dictionary(expected.map { ($0.slot, $0) }) { first, _ in first }.values) : expected
        return Dictionary(grouping: slots, by: \.slot.child).mapValues { inOrder($0.compactMap { entry($0.slot, $0.state) }) }
    }

    private func inOrder(_ entries: [AgendaEntry]) -> [AgendaEntry] {
        entries.sorted { ($0.date, $0.startsAt, $0.activityName) < ($1.date, $1.startsAt, $1.activityName) }
    }

    private func entry(_ slot: BookingSlot, _ state: BookingState) -> AgendaEntry? {
        guard let (activity, unit) = catalogue.unit(slot.unit) else { return nil }
        return AgendaEntry(
            date: slot.date,
            activityName: activity.name,
            unitName: unit.name,
            place: activity.place,
            startsAt: unit.startsAt,
            endsAt: unit.endsAt,
            state: state
        )
    }
}
