/// Writes numbers over the names of adults and households.
struct ErasedPersonStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// Each says whether it was not erased before.
    func mark(_ adult: Identifier<Adult>, at now: Instant) throws -> Bool {
        try transaction.execute("UPDATE adults SET erased_at = $2 WHERE id = $1 AND erased_at IS NULL", adult, now) == 1
    }

    func mark(_ child: Identifier<Child>, at now: Instant) throws -> Bool {
        try transaction.execute("UPDATE children SET erased_at = $2 WHERE id = $1 AND erased_at IS NULL", child, now) == 1
    }

    func mark(_ household: Identifier<Household>, at now: Instant) throws -> Bool {
        try transaction.execute("UPDATE households SET erased_at = $2 WHERE id = $1 AND erased_at IS NULL", household, now) == 1
    }

    func account(of adult: Identifier<Adult>) throws -> Identifier<Account>? {
        try transaction.first("SELECT id FROM accounts WHERE adult_id = $1", adult, decode: { try $0[0] })
    }

    /// The other people of an adult's letters read a number. The mails that name an address without an account go with it.
    func erase(_ adult: Identifier<Adult>) throws {
        try ErasedMessageStore(transaction).eraseAddressed(to: adult)
        try transaction.execute(
            """
            UPDATE adults SET first_name = 'Personne', last_name = $2, email = NULL, phone = NULL, street = '', postal_code = '00000', city = ''
            WHERE id = $1
            """,
            adult,
            "effacée n° \(adult.rawValue)"
        )
        try transaction.execute("DELETE FROM document_files WHERE document_id IN (SELECT id FROM documents WHERE adult_id = $1)", adult)
        try transaction.execute("UPDATE documents SET note = '' WHERE adult_id = $1", adult)
        try transaction.execute("DELETE FROM child_relations WHERE adult_id = $1", adult)
        try transaction.execute("DELETE FROM regulation_acceptances WHERE adult_id = $1", adult)
        try eraseWords(kind: .adult, adult.rawValue)
    }

    func erase(_ household: Identifier<Household>) throws {
        try transaction.execute(
            "UPDATE households SET name = $2, street = '', postal_code = '00000', city = '' WHERE id = $1",
            household,
            "FOYER EFFACÉ \(household.rawValue)"
        )
        try transaction.execute("DELETE FROM household_incomes WHERE household_id = $1", household)
        try transaction.execute("DELETE FROM official_quotients WHERE household_id = $1", household)
        try transaction.execute("DELETE FROM document_files WHERE document_id IN (SELECT id FROM documents WHERE household_id = $1)", household)
        try transaction.execute("UPDATE documents SET note = '' WHERE household_id = $1", household)
        try transaction.execute("DELETE FROM document_reminders WHERE household_id = $1", household)
        try transaction.execute("DELETE FROM check_reminders WHERE household_id = $1", household)
        try transaction.execute("DELETE FROM arrears_exemptions WHERE household_id = $1", household)
        try transaction.execute("DELETE FROM dated_marks WHERE household_id = $1", household)
        try transaction.execute(
            "UPDATE change_requests SET old_value = '', new_value = '', reason = '' WHERE household_id = $1",
            household
        )
        try transaction.execute("UPDATE requests SET note = NULL WHERE household_id = $1", household)
        try eraseWords(kind: .household, household.rawValue)
    }

    /// The households of an adult where everybody is erased.
    func deserted(by adult: Identifier<Adult>) throws -> [Identifier<Household>] {
        try transaction.query(
            """
            SELECT m.household_id FROM household_adults m WHERE m.adult_id = $1 AND NOT EXISTS (
                SELECT 1 FROM household_adults o JOIN adults d ON d.id = o.adult_id WHERE o.household_id = m.household_id AND d.erased_at IS NULL)
            """,
            adult
        ) { try $0[0] }
    }

    /// The children of a household who live in no other that is kept.
    func childrenWithoutHome(of household: Identifier<Household>) throws -> [Identifier<Child>] {
        try transaction.query(
            """
            SELECT m.child_id FROM household_children m WHERE m.household_id = $1 AND NOT EXISTS (
                SELECT 1 FROM household_children o JOIN households h ON h.id = o.household_id WHERE o.child_id = m.child_id AND h.erased_at IS NULL)
            """,
            household
        ) { try $0[0] }
    }

    /// The adults of a household who belong to no other that is kept.
    func adultsWithoutHome(of household: Identifier<Household>) throws -> [Identifier<Adult>] {
        try transaction.query(
            """
            SELECT m.adult_id FROM household_adults m WHERE m.household_id = $1 AND NOT EXISTS (
                SELECT 1 FROM household_adults o JOIN households h ON h.id = o.household_id WHERE o.adult_id = m.adult_id AND h.erased_at IS NULL)
            """,
            household
        ) { try $0[0] }
    }

    func eraseWords(kind: FamilySearchStore.Kind, _ subject: Int64) throws {
        try transaction.execute("DELETE FROM searched_words WHERE kind = $1 AND subject = $2", kind, subject)
        try transaction.execute("DELETE FROM searched_names WHERE kind = $1 AND subject = $2", kind, subject)
    }
}
