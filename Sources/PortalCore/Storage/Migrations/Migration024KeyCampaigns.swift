extension Migration {
    /// Clés enfance given to many families at once, by mail or on letters.
    static let keyCampaigns = Migration(
        number: 24,
        name: "key campaigns",
        statements: [
            """
            CREATE TABLE key_campaigns (
                id {id}, name {text} NOT NULL, enrolled_only {int} NOT NULL, staff_id {int} NOT NULL REFERENCES staff_members (id),
                started_at {int} NOT NULL, keys_expire_at {int} NOT NULL, closed_at {int}
            ) {strict}
            """,
            """
            CREATE TABLE key_campaign_households (
                campaign_id {int} NOT NULL REFERENCES key_campaigns (id), household_id {int} NOT NULL REFERENCES households (id),
                key_id {int} NOT NULL REFERENCES activation_keys (id), adult_id {int} NOT NULL REFERENCES adults (id),
                mail_id {int} REFERENCES outbox (id), sealed_key {blob}, PRIMARY KEY (campaign_id, household_id)
            ) {clustered}
            """,
        ]
    )
}
