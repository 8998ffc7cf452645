extension Migration {
    /// The e-mail addresses that do not exist, as the mail servers in charge of them said.
    static let unreachableAddresses = Migration(
        number: 40,
        name: "unreachable addresses",
        statements: [
            """
            CREATE TABLE unreachable_addresses (
                address {text} NOT NULL PRIMARY KEY, since {int} NOT NULL, answer {text} NOT NULL
            ) {strict}
            """
        ]
    )
}
