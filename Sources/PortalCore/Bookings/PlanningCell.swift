/// One tick box of the planning: a child, a unit, a day, and what may be done with it.
package struct PlanningCell: Hashable, Sendable {
    package let slot: BookingSlot
    package let activity: Identifier<Activity>
    package let unit: PlanningUnit
    package let state: PlanningState
    /// Until when the unit may be booked without being late.
    package let adding: DeadlineLimit
    /// Until when a booking may be cancelled without being late.
    package let cancelling: DeadlineLimit
    /// What cancelling takes off the charges once that is late.
    package let lateCredit: Cents
    /// The parent has already asked for the change, and comes back from the recap to ask for more.
    package var isChanged = false
    /// When the child is expected at what is booked, as its family said; nil where it said nothing.
    package var times: ExpectedTimes?

    package init(
        slot: BookingSlot,
        activity: Identifier<Activity>,
        unit: PlanningUnit,
        state: PlanningState,
        adding: DeadlineLimit,
        cancelling: DeadlineLimit,
        lateCredit: Cents = .zero
    ) {
        self.slot = slot
        self.activity = activity
        self.unit = unit
        self.state = state
        self.adding = adding
        self.cancelling = cancelling
        self.lateCredit = lateCredit
    }

    package var isBooked: Bool { state.isBooked }

    /// The box is ticked.
    package var isTicked: Bool { isBooked != isChanged }

    /// The box may be ticked or unticked now.
    package var mayChange: Bool { state.mayChange }
}

/// What a cell of the planning says.
package enum PlanningState: Hashable, Sendable {
    /// May be booked. The number of places left is given when they are the last ones.
    case free(placesLeft: Int?)
    /// Booked, and may be cancelled. `asAbsence`: the limit is over, so that cancelling keeps the place and records an absence.
    case booked(asAbsence: Bool)
    /// No place is left.
    case full
    /// No place is left, and ticking it joins the line, with this rank (liste d'attente).
    case fullWithLine(rank: Int)
    /// No place is left, but the staff may book over capacity.
    case overbookable
    /// In line, with this rank; unticking it leaves the line.
    case waiting(rank: Int)
    /// Held for the family up to that moment; ticking it accepts.
    case offered(until: Instant)
    /// The limit is over; ticking it asks the staff.
    case askable
    /// Asked of the staff, who have not answered yet; unticking it withdraws the demand.
    case asked
    /// The limit is over (délai dépassé): nothing may be changed. A booking that only the child's other household may cancel is locked too.
    case locked(booked: Bool)
    /// The limit is over, but it may still be booked, with a majoration.
    case late(surcharge: Cents)
    /// The adult may see it and change nothing: the rule that says so.
    case withheld(BookingRefusal, booked: Bool)
    /// Booked, then reported absent after the limit.
    case absent
    /// Nobody, or not this family yet, may book it before that moment.
    case notYetOpen(Instant)
    /// The absence is justified: not charged.
    case excused
    /// The child was there.
    case present
    /// The child was there without being booked.
    case unbooked
    /// Closed on a day on which it would be open, and why.
    case closed(String)

    package var isBooked: Bool {
        switch self {
        case .booked, .locked(booked: true), .withheld(_, booked: true), .waiting, .asked: true
        case .fullWithLine, .overbookable, .offered, .askable: false
        case .free, .full, .locked(booked: false), .withheld(_, booked: false), .late, .absent, .excused, .present, .unbooked, .notYetOpen, .closed:
            false
        }
    }

    package var mayChange: Bool {
        switch self {
        case .free, .booked, .late, .fullWithLine, .overbookable, .waiting, .offered, .askable, .asked: true
        case .full, .locked, .withheld, .absent, .excused, .present, .unbooked, .notYetOpen, .closed: false
        }
    }
}
