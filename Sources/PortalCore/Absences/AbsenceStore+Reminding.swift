extension AbsenceStore {
    /// The absences whose certificate is due before a moment, and whose parents were not reminded yet.
    func unreminded(dueAfter now: Instant, before moment: Instant) throws -> [Identifier<Absence>] {
        try transaction.query(
            "SELECT id FROM absences WHERE state = 1 AND due_at > $1 AND due_at <= $2 AND reminded_at IS NULL ORDER BY id LIMIT 50",
            now,
            moment
        ) { try $0[0] }
    }

    /// False when somebody else was quicker.
    func markReminded(_ absence: Identifier<Absence>, at now: Instant) throws -> Bool {
        try transaction.execute("UPDATE absences SET reminded_at = $2 WHERE id = $1 AND reminded_at IS NULL AND state = 1", absence, now) == 1
    }

    /// Where the account that reported an absence is written to; nil without an address, and where the child has since been kept from the account's
    /// adult.
    func recipient(of account: Identifier<Account>, about child: Identifier<Child>) throws -> (email: EmailAddress, salutation: String)? {
        let adult = try transaction.first(
            """
            SELECT a.title, a.last_name, a.email FROM accounts x JOIN adults a ON a.id = x.adult_id WHERE x.id = $1 AND a.email IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM child_relations k WHERE k.adult_id = a.id AND k.child_id = $2 AND k.sees = 0)
            """,
            account,
            child
        ) { (title: try $0[0] as Title, lastName: try $0[1] as String, email: try $0[2] as EmailAddress) }
        return adult.map { ($0.email, "\($0.title.french) \($0.lastName)") }
    }
}
