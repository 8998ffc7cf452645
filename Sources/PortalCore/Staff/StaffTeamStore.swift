/// Reads and writes the staff's accounts for who manages them, and the links of those who are invited.
struct StaffTeamStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// Everybody, by name.
    func colleagues() throws -> [StaffColleague] {
        try transaction.query(
            """
            SELECT m.id, m.login, m.first_name, m.last_name, m.role, m.previous_login_at, m.email, m.deactivated_at, m.last_login_at,
                CASE WHEN m.password_hash = '' THEN 1 ELSE 0 END, i.expires_at, f.confirmed_at
            FROM staff_members m LEFT JOIN staff_invitations i ON i.staff_id = m.id LEFT JOIN second_factors f ON f.staff_id = m.id
            ORDER BY m.last_name, m.first_name, m.id
            """,
            decode: colleague
        )
    }

    func colleague(_ id: Identifier<StaffMember>) throws -> StaffColleague? {
        try transaction.first(
            """
            SELECT m.id, m.login, m.first_name, m.last_name, m.role, m.previous_login_at, m.email, m.deactivated_at, m.last_login_at,
                CASE WHEN m.password_hash = '' THEN 1 ELSE 0 END, i.expires_at, f.confirmed_at
            FROM staff_members m LEFT JOIN staff_invitations i ON i.staff_id = m.id LEFT JOIN second_factors f ON f.staff_id = m.id
            WHERE m.id = $1
            """,
            id,
            decode: colleague
        )
    }

    private func colleague(_ row: any Row) throws -> StaffColleague {
        let deactivatedAt: Instant? = try row[7]
        let isInvited: Bool = try row[9]
        let state: StaffColleague.State =
            if let deactivatedAt { .deactivated(deactivatedAt) } else if isInvited { .invited(until: try row[10]) } else { .active }
        return try StaffColleague(
            member: StaffStore(transaction).member(row, from: 0),
            email: row[6],
            state: state,
            lastLoginAt: row[8],
            secondFactorSince: row[11]
        )
    }

    func setEmail(of member: Identifier<StaffMember>, to email: EmailAddress) throws {
        try transaction.execute("UPDATE staff_members SET email = $2 WHERE id = $1", member, email)
    }

    func setRole(of member: Identifier<StaffMember>, to role: StaffRole) throws {
        try transaction.execute("UPDATE staff_members SET role = $2 WHERE id = $1", member, role)
    }

    /// - Parameter instant: since when the member may not come in; nil when it may again.
    func setDeactivated(_ member: Identifier<StaffMember>, at instant: Instant?) throws {
        try transaction.execute("UPDATE staff_members SET deactivated_at = $2 WHERE id = $1", member, instant)
    }

    func deleteSessions(of member: Identifier<StaffMember>) throws {
        try transaction.execute("DELETE FROM web_sessions WHERE staff_id = $1", member)
    }

    /// Notes a new link; the member's older one stops working.
    func insert(_ invitation: StaffInvitation, for member: Identifier<StaffMember>) throws {
        try deleteInvitations(of: member)
        try transaction.execute(
            "INSERT INTO staff_invitations (token_hash, staff_id, expires_at) VALUES ($1, $2, $3)",
            SecretDigest(of: invitation.token.text),
            member,
            invitation.expiry
        )
    }

    func deleteInvitations(of member: Identifier<StaffMember>) throws {
        try transaction.execute("DELETE FROM staff_invitations WHERE staff_id = $1", member)
    }

    /// Whom a link lets in; nil when it was never sent, has served, or its owner is deactivated.
    func invited(token: String) throws -> (colleague: StaffColleague, expiry: Instant)? {
        let found = try transaction.first(
            """
            SELECT i.staff_id, i.expires_at FROM staff_invitations i JOIN staff_members m ON m.id = i.staff_id
            WHERE i.token_hash = $1 AND m.deactivated_at IS NULL
            """,
            SecretDigest(of: token)
        ) { (member: try $0[0] as Identifier<StaffMember>, expiry: try $0[1] as Instant) }
        guard let found, let colleague = try colleague(found.member) else { return nil }
        return (colleague, found.expiry)
    }
}
