/// Reads and writes the addresses that do not exist. They are kept in lower case: mail servers hardly ever tell capitals apart.
struct UnreachableAddressStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// nil for an address that answers, as far as anybody knows.
    func address(_ email: EmailAddress) throws -> UnreachableAddress? {
        try transaction.first(
            "SELECT address, since, answer FROM unreachable_addresses WHERE address = $1",
            key(email),
            decode: { try UnreachableAddress(email: $0[0], since: $0[1], answer: $0[2]) }
        )
    }

    /// False when it was marked already: the first answer stays.
    func mark(_ email: EmailAddress, since now: Instant, answer: String) throws -> Bool {
        try transaction.execute(
            "INSERT INTO unreachable_addresses (address, since, answer) VALUES ($1, $2, $3) ON CONFLICT (address) DO NOTHING",
            key(email),
            now,
            answer
        ) == 1
    }

    /// False when it was not marked.
    func forget(_ email: EmailAddress) throws -> Bool {
        try transaction.execute("DELETE FROM unreachable_addresses WHERE address = $1", key(email)) == 1
    }

    func count() throws -> Int { try transaction.first("SELECT count(*) FROM unreachable_addresses") { try $0[0] } ?? 0 }

    /// The latest first, each with everybody who has it.
    func lines() throws -> [UnreachableAddressLine] {
        let rows = try transaction.query(
            """
            SELECT u.address, u.since, u.answer, d.first_name, d.last_name, m.household_id
            FROM unreachable_addresses u LEFT JOIN adults d ON lower(d.email) = u.address LEFT JOIN household_adults m ON m.adult_id = d.id
            ORDER BY u.since DESC, u.address, d.id, m.household_id
            """
        ) { row -> UnreachableAddressLine in
            let (firstName, lastName): (String?, String?) = (try row[3], try row[4])
            let household: Identifier<Household>? = try row[5]
            let person = firstName.map { UnreachableAddressLine.Person(name: "\($0) \(lastName ?? "")", household: household) }
            return UnreachableAddressLine(
                address: try UnreachableAddress(email: row[0], since: row[1], answer: row[2]),
                people: person.map { [$0] } ?? []
            )
        }
        return rows.reduce(into: []) { lines, row in
            if let last = lines.last, last.address == row.address {
                lines[lines.count - 1] = UnreachableAddressLine(address: last.address, people: last.people + row.people)
            } else {
                lines.append(row)
            }
        }
    }

    private func key(_ email: EmailAddress) -> String { email.text.lowercased() }
}
