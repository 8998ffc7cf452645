/// Reads the adults of the town with their accounts.
struct AccountPeopleStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// Everybody, by last name.
    func all() throws -> [PersonWithAccount] {
        let people = try transaction.query(
            """
            SELECT d.id, d.title, d.first_name, d.last_name, d.email, d.phone, d.street, d.postal_code, d.city,
                   a.id, a.login, a.last_login_at, a.first_password_until, f.confirmed_at, a.closed_at
            FROM adults d LEFT JOIN accounts a ON a.adult_id = d.id LEFT JOIN second_factors f ON f.account_id = a.id
            ORDER BY d.last_name, d.first_name, d.id
            """,
            decode: person
        )
        let households = try transaction.query(
            "SELECT m.adult_id, h.name FROM household_adults m JOIN households h ON h.id = m.household_id ORDER BY h.id"
        ) { (try $0[0] as Identifier<Adult>, try $0[1] as String) }
        let names = Dictionary(grouping: households, by: \.0).mapValues { $0.map(\.1) }
        return people.map { PersonWithAccount(adult: $0.adult, account: $0.account, households: names[$0.adult.id] ?? []) }
    }

    func person(_ adult: Identifier<Adult>) throws -> PersonWithAccount? {
        try transaction.first(
            """
            SELECT d.id, d.title, d.first_name, d.last_name, d.email, d.phone, d.street, d.postal_code, d.city,
                   a.id, a.login, a.last_login_at, a.first_password_until, f.confirmed_at, a.closed_at
            FROM adults d LEFT JOIN accounts a ON a.adult_id = d.id LEFT JOIN second_factors f ON f.account_id = a.id
            WHERE d.id = $1
            """,
            adult,
            decode: person
        )
    }

    private func person(_ row: any Row) throws -> PersonWithAccount {
        let address = try PostalAddress(street: row[6], postalCode: row[7], city: row[8])
        let adult = try Adult(id: row[0], title: row[1], firstName: row[2], lastName: row[3], email: row[4], phone: row[5], address: address)
        let account = try (row[9] as Identifier<Account>?).map {
            try PersonWithAccount.PreparedState(
                id: $0,
                login: row[10],
                lastLoginAt: row[11],
                firstPasswordUntil: row[12],
                secondFactorSince: row[13],
                closedAt: row[14]
            )
        }
        return PersonWithAccount(adult: adult, account: account, households: [])
    }
}
