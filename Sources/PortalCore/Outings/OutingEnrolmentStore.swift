/// Keeps the rows of the children who are booked for outings.
struct OutingEnrolmentStore {
    private let transaction: any Transaction
    private let catalogue: PortalCatalogue

    init(_ transaction: any Transaction, _ catalogue: PortalCatalogue) {
        self.transaction = transaction
        self.catalogue = catalogue
    }

    /// Enrols a child who has just been booked, where it is an outing's.
    func keep(_ booking: Booking) throws {
        guard let activity = outing(of: booking.slot) else { return }
        try transaction.execute(
            """
            INSERT INTO enrolments (child_id, activity_id, group_id, first_day, last_day) VALUES ($1, $2, $3, $4, $4)
            ON CONFLICT (child_id, activity_id, first_day) DO NOTHING
            """,
            booking.slot.child,
            activity.id,
            booking.group,
            booking.slot.date
        )
    }

    /// Forgets a child whose booking has just been cancelled: it is asked for nothing more.
    func forget(_ slot: BookingSlot) throws {
        guard let activity = outing(of: slot) else { return }
        try transaction.execute(
            """
            DELETE FROM enrolments WHERE child_id = $1 AND activity_id = $2 AND first_day = $3 AND last_day = $3 AND NOT EXISTS (
                SELECT 1 FROM bookings b JOIN units u ON u.id = b.unit_id WHERE b.child_id = $1 AND b.day = $3 AND u.activity_id = $2)
            """,
            slot.child,
            activity.id,
            slot.date
        )
    }

    private func outing(of slot: BookingSlot) -> Activity? {
        catalogue.unit(slot.unit).flatMap { $0.activity.outing == nil ? nil : $0.activity }
    }
}
