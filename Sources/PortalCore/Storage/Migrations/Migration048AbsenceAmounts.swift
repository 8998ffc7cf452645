extension Migration {
    /// Absences that cost an amount instead of a part of the price.
    static let absenceAmounts = Migration(
        number: 48,
        name: "absence amounts",
        // In cents; where there is one, `rate` says nothing.
        statements: ["ALTER TABLE absence_lines ADD COLUMN amount {int}"]
    )
}
