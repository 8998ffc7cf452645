import PortalCore
import Testing

/// A free place and a family that may not have it: the next one gets it, everybody is told why, and the turn is kept.
struct PassedOverTests {
    private static let now = OrderedTown.now

    /// What has come in the way since the family joined the line.
    private enum Obstacle: CaseIterable {
        case regulation, document, arrears, custody, enrolment

        /// The words that the family and the staff read.
        var reason: String {
            switch self {
            case .regulation: "le règlement « Règlement des mercredis » est à accepter, dans votre espace, page « Règlements »."
            case .document: "page « Pièces justificatives »."
            case .arrears: "80,00 € sont à régler pour le foyer Suivant, dans votre espace, page « Impayés »."
            case .custody: "Le mercredi 4 novembre 2026 est un jour de l'autre foyer de l'enfant (garde alternée) : lui seul peut réserver."
            case .enrolment: "L'enfant n'est pas inscrit à « Mercredis » le mercredi 4 novembre 2026."
            }
        }
    }

    private func catalogue(_ mode: WaitingListMode, _ obstacle: Obstacle?) throws -> PortalCatalogue {
        let regulation = Regulation(code: "accueils", title: "Règlement des mercredis", version: "2026", body: "", activities: ["mercredis"])
        let plain = try PortalCatalogue.bookingTown(
            waitingList: mode,
            places: 1,
            regulations: obstacle == .regulation ? [regulation] : []
        )
        var settings = plain.settings
        if obstacle == .arrears { settings.arrears = ArrearsPolicy(threshold: Cents(5000), message: "") }
        if obstacle == .document {
            settings.documents = [
                DocumentType(
                    code: "assurance",
                    name: "Attestation d'assurance",
                    scope: .child,
                    validity: .schoolYear,
                    demand: .blocking,
                    activities: ["mercredis"]
                )
            ]
        }
        return PortalCatalogue(settings: settings, closures: plain.closures, activities: plain.activities)
    }

    private func hinder(_ family: HouseholdAccess, by obstacle: Obstacle, in town: BookingTown) async throws {
        let (child, household) = (family.children[0].id, family.families[0].household.id)
        switch obstacle {
        case .regulation, .document: break
        case .arrears:
            _ = try await ArrearsService(town.portal(at: Self.now)).record("80", of: household, by: town.clerk())
        case .custody:
            let other = try await town.secondHousehold("Autre", of: [child]).families[0].household.id
            // 4 November is in an odd week.
            let calendar = CustodyCalendar(evenWeeks: household, oddWeeks: other, changeDay: .monday, firstHalfInEvenYears: nil)
            try await town.database.write { try CustodyStore($0).put(calendar, of: child) }
        case .enrolment:
            try await town.database.write { try $0.execute("UPDATE enrolments SET last_day = 20700 WHERE child_id = $1", child) }
        }
    }

    @Test(arguments: [WaitingListMode.given, .offered(hours: 24)])
    func `the next one gets the place, the family and the staff are told once, and the turn is kept`(mode: WaitingListMode) async throws {
        for obstacle in Obstacle.allCases {
            let before = try await BookingTown.open(with: catalogue(mode, nil))
            var families: [HouseholdAccess] = []
            for name in ["Premier", "Suivant", "Troisieme"] {
                families.append(try await before.family(name, children: ["Léa"]))
                let change = add(families[families.count - 1].children[0].id, 1, OrderedTown.date)
                try await before.bookings(at: Self.now).confirm([change], key: OrderedTown.newKey(), by: families[families.count - 1])
            }
            // What the town asks from now on; the third has all that is needed.
            let town = BookingTown(database: before.database, catalogue: try catalogue(mode, obstacle))
            try await provide(families[2], in: town, obstacle)
            try await hinder(families[1], by: obstacle, in: town)
            if obstacle != .enrolment {
                #expect(try waiting(families[1], town).first?.hindrance.map(plainSpaces)?.contains(obstacle.reason) == true, "\(obstacle)")
            }
            let back = cancel(families[0].children[0].id, 1, OrderedTown.date)
            try await town.bookings(at: Self.now).confirm([back], key: OrderedTown.newKey(), by: families[0])
            let isGiven = try town.count("SELECT count(*) FROM bookings") == 1
            #expect(mode == .given ? isGiven : try waiting(families[2], town).first?.offeredUntil != nil, "\(obstacle)")
            #expect(try waiting(families[1], town).map(\.rank) == [1], "\(obstacle)")
            let mails = try mails(town).filter { $0.contains("elle ne peut pas vous être donnée") }
            #expect(mails.count == 1 && mails[0].contains(obstacle.reason) && mails[0].contains("Vous gardez votre rang"), "\(obstacle)")
            let entries = try WaitingListDesk(town.portal(at: Self.now), town.catalogue).day("mercredis", on: day(OrderedTown.date))?.entries ?? []
            let passed = entries.first { $0.slot.child == families[1].children[0].id }?.passedOver
            #expect(passed.map { plainSpaces($0.reason).contains(obstacle.reason) } == true, "\(obstacle)")
            #expect(try town.count("SELECT count(*) FROM audit WHERE act = 'waiting.passedOver'") == 1)
        }
    }

    @Test func `nobody is told twice of one reason, and the place comes once the reason is gone`() async throws {
        let town = try await BookingTown.open(with: catalogue(.given, .arrears))
        let families = [try await town.family("Premier", children: ["Léa"]), try await town.family("Suivant", children: ["Léa"])]
        let bookings = try town.bookings(at: Self.now)
        for family in families {
            try await bookings.confirm([add(family.children[0].id, 1, OrderedTown.date)], key: OrderedTown.newKey(), by: family)
        }
        let member = try await town.clerk()
        let (arrears, household) = (ArrearsService(try town.portal(at: Self.now)), families[1].families[0].household.id)
        _ = try await arrears.record("80", of: household, by: member)
        let back = cancel(families[0].children[0].id, 1, OrderedTown.date)
        try await bookings.confirm([back], key: OrderedTown.newKey(), by: families[0])
        let job = WaitingListService(try town.portal(at: "2026-10-01T11:00:00+02:00"), town.catalogue)
        for _ in 0...2 { _ = try await job.settleDue() }
        #expect(try mails(town).count { $0.contains("elle ne peut pas vous être donnée") } == 1)
        _ = try await arrears.record("0", of: household, by: member)
        #expect(try waiting(families[1], town).first?.hindrance == nil)
        _ = try await job.settleDue()
        #expect(try town.count("SELECT count(*) FROM bookings") == 1)
        #expect(try town.count("SELECT count(*) FROM awaited_places") == 0)
        #expect(try town.count("SELECT taken FROM place_counters") == 1)
    }

    /// Gives a family what the town asks for.
    private func provide(_ family: HouseholdAccess, in town: BookingTown, _ obstacle: Obstacle) async throws {
        let portal = try town.portal(at: Self.now)
        if obstacle == .regulation { _ = try await RegulationService(portal, town.catalogue).accept("accueils", version: "2026", by: family) }
        guard obstacle == .document, let type = town.catalogue.settings.documents.first else { return }
        let until = try day("2027-08-31")
        let (child, household) = (family.children[0].id, family.families[0].household.id)
        try await town.database.write { transaction in
            try DocumentTypeStore(transaction).replace(with: [type])
            let store = DocumentStore(transaction)
            let id = try store.insert(type, of: .child(child), in: household, state: .accepted, by: nil, at: portal.clock.now)
            try store.judge(id, .accepted, validUntil: until, note: "", by: nil, at: portal.clock.now)
        }
    }

    private func waiting(_ family: HouseholdAccess, _ town: BookingTown) throws -> [WaitingPlace] {
        try WaitingListService(town.portal(at: Self.now), town.catalogue).places(of: family)
    }

    private func mails(_ town: BookingTown) throws -> [String] {
        try town.database.read { try $0.query("SELECT body FROM outbox ORDER BY id") { try $0[0] as String } }.map(plainSpaces)
    }
}
