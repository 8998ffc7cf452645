/// What holds for a child at one activity with buses.
package struct ChildBusLine: Hashable, Sendable {
    package let activity: Activity
    package let buses: BusNetwork
    /// Today's.
    package let stops: ChildStops
    /// What will hold from a later day on; nil when nothing was said for later.
    package let later: Later?
    /// Whether somebody has said where the child gets on and off, or that it takes no bus.
    package let isAnswered: Bool

    package struct Later: Hashable, Sendable {
        package let firstDay: CivilDate
        package let stops: ChildStops
    }

    /// - Parameter changes: the child's at the activity, the earliest first.
    init(_ activity: Activity, _ buses: BusNetwork, _ changes: [ChildStopStore.Change], on today: CivilDate) {
        self.activity = activity
        self.buses = buses
        isAnswered = !changes.isEmpty
        stops = ChildStops(changes.filter { $0.firstDay <= today })
        later = changes.last { $0.firstDay > today }.map { Later(firstDay: $0.firstDay, stops: ChildStops(changes)) }
    }

    /// Whether the family is asked for the stops, and has not said them.
    package var isOpen: Bool { buses.chooser == .family && !isAnswered }
}

extension ChildBusLine {
    /// The buses of each activity with some that a child is enrolled in from today on, and what holds for the child.
    static func lines(
        of child: Identifier<Child>,
        in catalogue: PortalCatalogue,
        _ transaction: any Transaction,
        on today: CivilDate
    ) throws -> [ChildBusLine] {
        let served = catalogue.activities.filter { $0.buses != nil }
        guard !served.isEmpty else { return [] }
        let enrolled = Set(try EnrolmentStore(transaction).enrolments(of: child).filter { $0.lastDay >= today }.map(\.activity))
        let changes = try ChildStopStore(transaction).changes(of: child)
        return served.filter { enrolled.contains($0.id) }.compactMap { activity in
            activity.buses.map { ChildBusLine(activity, $0, changes.filter { $0.activity == activity.id }, on: today) }
        }
    }
}

extension ChildStops {
    /// What holds after some changes, which come in the order of their days.
    fileprivate init(_ changes: [ChildStopStore.Change]) {
        var codes: [BusTrip: BusStopCode] = [:]
        for change in changes { codes[change.trip] = change.code }
        self.init(codes)
    }
}
