/// Writes households and their members, as the town prepares them.
package struct HouseholdStore {
    private let transaction: any Transaction

    package init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// A new household without members.
    package func insertHousehold(name: String, address: PostalAddress, at now: Instant) throws -> Identifier<Household> {
        try inserted(
            transaction.first(
                "INSERT INTO households (name, street, postal_code, city, created_at) VALUES ($1, $2, $3, $4, $5) RETURNING id",
                name,
                address.street,
                address.postalCode,
                address.city,
                now,
                decode: { try $0[0] }
            )
        )
    }

    /// A new adult without household.
    package func insertAdult(_ person: AdultDetails) throws -> Identifier<Adult> {
        try inserted(
            transaction.first(
                """
                INSERT INTO adults (title, first_name, last_name, email, phone, street, postal_code, city)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id
                """,
                person.title,
                person.firstName,
                person.lastName,
                person.email,
                person.phone,
                person.address.street,
                person.address.postalCode,
                person.address.city,
                decode: { try $0[0] }
            )
        )
    }

    /// A new child without household.
    package func insertChild(firstName: String, lastName: String, birthDay: CivilDate) throws -> Identifier<Child> {
        try inserted(
            transaction.first(
                "INSERT INTO children (first_name, last_name, birth_day) VALUES ($1, $2, $3) RETURNING id",
                firstName,
                lastName,
                birthDay,
                decode: { try $0[0] }
            )
        )
    }

    /// Makes an adult a member of a household, after those who are there.
    package func add(_ adult: Identifier<Adult>, to household: Identifier<Household>) throws {
        try transaction.execute(
            """
            INSERT INTO household_adults (household_id, adult_id, position)
            SELECT CAST($1 AS BIGINT), CAST($2 AS BIGINT), count(*) + 1 FROM household_adults WHERE household_id = $1
            """,
            household,
            adult
        )
    }

    /// Gives an adult the place of another one in a household, who is the same person.
    func replace(_ former: Identifier<Adult>, with adult: Identifier<Adult>, in household: Identifier<Household>) throws {
        try transaction.execute(
            "UPDATE household_adults SET adult_id = $3 WHERE household_id = $1 AND adult_id = $2",
            household,
            former,
            adult
        )
    }

    /// Makes a child a member of a household.
    package func add(_ child: Identifier<Child>, to household: Identifier<Household>, custody: Custody) throws {
        try transaction.execute(
            "INSERT INTO household_children (household_id, child_id, custody) VALUES ($1, $2, $3)",
            household,
            child,
            custody
        )
    }

    /// Takes over how an adult is reached, as that adult has typed it.
    package func updateContacts(of adult: Identifier<Adult>, email: EmailAddress, phone: PhoneNumber, address: PostalAddress) throws {
        try transaction.execute(
            "UPDATE adults SET email = $2, phone = $3, street = $4, postal_code = $5, city = $6 WHERE id = $1",
            adult,
            email,
            phone,
            address.street,
            address.postalCode,
            address.city
        )
    }

    /// Takes over where an adult lives and the telephone number.
    package func updateContacts(of adult: Identifier<Adult>, _ contacts: OwnContacts.Checked) throws {
        try transaction.execute(
            "UPDATE adults SET phone = $2, street = $3, postal_code = $4, city = $5 WHERE id = $1",
            adult,
            contacts.phone,
            contacts.address.street,
            contacts.address.postalCode,
            contacts.address.city
        )
    }

    package func updateEmail(of adult: Identifier<Adult>, to email: EmailAddress) throws {
        try transaction.execute("UPDATE adults SET email = $2 WHERE id = $1", adult, email)
    }

    private func inserted<Value>(_ value: Value?) throws(DatabaseError) -> Value {
        guard let value else { throw .other("INSERT ... RETURNING gave no row") }
        return value
    }
}

/// An adult before the portal has numbered it.
package struct AdultDetails: Hashable, Sendable {
    package let title: Title
    package let firstName: String
    package let lastName: String
    package let email: EmailAddress?
    package let phone: PhoneNumber?
    package let address: PostalAddress

    package init(title: Title, firstName: String, lastName: String, email: EmailAddress?, phone: PhoneNumber?, address: PostalAddress) {
        self.title = title
        self.firstName = firstName
        self.lastName = lastName
        self.email = email
        self.phone = phone
        self.address = address
    }
}
