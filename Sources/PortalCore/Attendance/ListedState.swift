/// What the staff's lists say of a child at a unit on a day.
package enum ListedState: Hashable, Sendable {
    case booked(BookingState)
    /// The roll call found the child there, and nobody had booked.
    case unexpected

    /// Whether the child comes, or came.
    package var isThere: Bool {
        switch self {
        case .booked(let state): state.expectsChild
        case .unexpected: true
        }
    }

    package var french: String {
        switch self {
        case .booked(.reserved): "Attendu"
        case .booked(.absent): "Absent"
        case .booked(.excused): "Excusé"
        case .booked(.present): "Présent"
        case .unexpected: "Présent sans réservation"
        }
    }
}
