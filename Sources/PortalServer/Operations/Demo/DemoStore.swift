import PortalCore

/// The rows of a demo that no service writes at once.
struct DemoStore {
    let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// Makes every group so many times larger than its definition says.
    func enlargeGroups(times scale: Int) throws {
        try transaction.execute("UPDATE groups SET capacity = capacity * $1, planned_staff = planned_staff * $1", scale)
        try PortalCatalogueStore(transaction).noteChange()
    }

    /// What the invented families were written before today has long reached them.
    func deliverMails() throws {
        try transaction.execute(
            "UPDATE outbox SET sent_at = created_at, attempts = 1, secret = NULL WHERE sent_at IS NULL AND failed_at IS NULL"
        )
    }

    /// The accounts of the first families, in the order in which they were made.
    func firstAccounts(_ count: Int) throws -> [Identifier<Account>] {
        try transaction.query("SELECT id FROM accounts ORDER BY id LIMIT $1", count) { try $0[0] }
    }

    func insert(_ place: Place, taken: Int) throws {
        try transaction.execute(
            "INSERT INTO place_counters (counter_id, group_id, day, taken) VALUES ($1, $2, $3, $4)",
            place.counter,
            place.group,
            place.date,
            taken
        )
    }
}

extension DemoStore {
    /// Writes a family with its accounts, keys, enrolments and bookings; the numbers of its children.
    func insert(_ plan: DemoPlan, passwordHash: String, years: [SchoolYear], vault: Vault) throws -> [Identifier<Child>] {
        let households = HouseholdStore(transaction)
        let homes = try plan.family.homes.indices.map { try insertHome($0, of: plan, passwordHash: passwordHash) }
        let children = try zip(plan.family.children, plan.children).map { child, childPlan in
            let id = try households.insertChild(
                firstName: child.firstName,
                lastName: child.lastName,
                birthDay: child.birthDay
            )
            try insertSchools(of: id, child)
            for home in homes { try households.add(id, to: home, custody: plan.family.custody) }
            try insertCustody(of: id, in: homes)
            try insert(childPlan, of: id, homes: homes, years: years)
            try insertEntourage(of: id, in: homes, plan)
            try DemoSheets(transaction: transaction, vault: vault).insert(of: id, in: homes, plan)
            return id
        }
        try DemoPapers(transaction: transaction).insert(of: children, in: homes, plan)
        return children
    }

    private func insertSchools(of id: Identifier<Child>, _ child: DemoChild) throws {
        for place in child.schools { try SchoolPlacementStore(transaction).put(place.school, place.level.name, of: id, in: place.year) }
    }

    /// A child of two homes changes each Monday.
    private func insertCustody(of child: Identifier<Child>, in homes: [Identifier<Household>]) throws {
        guard homes.count == 2 else { return }
        let calendar = CustodyCalendar(evenWeeks: homes[0], oddWeeks: homes[1], changeDay: .monday, firstHalfInEvenYears: nil)
        try CustodyStore(transaction).put(calendar, of: child)
    }

    /// A grandmother who may come for the child, and in every third family a neighbour to call first.
    private func insertEntourage(of child: Identifier<Child>, in homes: [Identifier<Household>], _ plan: DemoPlan) throws {
        guard let home = homes.first, let lastName = plan.family.homes.first?.adults.first?.lastName else { return }
        let contacts = ContactStore(transaction)
        let people = [("Monique", lastName, "Grand-mère"), ("Dominique", "Lefort", "Voisin")].prefix(plan.number % 3 == 0 ? 2 : 1)
        for (index, person) in people.enumerated() {
            guard let phone = PhoneNumber("063998\(padded((plan.number * 2 + index) % 10_000, 4))") else { continue }
            let details = ContactDetails(
                firstName: person.0,
                lastName: person.1,
                kinship: person.2,
                phone: phone,
                picksUp: index == 0,
                callFirst: index == 1,
                isForbidden: false
            )
            try contacts.insert(details, around: child, of: home, at: plan.joinedAt)
        }
    }

    private func insertHome(_ index: Int, of plan: DemoPlan, passwordHash: String) throws -> Identifier<Household> {
        let home = plan.family.homes[index]
        let households = HouseholdStore(transaction)
        let household = try households.insertHousehold(name: home.name, address: home.address, at: plan.preparedAt)
        for (adult, login) in zip(home.adults, plan.logins[index]) {
            let id = try households.insertAdult(adult)
            try households.add(id, to: household)
            guard let login else { continue }
            let accounts = AccountStore(transaction)
            // The first family meets what is to be accepted; the others have done so.
            if plan.number > 0 { try acceptRegulations(by: id, at: plan.joinedAt) }
            let account = try accounts.insert(login: login, passwordHash: passwordHash, adult: id, at: plan.joinedAt)
            try accounts.confirmEmail(of: account, at: plan.joinedAt)
            for instant in plan.logIns { try accounts.recordLogin(of: account, at: instant) }
        }
        if let key = plan.keys[index] {
            let expiry = plan.logIns[1].adding(hours: 24 * 180)
            try ActivationKeyStore(transaction).insert(key, opening: household, at: plan.preparedAt, expiry: expiry)
        }
        try AuditLog.record(in: transaction, by: .system, .demoHousehold, on: household, at: plan.preparedAt)
        return household
    }

    private func acceptRegulations(by adult: Identifier<Adult>, at joined: Instant) throws {
        try transaction.execute(
            "INSERT INTO regulation_acceptances (adult_id, code, version, accepted_at) SELECT $1, code, version, $2 FROM regulations",
            adult,
            joined
        )
    }

    private func insert(_ plan: DemoChildPlan, of child: Identifier<Child>, homes: [Identifier<Household>], years: [SchoolYear]) throws {
        let enrolments = EnrolmentStore(transaction)
        for habit in plan.habits {
            for year in years {
                try enrolments.insert(
                    Enrolment(child: child, activity: habit.activity.id, group: habit.group.id, firstDay: year.firstDay, lastDay: year.lastDay)
                )
            }
        }
        let bookings = BookingStore(transaction)
        for booking in plan.bookings {
            let slot = BookingSlot(child: child, unit: booking.unit, date: booking.date)
            try bookings.insert(
                Booking(
                    slot: slot,
                    group: booking.group,
                    household: homes[booking.home],
                    state: booking.state,
                    price: booking.price,
                    surcharge: .zero
                )
            )
        }
    }
}

extension DemoStore {
    typealias AccountOfChild = (child: Identifier<Child>, account: Identifier<Account>)

    /// Children of a group who have nothing on a day, each with an account of its household, the first families first.
    func idle(in group: Identifier<ActivityGroup>, on date: CivilDate, limit: Int) throws -> [AccountOfChild] {
        let all: [AccountOfChild] = try transaction.query(
            """
            SELECT e.child_id, min(a.id) FROM enrolments e JOIN household_children c ON c.child_id = e.child_id
                JOIN household_adults m ON m.household_id = c.household_id JOIN accounts a ON a.adult_id = m.adult_id
            WHERE e.group_id = $1 AND e.first_day <= $2 AND e.last_day >= $2
                AND NOT EXISTS (SELECT 1 FROM bookings b WHERE b.child_id = e.child_id AND b.day = $2)
                AND NOT EXISTS (SELECT 1 FROM awaited_places p WHERE p.child_id = e.child_id AND p.day = $2)
                AND NOT EXISTS (SELECT 1 FROM custody_calendars k WHERE k.child_id = e.child_id)
            GROUP BY e.child_id ORDER BY min(a.id), e.child_id
            """,
            group,
            date,
            decode: { (try $0[0], try $0[1]) }
        )
        return Array(all.prefix(limit))
    }

    /// A child who has a unit on a day, with an account of the household that booked it; not one of the first families, which a visitor logs in with.
    func holder(
        of unit: Identifier<BookableUnit>,
        in group: Identifier<ActivityGroup>,
        on date: CivilDate
    ) throws -> AccountOfChild? {
        try transaction.first(
            """
            SELECT b.child_id, a.id FROM bookings b JOIN household_adults m ON m.household_id = b.household_id JOIN accounts a ON a.adult_id = m.adult_id
            WHERE b.unit_id = $1 AND b.group_id = $2 AND b.day = $3 ORDER BY a.id DESC LIMIT 1
            """,
            unit,
            group,
            date,
            decode: { (try $0[0], try $0[1]) }
        )
    }
}

extension AuditAct {
    /// Subject: an invented household.
    fileprivate static let demoHousehold = AuditAct(rawValue: "household.invented")
}
