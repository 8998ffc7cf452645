/// When an activity's days may be booked and cancelled, and what happens afterwards.
package struct BookingRules: Hashable, Sendable {
    package let adding: BookingDeadline
    /// nil: the same as adding.
    package let cancellingOverride: BookingDeadline?
    package let lateAdding: LateAdding
    package let lateCancelling: LateCancelling
    /// The règlement that sets the rule, in the words of the town.
    package let source: String

    package var cancelling: BookingDeadline { cancellingOverride ?? adding }

    package init(
        adding: BookingDeadline,
        cancellingOverride: BookingDeadline?,
        lateAdding: LateAdding,
        lateCancelling: LateCancelling,
        source: String
    ) {
        self.adding = adding
        self.cancellingOverride = cancellingOverride
        self.lateAdding = lateAdding
        self.lateCancelling = lateCancelling
        self.source = source
    }
}

/// What a booking after the deadline (hors délai) becomes.
package enum LateAdding: Hashable, Sendable {
    case refuse
    /// The parent is sent to the service, which may still book.
    case askStaff
    /// Accepted with a surcharge (majoration) up to a last limit.
    case surcharge(LateSurcharge, until: BookingDeadline)
}

/// What a late booking costs more: one of these, never two.
package enum LateSurcharge: Hashable, Sendable {
    /// Percent of the unit's price.
    case percent(Int)
    case amount(Cents)
    /// Another price in the place of the unit's own.
    case tariff(Cents)
}

/// What a cancellation after the deadline becomes.
package enum LateCancelling: Hashable, Sendable {
    case refuse
    /// Recorded as an absence, charged unless it is justified.
    case becomesAbsence
}
