extension AbsenceStore {
    func setState(_ state: AbsenceState, of absence: Identifier<Absence>) throws {
        try transaction.execute("UPDATE absences SET state = $2 WHERE id = $1", absence, state)
    }

    /// - Parameter member: nil for the antivirus.
    func judge(_ absence: Identifier<Absence>, _ state: AbsenceState, note: String, by member: Identifier<StaffMember>?, at now: Instant) throws {
        try transaction.execute(
            "UPDATE absences SET state = $2, note = $3, judged_by = $4, judged_at = $5 WHERE id = $1",
            absence,
            state,
            note,
            member,
            now
        )
    }

    func setPrice(_ price: AbsencePrice, of unit: Identifier<BookableUnit>, on day: AbsenceDay, in absence: Identifier<Absence>) throws {
        try transaction.execute(
            "UPDATE absence_lines SET rate = $4, amount = $5 WHERE absence_id = $1 AND day = $2 AND unit_id = $3",
            absence,
            day.date,
            unit,
            price.rate,
            price.amount
        )
    }

    func setPrice(
        _ price: AbsencePrice,
        ofCareUnder contract: Identifier<CareContract>,
        on day: AbsenceDay,
        in absence: Identifier<Absence>
    ) throws {
        try transaction.execute(
            "UPDATE absence_care_days SET rate = $4 WHERE absence_id = $1 AND day = $2 AND contract_id = $3",
            absence,
            day.date,
            contract,
            price.rate
        )
    }
}
