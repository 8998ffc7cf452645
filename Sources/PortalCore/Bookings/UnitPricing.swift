extension PortalCatalogue {
    /// What a unit costs a child on a day, before any surcharge: the one place where a price is decided. Each unit has one price for all
    /// families; tariffs that follow the quotient familial would be looked up here.
    package func price(of slot: BookingSlot) -> Cents { unit(slot.unit)?.unit.price ?? .zero }

    /// What a unit costs a child who came without booking.
    package func unbookedPrice(of slot: BookingSlot) -> Cents {
        guard let (activity, _) = unit(slot.unit) else { return .zero }
        return absencePolicy(of: activity).unbooked.charge(for: price(of: slot))
    }
}
