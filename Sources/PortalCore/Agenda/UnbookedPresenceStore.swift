/// Reads the children who came without booking, as the roll call says.
struct UnbookedPresenceStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// What a child came to without booking over a span of days.
    func slots(of child: Identifier<Child>, from first: CivilDate, through last: CivilDate) throws -> [BookingSlot] {
        try transaction.query(
            "SELECT child_id, unit_id, day FROM attendance WHERE child_id = $1 AND day BETWEEN $2 AND $3 AND reported IS NULL AND presence = 1",
            child,
            first,
            last,
            decode: { try BookingSlot(child: $0[0], unit: $0[1], date: $0[2]) }
        )
    }

    /// The same for all the children of an adult's households.
    func slots(ofChildrenOf adult: Identifier<Adult>, from first: CivilDate, through last: CivilDate) throws -> [BookingSlot] {
        try transaction.query(
            """
            SELECT DISTINCT t.child_id, t.unit_id, t.day FROM household_adults a CROSS JOIN household_children c CROSS JOIN attendance t
            WHERE a.adult_id = $1 AND c.household_id = a.household_id AND t.child_id = c.child_id AND t.day BETWEEN $2 AND $3
                AND t.reported IS NULL AND t.presence = 1
            """,
            adult,
            first,
            last,
            decode: { try BookingSlot(child: $0[0], unit: $0[1], date: $0[2]) }
        )
    }
}
