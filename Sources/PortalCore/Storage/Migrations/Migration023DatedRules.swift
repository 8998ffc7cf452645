extension Migration {
    /// Rules that hold from a day on, or for some days only.
    static let datedRules = Migration(
        number: 23,
        name: "dated rules",
        statements: [
            """
            CREATE TABLE dated_rules (
                activity_id {int} NOT NULL REFERENCES activities (id), first_day {int} NOT NULL, last_day {int}, add_rule {text} NOT NULL,
                cancel_rule {text}, late_adding {text} NOT NULL, late_cancelling {text} NOT NULL, rule_source {text} NOT NULL,
                PRIMARY KEY (activity_id, first_day)
            ) {clustered}
            """
        ]
    )
}
