extension PortalCatalogue {
    /// What a unit costs a child on a day, before any surcharge: the one place where a price is decided. Each unit has one price for all
    /// families; tariffs that follow the quotient familial would be looked up here.
    package func price(of slot: BookingSlot) -> Cents { unit(slot.unit)?.unit.price ?? .zero }

    /// What stays charged of a booking that was cancelled after its limit, or whose absence nothing excuses.
    func absenceCharge(of booking: Booking) -> Cents {
        let whole = booking.price + booking.surcharge
        guard let (activity, _) = unit(booking.slot.unit) else { return whole }
        return absencePolicy(of: activity).charge.charge(for: whole)
    }

    /// What a unit costs a child who came without booking.
    package func unbookedPrice(of slot: BookingSlot) -> Cents {
        guard let (activity, _) = unit(slot.unit) else { return .zero }
        return absencePolicy(of: activity).unbooked.charge(for: price(of: slot))
    }
}
