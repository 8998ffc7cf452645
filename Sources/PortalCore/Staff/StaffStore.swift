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

    /// The member and the password hash behind a login; nil for somebody who is deactivated or has not chosen a password yet.
    package func credentials(login: Login) throws -> (member: Identifier<StaffMember>, passwordHash: String)? {
        try transaction.first(
            "SELECT id, password_hash FROM staff_members WHERE login = $1 AND deactivated_at IS NULL AND password_hash <> ''",
            login.text
        ) { (try $0[0], try $0[1]) }
    }

    /// Whether a member may come in.
    func isActive(_ member: Identifier<StaffMember>) throws -> Bool {
        try transaction.first("SELECT 1 FROM staff_members WHERE id = $1 AND deactivated_at IS NULL", member, decode: { _ in true }) ?? false
    }

    /// A member out of a row's id, login, first name, last name, role and previous login, from a column on; with the places of whoever is bound
    /// to some.
    func member(_ row: any Row, from column: Int) throws -> StaffMember {
        let id: Identifier<StaffMember> = try row[column]
        let role: StaffRole = try row[column + 4]
        return try StaffMember(
            id: id,
            login: row[column + 1],
            firstName: row[column + 2],
            lastName: row[column + 3],
            role: role,
            scope: role.isBoundToPlaces ? .places(places(of: id)) : .everywhere,
            previousLoginAt: row[column + 5]
        )
    }

    /// The names of the places that a member is bound to.
    func places(of member: Identifier<StaffMember>) throws -> Set<String> {
        try Set(transaction.query("SELECT place FROM staff_places WHERE staff_id = $1", member) { try $0[0] })
    }

    /// Binds a member to places, in place of those before.
    package func bind(_ member: Identifier<StaffMember>, to places: Set<String>) throws {
        try transaction.execute("DELETE FROM staff_places WHERE staff_id = $1", member)
        for place in places.sorted() { try transaction.execute("INSERT INTO staff_places (staff_id, place) VALUES ($1, $2)", member, place) }
    }

    /// Remembers a login, and the one before it.
    package func recordLogin(of member: Identifier<StaffMember>, at now: Instant) throws {
        try transaction.execute("UPDATE staff_members SET previous_login_at = last_login_at, last_login_at = $2 WHERE id = $1", member, now)
    }

    package func updatePasswordHash(of member: Identifier<StaffMember>, to hash: String) throws {
        try transaction.execute("UPDATE staff_members SET password_hash = $2 WHERE id = $1", member, hash)
    }
}
