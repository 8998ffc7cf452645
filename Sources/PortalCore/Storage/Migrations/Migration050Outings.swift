extension Migration {
    /// What outings have besides what every activity has.
    static let outings = Migration(
        number: 50,
        name: "outings",
        // `participants`: the codes of the activities that it is for, empty for everybody.
        statements: ["CREATE TABLE outings (activity {text} PRIMARY KEY, meeting {text} NOT NULL, participants {text} NOT NULL) {strict}"]
    )
}
