extension Migration {
    /// Quotients that the CAF or the MSA has given for households, from API Particulier or on a document that the staff have seen.
    static let officialQuotients = Migration(
        number: 29,
        name: "official quotients",
        statements: [
            """
            CREATE TABLE official_quotients (
                id {id}, household_id {int} NOT NULL REFERENCES households (id), quotient {int} NOT NULL, provider {text} NOT NULL,
                quotient_month {text} NOT NULL, origin {text} NOT NULL, first_day {int} NOT NULL, last_day {int} NOT NULL, noted_at {int} NOT NULL,
                account_id {int} REFERENCES accounts (id), staff_id {int} REFERENCES staff_members (id)
            ) {strict}
            """,
            "CREATE INDEX official_quotients_by_household ON official_quotients (household_id, id)",
        ]
    )
}
