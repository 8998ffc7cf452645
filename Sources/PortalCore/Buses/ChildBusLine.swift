/// What holds for a child at one activity with buses.
package struct ChildBusLine: Hashable, Sendable {
    package let activity: Activity
    package let buses: BusNetwork
    /// Today's.
    package let stops: ChildStops
    /// What will hold from a later day on; nil when nothing was said for later.
    package let later: Later?

    package struct Later: Hashable, Sendable {
        package let firstDay: CivilDate
        package let stops: ChildStops
    }

    /// - Parameter changes: the child's at the activity, the earliest first.
    init(_ activity: Activity, _ buses: BusNetwork, _ changes: [ChildStopStore.Change], on today: CivilDate) {
        self.activity = activity
        self.buses = buses
        stops = ChildStops(changes.filter { $0.firstDay <= today })
        later = changes.last { $0.firstDay > today }.map { Later(firstDay: $0.firstDay, stops: ChildStops(changes)) }
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
