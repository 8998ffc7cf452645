/// The limits of a day's cells, each said once with the activities that it holds for.
struct PlanningLimits {
    private(set) var all: [PlanningLimit] = []

    /// Adds the limits of a cell; a closed cell, or one that is not for this adult to change, has none worth saying.
    mutating func add(_ cell: PlanningCell, of activity: String, at now: Instant) {
        switch cell.state {
        case .closed, .withheld, .excused, .present, .unbooked: return
        case .free, .booked, .full, .fullWithLine, .overbookable, .waiting, .offered, .askable, .asked, .locked, .late, .absent, .notYetOpen: break
        }
        if cell.adding == cell.cancelling {
            add(.addingAndCancelling, cell.adding, activity, now)
        } else {
            add(.adding, cell.adding, activity, now)
            add(.cancelling, cell.cancelling, activity, now)
        }
    }

    private mutating func add(_ acts: PlanningLimit.Acts, _ limit: DeadlineLimit, _ activity: String, _ now: Instant) {
        guard let index = all.firstIndex(where: { $0.acts == acts && $0.limit == limit }) else {
            all.append(PlanningLimit(acts: acts, limit: limit, isOver: !limit.allows(now), activities: [activity]))
            return
        }
        let known = all[index]
        guard !known.activities.contains(activity) else { return }
        all[index] = PlanningLimit(acts: acts, limit: limit, isOver: known.isOver, activities: known.activities + [activity])
    }
}
