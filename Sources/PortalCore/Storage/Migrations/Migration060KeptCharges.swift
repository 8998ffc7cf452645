extension Migration {
    /// What stays charged of a booking that was cancelled after its limit, as the family was told; empty where nobody said it, and all of it stayed.
    static let keptCharges = Migration(
        number: 60,
        name: "kept charges",
        statements: ["ALTER TABLE request_lines ADD COLUMN kept {int}"]
    )
}
