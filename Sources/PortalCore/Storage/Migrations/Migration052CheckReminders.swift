extension Migration {
    /// The days on which families are reminded to check their file, and whom a reminder has gone to.
    static let checkReminders = Migration(
        number: 52,
        name: "check reminders",
        statements: [
            "CREATE TABLE check_reminder_days (month {int} NOT NULL, day {int} NOT NULL, PRIMARY KEY (month, day)) {clustered}",
            // `occasion`: the town's day in ISO form, or the instant at which a member of the staff asked for it.
            """
            CREATE TABLE check_reminders (
                household_id {int} NOT NULL REFERENCES households (id), account_id {int} NOT NULL REFERENCES accounts (id),
                school_year {int} NOT NULL, occasion {text} NOT NULL, reminded_at {int} NOT NULL, reminded_by {int} REFERENCES staff_members (id),
                PRIMARY KEY (household_id, account_id, occasion)
            ) {clustered}
            """,
        ]
    )
}
