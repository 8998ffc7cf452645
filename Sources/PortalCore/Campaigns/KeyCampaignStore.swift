/// The campaigns' rows.
struct KeyCampaignStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    func insert(_ form: KeyCampaignForm, by member: Identifier<StaffMember>, at now: Instant, keysExpireAt: Instant) throws -> Identifier<KeyCampaign>
    {
        let id: Identifier<KeyCampaign>? = try transaction.first(
            """
            INSERT INTO key_campaigns (name, enrolled_only, staff_id, started_at, keys_expire_at) VALUES ($1, $2, $3, $4, $5) RETURNING id
            """,
            form.name,
            form.enrolledOnly ? 1 : 0,
            member,
            now,
            keysExpireAt,
            decode: { try $0[0] }
        )
        guard let id else { throw DatabaseError.other("INSERT ... RETURNING gave no row") }
        return id
    }

    /// All of them, the latest first.
    func campaigns() throws -> [KeyCampaign] { try campaigns(only: nil) }

    func campaign(_ id: Identifier<KeyCampaign>) throws -> KeyCampaign? { try campaigns(only: id).first }

    private func campaigns(only id: Identifier<KeyCampaign>?) throws -> [KeyCampaign] {
        try transaction.query(
            """
            SELECT c.id, c.name, c.enrolled_only, c.started_at, c.keys_expire_at, c.closed_at,
                CAST(coalesce(sum(CASE WHEN o.sent_at IS NOT NULL THEN 1 ELSE 0 END), 0) AS BIGINT),
                CAST(coalesce(sum(CASE WHEN o.id IS NOT NULL AND o.sent_at IS NULL AND o.failed_at IS NULL THEN 1 ELSE 0 END), 0) AS BIGINT),
                CAST(coalesce(sum(CASE WHEN o.failed_at IS NOT NULL THEN 1 ELSE 0 END), 0) AS BIGINT),
                CAST(coalesce(sum(CASE WHEN h.household_id IS NOT NULL AND h.mail_id IS NULL THEN 1 ELSE 0 END), 0) AS BIGINT),
                CAST(coalesce(sum(CASE WHEN EXISTS (SELECT 1 FROM activation_keys k
                    WHERE k.campaign_id = h.campaign_id AND k.household_id = h.household_id AND k.used_at IS NOT NULL) THEN 1 ELSE 0 END), 0) AS BIGINT)
            FROM key_campaigns c LEFT JOIN key_campaign_households h ON h.campaign_id = c.id
                LEFT JOIN outbox o ON o.id = h.mail_id
            WHERE c.id = $1 OR CAST($1 AS BIGINT) IS NULL
            GROUP BY c.id, c.name, c.enrolled_only, c.started_at, c.keys_expire_at, c.closed_at ORDER BY c.id DESC
            """,
            id
        ) { row in
            let progress = try KeyCampaign.Progress(mailsSent: row[6], mailsWaiting: row[7], mailsRefused: row[8], letters: row[9], accounts: row[10])
            return try KeyCampaign(
                id: row[0],
                name: row[1],
                enrolledOnly: row[2] != 0,
                startedAt: row[3],
                keysExpireAt: row[4],
                closedAt: row[5],
                progress: progress
            )
        }
    }

    func close(_ id: Identifier<KeyCampaign>, at now: Instant) throws -> Bool {
        guard try transaction.execute("UPDATE key_campaigns SET closed_at = $2 WHERE id = $1 AND closed_at IS NULL", id, now) == 1 else {
            return false
        }
        try transaction.execute("UPDATE key_campaign_households SET sealed_key = NULL WHERE campaign_id = $1", id)
        return true
    }
}

extension KeyCampaignStore {
    /// The next households without any account, and without a key that could still be used.
    func householdsWithoutAccount(enrolledOnly: Bool, on today: CivilDate, at now: Instant, limit: Int) throws -> [Identifier<Household>] {
        try transaction.query(
            """
            SELECT h.id FROM households h
            WHERE EXISTS (SELECT 1 FROM household_adults a WHERE a.household_id = h.id)
                AND NOT EXISTS (SELECT 1 FROM household_adults a JOIN accounts c ON c.adult_id = a.adult_id WHERE a.household_id = h.id)
                AND NOT EXISTS (
                    SELECT 1 FROM activation_keys k
                    WHERE k.household_id = h.id AND k.used_at IS NULL AND k.revoked_at IS NULL AND k.expires_at > $3)
                AND (CAST($1 AS BIGINT) = 0 OR EXISTS (
                    SELECT 1 FROM household_children c JOIN enrolments e ON e.child_id = c.child_id
                    WHERE c.household_id = h.id AND e.last_day >= $2))
            ORDER BY h.id LIMIT $4
            """,
            enrolledOnly ? 1 : 0,
            today,
            now,
            limit
        ) { try $0[0] }
    }

    /// How many of some households have an adult with an e-mail address that exists.
    func withEmail(_ households: [Identifier<Household>]) throws -> Int {
        let reachable: Set<Identifier<Household>> = Set(
            try transaction.query(
                """
                SELECT DISTINCT a.household_id FROM household_adults a JOIN adults d ON d.id = a.adult_id
                WHERE d.email IS NOT NULL AND NOT EXISTS (SELECT 1 FROM unreachable_addresses u WHERE u.address = lower(d.email))
                """
            ) { try $0[0] }
        )
        return households.count(where: reachable.contains)
    }

    /// Notes the key that a household gets.
    ///
    /// - Parameters:
    ///   - mail: the mail that carries it; nil for a letter.
    ///   - sealed: the key of a letter that is still to be printed.
    func put(
        _ key: Identifier<ActivationKey>,
        for household: Identifier<Household>,
        addressedTo adult: Identifier<Adult>,
        of campaign: Identifier<KeyCampaign>,
        mail: Identifier<OutboxMessage>?,
        sealed: [UInt8]?
    ) throws {
        try transaction.execute(
            """
            INSERT INTO key_campaign_households (campaign_id, household_id, key_id, adult_id, mail_id, sealed_key) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (campaign_id, household_id) DO UPDATE SET key_id = excluded.key_id, adult_id = excluded.adult_id,
                mail_id = excluded.mail_id, sealed_key = excluded.sealed_key
            """,
            campaign,
            household,
            key,
            adult,
            mail,
            sealed
        )
    }

    /// The letters with a key that is still kept and can be used, by household.
    func letters(of campaign: Identifier<KeyCampaign>) throws -> [(household: Identifier<Household>, adult: Identifier<Adult>, sealed: [UInt8])] {
        try transaction.query(
            """
            SELECT h.household_id, h.adult_id, h.sealed_key FROM key_campaign_households h
            WHERE h.campaign_id = $1 AND h.sealed_key IS NOT NULL AND EXISTS (
                SELECT 1 FROM activation_keys k
                WHERE k.campaign_id = h.campaign_id AND k.household_id = h.household_id AND k.used_at IS NULL AND k.revoked_at IS NULL)
            ORDER BY h.household_id
            """,
            campaign
        ) { try (household: $0[0], adult: $0[1], sealed: $0[2]) }
    }

    /// The mails that no server took: nobody has read their keys.
    func refusedMails(of campaign: Identifier<KeyCampaign>) throws -> [RefusedKeyMail] {
        try transaction.query(
            """
            SELECT h.household_id, f.name, o.recipient, o.last_error
            FROM key_campaign_households h JOIN outbox o ON o.id = h.mail_id JOIN households f ON f.id = h.household_id
            WHERE h.campaign_id = $1 AND o.failed_at IS NOT NULL ORDER BY f.name, f.id
            """,
            campaign
        ) { try RefusedKeyMail(household: $0[0], name: $0[1], recipient: $0[2], reason: $0[3] ?? "") }
    }
}
