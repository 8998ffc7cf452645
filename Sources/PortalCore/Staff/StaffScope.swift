/// Which of the town's places a staff member works at.
package enum StaffScope: Hashable, Sendable {
    case everywhere
    /// The names of the places, as the activities give them.
    case places(Set<String>)

    package func covers(_ activity: Activity) -> Bool {
        switch self {
        case .everywhere: true
        case .places(let names): names.contains(activity.place)
        }
    }
}
