/// Reads and writes staff members.
package struct StaffStore {
    private let transaction: any Transaction

    package init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// - Throws: `DatabaseError.unique` when the login is taken.
    @discardableResult
    package func insert(
        login: Login,
        passwordHash: String,
        firstName: String,
        lastName: String,
        role: StaffRole
    ) throws -> Identifier<StaffMember> {
        let id: Identifier<StaffMember>? = try transaction.first(
            "INSERT INTO staff_members (login, password_hash, first_name, last_name, role) VALUES ($1, $2, $3, $4, $5) RETURNING id",
            login.text,
            passwordHash,
            firstName,
            lastName,
            role,
            decode: { try $0[0] }
        )
        guard let id else { throw DatabaseError.other("INSERT ... RETURNING gave no row") }
        return id
    }

    package func credentials(login: Login) throws -> (member: Identifier<StaffMember>, passwordHash: String)? {
        try transaction.first("SELECT id, password_hash FROM staff_members WHERE login = $1", login.text) { (try $0[0], try $0[1]) }
    }

    /// Remembers a login, and the one before it.
    package func recordLogin(of member: Identifier<StaffMember>, at now: Instant) throws {
        try transaction.execute("UPDATE staff_members SET previous_login_at = last_login_at, last_login_at = $2 WHERE id = $1", member, now)
    }

    package func updatePasswordHash(of member: Identifier<StaffMember>, to hash: String) throws {
        try transaction.execute("UPDATE staff_members SET password_hash = $2 WHERE id = $1", member, hash)
    }
}
