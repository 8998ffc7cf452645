import PortalCore
import Testing

/// A small town in a database of its own, with three activities whose rules differ, and as many families as a test asks for.
struct BookingTown {
    let database: any Database
    let catalogue: PortalCatalogue

    static func open(custodyView: CustodyView = .whole) async throws -> BookingTown {
        try await open(on: temporaryDatabase(), custodyView: custodyView)
    }

    static func open(with catalogue: PortalCatalogue) async throws -> BookingTown { try await open(on: temporaryDatabase(), with: catalogue) }

    static func open(on database: any Database, custodyView: CustodyView = .whole) async throws -> BookingTown {
        try await open(on: database, with: .bookingTown(custodyView: custodyView))
    }

    static func open(on database: any Database, with catalogue: PortalCatalogue) async throws -> BookingTown {
        let town = BookingTown(database: database, catalogue: catalogue)
        let activities = town.catalogue.activities
        try await town.database.write { transaction in
            for activity in activities { try transaction.insert(activity) }
        }
        return town
    }

    func bookings(at now: String) throws -> BookingService { BookingService(try portal(at: now), catalogue) }
    func requests(at now: String) throws -> RequestService { RequestService(try portal(at: now), catalogue) }

    func portal(at now: String) throws -> Portal {
        Portal(slug: "ville", database: database, clock: StoppedClock(try #require(Instant(rfc3339: now))))
    }

    /// A parent with an account, its household and its children, enrolled for the school year in the first group of every activity.
    func family(_ name: String, children: [String]) async throws -> HouseholdAccess {
        let activities = catalogue.activities
        return try await database.write { transaction in
            let account = try transaction.insertParent(name)
            for child in children {
                let id = try transaction.insertChild(child, of: account.household)
                for activity in activities { try transaction.enrol(id, in: activity) }
            }
            return try #require(try HouseholdAccess(account: account.id, in: transaction))
        }
    }

    /// Another parent, in a household of its own, of children that exist.
    func secondHousehold(_ name: String, of children: [Identifier<Child>]) async throws -> HouseholdAccess {
        try await database.write { transaction in
            let account = try transaction.insertParent(name)
            for child in children { try HouseholdStore(transaction).add(child, to: account.household, custody: .alternate) }
            return try #require(try HouseholdAccess(account: account.id, in: transaction))
        }
    }

    /// What a statement counts.
    func count(_ sql: StaticString) throws -> Int { try #require(try database.read { try $0.first(sql, decode: { try $0[0] as Int }) }) }
}

extension Transaction {
    fileprivate func insertParent(_ name: String) throws -> (id: Identifier<Account>, household: Identifier<Household>) {
        let address = PostalAddress(street: "1 rue des Lilas", postalCode: try #require(PostalCode("91070")), city: "Ville")
        let email = try #require(EmailAddress("\(name.lowercased())@example.org"))
        let households = HouseholdStore(self)
        let now = Instant(seconds: 0)
        let household = try households.insertHousehold(name: name, address: address, at: now)
        let details = AdultDetails(title: .madame, firstName: "Marie", lastName: name, email: email, phone: nil, address: address)
        let adult = try households.insertAdult(details)
        try households.add(adult, to: household)
        let login = try #require(Login(name))
        return (try AccountStore(self).insert(login: login, passwordHash: "", adult: adult, at: now), household)
    }

    fileprivate func insertChild(_ firstName: String, of household: Identifier<Household>) throws -> Identifier<Child> {
        let households = HouseholdStore(self)
        let born = try day("2018-05-04")
        let child = try households.insertChild(firstName: firstName, lastName: "Dupont", birthDay: born)
        try SchoolPlacementStore(self).put("Les Tilleuls", "CE2", of: child, in: SchoolYear(startYear: 2026))
        try households.add(child, to: household, custody: .full)
        return child
    }

    fileprivate func enrol(_ child: Identifier<Child>, in activity: Activity) throws {
        let (first, last) = (try day("2026-09-01"), try day("2027-08-31"))
        let group = try #require(activity.groups.first?.id)
        try EnrolmentStore(self).insert(Enrolment(child: child, activity: activity.id, group: group, firstDay: first, lastDay: last))
    }

    func insert(_ activity: Activity) throws {
        try execute(
            """
            INSERT INTO activities (id, code, name, kind, place, description, position, weekdays, period, sessions,
                add_rule, late_adding, late_cancelling, rule_source) VALUES ($1, $2, $3, $4, $5, '', $1, $6, $7, $8, $9, $10, $11, '')
            """,
            activity.id,
            activity.code,
            activity.name,
            activity.kind,
            activity.place,
            activity.opening.weekdays,
            activity.opening.period,
            activity.opening.sessions,
            activity.rules.adding,
            activity.rules.lateAdding,
            activity.rules.lateCancelling
        )
        for counter in activity.counters {
            try execute("INSERT INTO counters (id, activity_id, code) VALUES ($1, $2, $3)", counter.id, activity.id, counter.code)
        }
        for unit in activity.units {
            try execute(
                "INSERT INTO units (id, activity_id, code, name, starts_at, ends_at, price, position) VALUES ($1, $2, $3, $4, $5, $6, $7, $1)",
                unit.id,
                activity.id,
                unit.code,
                unit.name,
                unit.startsAt,
                unit.endsAt,
                unit.price
            )
        }
        for unit in activity.units {
            for (position, counter) in unit.counters.enumerated() {
                try execute("INSERT INTO unit_counters (unit_id, counter_id, position) VALUES ($1, $2, $3)", unit.id, counter.id, position)
            }
        }
        for group in activity.groups {
            try execute(
                "INSERT INTO groups (id, activity_id, code, name, minimum_age, maximum_age, capacity, position) VALUES ($1, $2, $3, $4, 3, 11, $5, $1)",
                group.id,
                activity.id,
                group.code,
                group.name,
                group.capacity
            )
        }
    }
}
