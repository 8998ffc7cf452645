/// Reads the owners of accounts.
struct AccountOwnerStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    func owner(of account: Identifier<Account>) throws -> AccountOwner? {
        try transaction.first(
            "SELECT a.id, a.login, d.email, d.title, d.last_name FROM accounts a JOIN adults d ON d.id = a.adult_id WHERE a.id = $1",
            account,
            decode: owner
        )
    }

    /// The owners of the login or the e-mail address that somebody typed: several where adults share an address, at most five.
    func owners(of typed: SignInName) throws -> [AccountOwner] {
        try transaction.query(
            """
            SELECT a.id, a.login, d.email, d.title, d.last_name FROM accounts a JOIN adults d ON d.id = a.adult_id
            WHERE a.id IN (
                SELECT id FROM accounts WHERE login = $1 AND closed_at IS NULL
                UNION SELECT b.id FROM adults e JOIN accounts b ON b.adult_id = e.id WHERE lower(e.email) = $1 AND b.closed_at IS NULL
            )
            ORDER BY a.id LIMIT 5
            """,
            typed.text,
            decode: owner
        )
    }

    /// The adult whose account it is.
    func adult(of account: Identifier<Account>) throws -> Adult? {
        try transaction.first(
            """
            SELECT d.id, d.title, d.first_name, d.last_name, d.email, d.phone, d.street, d.postal_code, d.city
            FROM accounts a JOIN adults d ON d.id = a.adult_id WHERE a.id = $1
            """,
            account
        ) { row in
            let address = try PostalAddress(street: row[6], postalCode: row[7], city: row[8])
            return try Adult(id: row[0], title: row[1], firstName: row[2], lastName: row[3], email: row[4], phone: row[5], address: address)
        }
    }

    private func owner(_ row: any Row) throws -> AccountOwner {
        let title: Title = try row[3]
        let lastName: String = try row[4]
        return try AccountOwner(account: row[0], login: row[1], email: row[2], salutation: "\(title.french) \(lastName)")
    }
}
