/// Forgets children.
struct ChildErasing {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// The sheet, the entourage, the certificates and why the child was away. What it was booked for stays.
    func eraseHealth(of child: Identifier<Child>) throws {
        try transaction.execute("DELETE FROM child_sheets WHERE child_id = $1", child)
        try transaction.execute("DELETE FROM child_contacts WHERE child_id = $1", child)
        try transaction.execute("DELETE FROM certificates WHERE absence_id IN (SELECT id FROM absences WHERE child_id = $1)", child)
        try transaction.execute(
            "DELETE FROM document_files WHERE document_id IN (SELECT id FROM documents WHERE child_id = $1 AND is_health = 1)",
            child
        )
        try transaction.execute("UPDATE documents SET note = '' WHERE child_id = $1 AND is_health = 1", child)
        try transaction.execute("UPDATE absences SET reason = '', note = '' WHERE child_id = $1", child)
        try transaction.execute(
            "UPDATE nursery_stays SET reason = '' WHERE contract_id IN (SELECT id FROM care_contracts WHERE child_id = $1)",
            child
        )
        try transaction.execute("UPDATE change_requests SET new_value = '' WHERE field = $2 AND subject = $1", child, ChangeField.childSheet)
    }

    /// A number in place of the name, the year in place of the day of birth: ages are still counted.
    func erase(_ child: Identifier<Child>) throws {
        try eraseHealth(of: child)
        let birthDay: CivilDate? = try transaction.first("SELECT birth_day FROM children WHERE id = $1", child, decode: { try $0[0] })
        try transaction.execute(
            "UPDATE children SET first_name = 'Enfant', last_name = $2, birth_day = $3 WHERE id = $1",
            child,
            "effacé n° \(child.rawValue)",
            CivilDate(year: birthDay?.year ?? 2000, month: 1, dayAtMost: 1)
        )
        try transaction.execute("DELETE FROM document_files WHERE document_id IN (SELECT id FROM documents WHERE child_id = $1)", child)
        try transaction.execute("UPDATE documents SET note = '' WHERE child_id = $1", child)
        try transaction.execute(
            "UPDATE family_leaves SET note = '' WHERE contract_id IN (SELECT id FROM care_contracts WHERE child_id = $1)",
            child
        )
        try transaction.execute("DELETE FROM school_placements WHERE child_id = $1", child)
        try transaction.execute("DELETE FROM child_relations WHERE child_id = $1", child)
        try transaction.execute("DELETE FROM child_stops WHERE child_id = $1", child)
        try transaction.execute("DELETE FROM usual_times WHERE child_id = $1", child)
        try transaction.execute("DELETE FROM booking_times WHERE child_id = $1", child)
        try transaction.execute("DELETE FROM custody_wishes WHERE child_id = $1", child)
        try transaction.execute("DELETE FROM custody_exceptions WHERE child_id = $1", child)
        try transaction.execute("DELETE FROM custody_calendars WHERE child_id = $1", child)
        try transaction.execute("DELETE FROM calendar_feeds WHERE child_id = $1", child)
        try transaction.execute("DELETE FROM awaited_places WHERE child_id = $1", child)
        try transaction.execute(
            "UPDATE change_requests SET old_value = '', new_value = '', reason = '' WHERE subject = $1 AND field IN ($2, $3)",
            child,
            ChangeField.childIdentity,
            ChangeField.school
        )
        try ErasedPersonStore(transaction).eraseWords(kind: .child, child.rawValue)
    }
}
