extension Migration {
    /// Which member of the staff has taken a family's change on.
    static let changeAssignments = Migration(
        number: 53,
        name: "change assignments",
        statements: ["ALTER TABLE change_requests ADD COLUMN assigned_to {int} REFERENCES staff_members (id)"]
    )
}
