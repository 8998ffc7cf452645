extension ChangeStore {
    /// Puts a value in its place.
    func apply(_ value: ChangeValue, to field: ChangeField, of subject: Int64) throws {
        let lines = value.lines
        guard lines.count == field.parts.count else { throw DatabaseError.other("a change of \(field.rawValue) has \(lines.count) parts") }
        switch field {
        case .phone: try transaction.execute("UPDATE adults SET phone = $2 WHERE id = $1", subject, lines[0])
        case .address:
            try transaction.execute(
                "UPDATE adults SET street = $2, postal_code = $3, city = $4 WHERE id = $1",
                subject,
                lines[0],
                lines[1],
                lines[2]
            )
        case .name: try transaction.execute("UPDATE adults SET first_name = $2, last_name = $3 WHERE id = $1", subject, lines[0], lines[1])
        case .householdAddress:
            try transaction.execute(
                "UPDATE households SET street = $2, postal_code = $3, city = $4 WHERE id = $1",
                subject,
                lines[0],
                lines[1],
                lines[2]
            )
        case .childIdentity:
            guard let birthDay = CivilDate(iso: lines[2]) else { throw DatabaseError.decoding(column: "new_value", type: "CivilDate") }
            try transaction.execute(
                "UPDATE children SET first_name = $2, last_name = $3, birth_day = $4 WHERE id = $1",
                subject,
                lines[0],
                lines[1],
                birthDay
            )
        case .school:
            guard let year = SchoolYear(name: lines[0]) else { throw DatabaseError.decoding(column: "new_value", type: "SchoolYear") }
            try SchoolPlacementStore(transaction).put(lines[1], lines[2], of: Identifier(subject), in: year)
        // The staff do what it takes; there is no column for it.
        case .situation, .childSheet: break
        }
    }
}
