import PortalCore
import Testing

/// Documents that an outing asks for before it is booked the first time.
struct OutingDocumentTests {
    private static let now = "2026-11-10T10:00:00+01:00"
    private static let date = "2026-12-16"
    private static let pdf = Array("%PDF-1.4 accord".utf8)

    private static func document(_ demand: String, per scope: String, activities: String) -> String {
        """
        pièces justificatives:
          - code: accord
            nom: Accord de sortie
            par: \(scope)
            validité: illimitée
            exigence: \(demand)
            activités: \(activities)
        """
    }

    private struct Home {
        let outing: OutingTown
        let family: HouseholdAccess
        let portal: Portal

        init(_ demand: String = "bloquante", per scope: String = "enfant", activities: String = "[cirque]") async throws {
            let documents = OutingDocumentTests.document(demand, per: scope, activities: activities)
            outing = try await OutingTown(OutingTown.yaml(participants: "[mercredis]", documents: documents))
            family = try await outing.family("Dupont", children: ["Léa", "Tom"])
            portal = try outing.town.portal(at: OutingDocumentTests.now)
        }

        var catalogue: PortalCatalogue { outing.town.catalogue }
        var lea: Identifier<Child> { family.children[0].id }
        var bookings: BookingService { BookingService(portal, catalogue) }
        var documents: DocumentService { DocumentService(portal, catalogue, hasAntivirus: false) }
        var regulations: RegulationService { RegulationService(portal, catalogue) }
        var add: BookingChange { PortalCoreTests.add(lea, outing.unit, OutingDocumentTests.date) }

        func asks() throws -> [String] {
            try documents.asks(of: family).map { "\($0.subjectName) \($0.isOpen ? "à envoyer" : $0.outings.isEmpty ? "en ordre" : "si réservé")" }
        }
    }

    @Test func `the first booking waits for the document, with the way out, and only the outing's does`() async throws {
        let home = try await Home()
        let words = "la pièce « Accord de sortie » pour Léa, demandée pour « Cirque d'hiver », est à envoyer"
        let refused = BookingOutcome.refused("Avant de réserver : \(words), dans votre espace, page « Pièces justificatives ».")
        #expect(try home.bookings.review([home.add], by: home.family).lines.map(\.outcome.plain) == [refused])
        #expect(try await home.bookings.confirm([home.add], key: key(1), by: home.family).lines.map(\.outcome.plain) == [refused])
        #expect(try home.outing.enrolled() == 0)
        let wednesday = try #require(home.catalogue.activity(code: "mercredis")?.units.first).id.rawValue
        #expect(try home.bookings.review([PortalCoreTests.add(home.lea, wednesday, "2026-12-09")], by: home.family).lines[0].outcome == .accepted)
        let ways: [BookingObstacle.WayOut] = home.family.children.map { .document("accord", .child($0.id)) }
        #expect(try home.regulations.obstacles(to: home.family, among: [home.outing.outing.id]).map(\.wayOut) == ways)
        // Nothing is asked of a family that does not look at the outing.
        #expect(try home.regulations.obstacles(to: home.family).isEmpty)
        #expect(try home.asks() == ["Léa si réservé", "Tom si réservé"])
        let guests = try OutingService(home.portal, home.catalogue).invitations(of: home.family)[0].guests
        #expect(guests.allSatisfy { if case .withheld(.blocked, booked: false) = $0.state { true } else { false } })
    }

    @Test func `once it is sent the child is booked, and asked like every child that is booked`() async throws {
        let home = try await Home()
        #expect(try await home.documents.send([Self.pdf], for: "accord", of: .child(home.lea), key: key(1), by: home.family.account))
        #expect(try await home.bookings.confirm([home.add], key: key(2), by: home.family).lines.map(\.outcome) == [.accepted])
        let tom = PortalCoreTests.add(home.family.children[1].id, home.outing.unit, Self.date)
        #expect(try await home.bookings.confirm([tom], key: key(3), by: home.family).lines[0].outcome.isRefused)
        // The staff book all the same, and say why: from then on it is missing.
        let desk = DeskBookingService(home.portal, home.catalogue)
        let household = home.family.families[0].household.id
        let member = try await home.outing.town.clerk()
        _ = try await desk.confirm([tom], on: DeskTerms(), because: "Accord vu au guichet", key: key(4), for: household, by: member)
        #expect(try home.outing.enrolled() == 2)
        #expect(try home.asks() == ["Léa en ordre", "Tom à envoyer"])
    }

    @Test func `a stranger can send it for nobody else's child, and the desk takes it on paper before any booking`() async throws {
        let home = try await Home()
        let stranger = try await home.outing.family("Martin", children: ["Hugo"])
        #expect(try home.documents.file("accord", of: .child(home.lea), for: stranger) == nil)
        #expect(try await home.documents.send([Self.pdf], for: "accord", of: .child(home.lea), key: key(1), by: stranger.account) == false)
        let desk = DocumentDesk(home.portal, home.catalogue)
        let member = try await home.outing.town.clerk()
        let yes = try DocumentVerdict(accepting: true, validUntil: "", note: "", today: home.portal.clock.today)
        let (own, foreign) = (home.family.families[0].household.id, stranger.families[0].household.id)
        #expect(try await desk.takeOnPaper("accord", of: .child(home.lea), in: foreign, yes, by: member) == false)
        #expect(try await desk.takeOnPaper("accord", of: .child(home.lea), in: own, yes, by: member))
        #expect(try home.bookings.review([home.add], by: home.family).lines.map(\.outcome) == [.accepted])
    }

    @Test(arguments: [
        ("bloquante", "enfant", "[cirque]", ["Léa si réservé", "Tom si réservé"], true),
        ("bloquante", "foyer", "[cirque]", ["foyer Dupont si réservé"], true),
        ("bloquante", "enfant", "[mercredis, cirque]", ["Léa à envoyer", "Tom à envoyer"], true),
        ("demandée", "enfant", "[cirque]", [], false), ("bloquante", "enfant", "[vacances]", [], false),
    ])
    func `only what is blocking comes before the first booking, whoever it is about`(
        demand: String,
        scope: String,
        activities: String,
        asks: [String],
        blocks: Bool
    ) async throws {
        let home = try await Home(demand, per: scope, activities: activities)
        #expect(try home.asks() == asks)
        #expect(try home.bookings.review([home.add], by: home.family).lines[0].outcome.isRefused == blocks)
    }
}
