/// Reads and writes accounts.
package struct AccountStore {
    private let transaction: any Transaction

    package init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// The adult whose account it is; nil when there is no such account.
    package func adult(of account: Identifier<Account>) throws -> Identifier<Adult>? {
        try transaction.first("SELECT adult_id FROM accounts WHERE id = $1", account, decode: { try $0[0] })
    }

    package func account(_ id: Identifier<Account>) throws -> Account? {
        try transaction.first(
            """
            SELECT id, login, adult_id, created_at, email_confirmed_at, last_login_at, previous_login_at
            FROM accounts WHERE id = $1
            """,
            id,
            decode: account
        )
    }

    /// The account and the password hash behind a login, or behind a confirmed e-mail address that only one account has.
    func credentials(of typed: SignInName) throws -> (account: Identifier<Account>, passwordHash: String)? {
        let byLogin = try transaction.query(
            "SELECT id, password_hash FROM accounts WHERE login = $1 AND closed_at IS NULL",
            typed.text,
            decode: credentials
        )
        let byEmail = try transaction.query(
            """
            SELECT a.id, a.password_hash FROM adults d JOIN accounts a ON a.adult_id = d.id
            WHERE lower(d.email) = $1 AND a.email_confirmed_at IS NOT NULL AND a.closed_at IS NULL LIMIT 2
            """,
            typed.text,
            decode: credentials
        )
        return byLogin.first ?? (byEmail.count == 1 ? byEmail.first : nil)
    }

    private func credentials(_ row: any Row) throws -> (account: Identifier<Account>, passwordHash: String) { (try row[0], try row[1]) }

    /// Whether somebody has this login.
    package func isTaken(_ login: Login) throws -> Bool {
        try transaction.first("SELECT 1 FROM accounts WHERE login = $1", login.text, decode: { _ in true }) ?? false
    }

    /// - Throws: `DatabaseError.unique` when the login is taken or the adult has an account.
    package func insert(login: Login, passwordHash: String, adult: Identifier<Adult>, at now: Instant) throws -> Identifier<Account> {
        let id: Identifier<Account>? = try transaction.first(
            "INSERT INTO accounts (login, password_hash, adult_id, created_at) VALUES ($1, $2, $3, $4) RETURNING id",
            login.text,
            passwordHash,
            adult,
            now,
            decode: { try $0[0] }
        )
        guard let id else { throw DatabaseError.other("INSERT ... RETURNING gave no row") }
        return id
    }

    /// Remembers a login, and the one before it.
    package func recordLogin(of account: Identifier<Account>, at now: Instant) throws {
        try transaction.execute("UPDATE accounts SET previous_login_at = last_login_at, last_login_at = $2 WHERE id = $1", account, now)
    }

    package func updatePasswordHash(of account: Identifier<Account>, to hash: String) throws {
        try transaction.execute("UPDATE accounts SET password_hash = $2 WHERE id = $1", account, hash)
    }

    /// Stores a password; with an instant it is one that the town made up, which lets in until then to choose another one.
    func setPassword(of account: Identifier<Account>, hash: String, madeUpUntil: Instant?) throws {
        try transaction.execute("UPDATE accounts SET password_hash = $2, first_password_until = $3 WHERE id = $1", account, hash, madeUpUntil)
    }

    /// Until when the password that the town made up lets in; nil for a password of one's own.
    func firstPasswordUntil(of account: Identifier<Account>) throws -> Instant? {
        try transaction.first("SELECT first_password_until FROM accounts WHERE id = $1", account, decode: { try $0[0] as Instant? }) ?? nil
    }

    /// Lets nobody in any more. The login stays taken.
    func close(_ account: Identifier<Account>, at now: Instant) throws {
        try transaction.execute(
            "UPDATE accounts SET password_hash = '', first_password_until = NULL, closed_at = $2 WHERE id = $1 AND closed_at IS NULL",
            account,
            now
        )
    }

    /// Makes a closed account one that waits for its first password again.
    func reopen(_ account: Identifier<Account>) throws {
        try transaction.execute("UPDATE accounts SET closed_at = NULL WHERE id = $1", account)
    }

    package func confirmEmail(of account: Identifier<Account>, at now: Instant) throws {
        try transaction.execute(
            "UPDATE accounts SET email_confirmed_at = $2 WHERE id = $1 AND email_confirmed_at IS NULL",
            account,
            now
        )
    }

    /// The adults of a household who have an account.
    package func adultsWithAccount(in household: Identifier<Household>) throws -> Set<Identifier<Adult>> {
        try Set(
            transaction.query(
                "SELECT m.adult_id FROM household_adults m JOIN accounts a ON a.adult_id = m.adult_id WHERE m.household_id = $1",
                household,
                decode: { try $0[0] }
            )
        )
    }

    /// The accounts of a household's adults.
    package func accounts(in household: Identifier<Household>) throws -> [Account] {
        try transaction.query(
            """
            SELECT a.id, a.login, a.adult_id, a.created_at, a.email_confirmed_at, a.last_login_at, a.previous_login_at
            FROM household_adults m JOIN accounts a ON a.adult_id = m.adult_id WHERE m.household_id = $1 ORDER BY a.id
            """,
            household,
            decode: account
        )
    }

    private func account(_ row: any Row) throws -> Account {
        try Account(
            id: row[0],
            login: row[1],
            adult: row[2],
            createdAt: row[3],
            emailConfirmedAt: row[4],
            lastLoginAt: row[5],
            previousLoginAt: row[6]
        )
    }
}
