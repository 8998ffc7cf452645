/// Places that the staff have set for open days in a row.
package struct SetPlaces: Hashable, Sendable {
    package let group: ActivityGroup
    package let counter: PlaceCounter
    package let days: ClosedRange<CivilDate>
    package let capacity: Int?
    package let staff: Int?

    /// - Parameter days: the open days, in order.
    static func runs(of counts: [Place: PlaceCount], on days: [CivilDate], in activity: Activity) -> [SetPlaces] {
        activity.groups.flatMap { group in
            activity.counters.flatMap { counter in
                days.reduce(into: [SetPlaces]()) { runs, date in
                    let count = counts[Place(counter: counter.id, group: group.id, date: date)]
                    let (capacity, staff) = (count?.capacity, count?.staff)
                    let previous = days.last { $0 < date }
                    if let last = runs.last, last.days.upperBound == previous, last.capacity == capacity, last.staff == staff {
                        runs[runs.count - 1] = last.lasting(until: date)
                    } else if capacity != nil || staff != nil {
                        runs.append(SetPlaces(group: group, counter: counter, days: date...date, capacity: capacity, staff: staff))
                    }
                }
            }
        }
    }

    private func lasting(until date: CivilDate) -> SetPlaces {
        SetPlaces(group: group, counter: counter, days: days.lowerBound...date, capacity: capacity, staff: staff)
    }
}
