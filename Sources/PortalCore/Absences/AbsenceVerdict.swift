/// Whether what a child misses was told in time, too late, or cannot be told at all.
enum AbsenceVerdict: Hashable {
    case inTime(DeadlineLimit)
    case late
    /// The rule, in words.
    case refused(String)

    init(of booking: Booking, reported: Set<BookingSlot>, _ facts: BookingFacts) {
        let slot = booking.slot
        if let refusal = facts.hindrance(to: slot) {
            self = .refused(refusal.french)
        } else if !facts.households.contains(booking.household) {
            self = .refused(BookingRefusal.otherHousehold(slot.date).french)
        } else if let day = facts.catalogue.unitDay(of: slot.unit, on: slot.date) {
            switch booking.state {
            case .present: self = .cameAfterAll(slot.date)
            case .excused: self = .refused(BookingRefusal.absent(slot.date).french)
            case .absent: self = reported.contains(slot) ? .refused(BookingRefusal.absent(slot.date).french) : .late
            case .reserved: self.init(of: booking, on: day, facts)
            }
        } else {
            self = .refused(BookingRefusal.unknownUnit.french)
        }
    }

    private init(of booking: Booking, on day: UnitDay, _ facts: BookingFacts) {
        // Under minimum service nobody is held to a place, here as on the planning.
        if facts.isFreeToCancel(booking, on: day) {
            self = .inTime(.until(day.end))
        } else {
            self = facts.now < day.end && day.cancelling.allows(facts.now) ? .inTime(day.cancelling) : .late
        }
    }

    /// A contract's hours are never cancelled: the notice is for leave. nil on a day on which nobody expects the child.
    init?(of day: CareDay, isReported: Bool, _ facts: BookingFacts) {
        switch day.state {
        case .closed, .unplanned: return nil
        case _ where facts.locks.cover(day.date): self = .refused(BookingRefusal.lockedForInvoicing(day.date).french)
        case .leave: self = .refused("Des congés sont annoncés pour le \(day.date.french)\u{A0}: il n'y a rien à signaler.")
        case .absent(let charge, _): self = isReported || charge == .excused ? .refused(BookingRefusal.absent(day.date).french) : .late
        case .expected where day.stay?.isPresent == true: self = .cameAfterAll(day.date)
        case .expected: self = isReported ? .refused(BookingRefusal.absent(day.date).french) : .late
        }
    }

    private static func cameAfterAll(_ date: CivilDate) -> AbsenceVerdict { .refused("L'enfant a été pointé présent le \(date.french).") }
}
