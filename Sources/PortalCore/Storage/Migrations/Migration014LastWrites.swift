extension Migration {
    /// The number of the last write that each connection to a PostgreSQL server has committed. A file has one writer, and needs no row.
    static let lastWrites = Migration(
        number: 14,
        name: "last writes",
        statements: ["CREATE TABLE last_writes (connection {id}, number {int} NOT NULL, at {int} NOT NULL) {strict}"]
    )
}
