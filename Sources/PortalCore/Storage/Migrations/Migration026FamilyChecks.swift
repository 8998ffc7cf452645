extension Migration {
    /// What households declare each year: that their file is right, and what they earn.
    static let familyChecks = Migration(
        number: 26,
        name: "family checks",
        statements: [
            """
            CREATE TABLE household_incomes (
                id {id}, household_id {int} NOT NULL REFERENCES households (id), annual_income {int} NOT NULL, monthly_benefits {int} NOT NULL,
                children {int} NOT NULL, disabled_children {int} NOT NULL, first_day {int} NOT NULL, last_day {int} NOT NULL,
                declared_at {int} NOT NULL, declared_by {int} NOT NULL REFERENCES accounts (id),
                verified_at {int}, verified_by {int} REFERENCES staff_members (id)
            ) {strict}
            """,
            "CREATE INDEX household_incomes_by_household ON household_incomes (household_id, id)",
            """
            CREATE TABLE yearly_checks (
                household_id {int} NOT NULL REFERENCES households (id), school_year {int} NOT NULL, checked_at {int} NOT NULL,
                checked_by {int} NOT NULL REFERENCES accounts (id), PRIMARY KEY (household_id, school_year)
            ) {clustered}
            """,
        ]
    )
}
