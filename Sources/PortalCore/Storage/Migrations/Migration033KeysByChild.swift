extension Migration {
    /// Clés enfance that open one child, and children who are kept from an adult until their key is typed.
    static let keysByChild = Migration(
        number: 33,
        name: "keys by child",
        statements: [
            "ALTER TABLE portal ADD COLUMN key_scope {text} NOT NULL DEFAULT 'foyer'",
            // Empty for a key that opens the whole household.
            "ALTER TABLE activation_keys ADD COLUMN child_id {int} REFERENCES children (id)",
            "ALTER TABLE activation_keys ADD COLUMN campaign_id {int} REFERENCES key_campaigns (id)",
            """
            UPDATE activation_keys SET campaign_id = (SELECT min(h.campaign_id) FROM key_campaign_households h WHERE h.key_id = activation_keys.id)
            """,
            "CREATE INDEX activation_keys_by_campaign ON activation_keys (campaign_id, household_id)",
            "ALTER TABLE child_relations ADD COLUMN awaits_key {int} NOT NULL DEFAULT 0",
        ]
    )
}
