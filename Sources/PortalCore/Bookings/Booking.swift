/// A child's place in a unit on a day (réservation).
package struct Booking: Hashable, Sendable {
    package let slot: BookingSlot
    /// The group whose places it takes.
    package let group: Identifier<ActivityGroup>
    /// The household that made it, and owes it.
    package let household: Identifier<Household>
    package let state: BookingState
    /// The unit's price on the day it was booked.
    package let price: Cents
    /// The majoration of a late booking, zero otherwise.
    package let surcharge: Cents

    package init(
        slot: BookingSlot,
        group: Identifier<ActivityGroup>,
        household: Identifier<Household>,
        state: BookingState,
        price: Cents,
        surcharge: Cents
    ) {
        self.slot = slot
        self.group = group
        self.household = household
        self.state = state
        self.price = price
        self.surcharge = surcharge
    }
}

extension Booking {
    package func with(state: BookingState) -> Booking {
        Booking(slot: slot, group: group, household: household, state: state, price: price, surcharge: surcharge)
    }
}

/// What has become of a booking. Every state keeps its place; a booking cancelled in time leaves no row.
package enum BookingState: Int, CaseIterable, Hashable, Sendable, DatabaseConvertible {
    case reserved = 1
    /// Cancelled too late: the child is not expected, the place is kept and charged unless the absence is justified.
    case absent = 2
    /// The absence is justified (absence justifiée): not charged.
    case excused = 3
    /// The child was there, as the roll call says.
    case present = 4

    /// Whether the child is expected, so that what depends on the booking may stay.
    package var expectsChild: Bool {
        switch self {
        case .reserved, .present: true
        case .absent, .excused: false
        }
    }
}
