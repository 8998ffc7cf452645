import PortalCore
import Testing

/// Sending, checking and taking back documents, on a database.
struct DocumentServiceTests {
    private static let pdf = Array("%PDF-1.4 attestation".utf8)
    private static let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3]

    @Test func `what is asked is asked of each child, of the household, and of nobody who is not enrolled`() async throws {
        let town = try await DocumentTown()
        #expect(
            try town.standings() == [
                "assurance Tom": .missing, "assurance Léa": .missing, "vaccins Tom": .missing, "vaccins Léa": .missing,
                "domicile foyer Dupont": .missing,
            ]
        )
        try await town.town.database.write { try $0.execute("DELETE FROM enrolments WHERE child_id = $1 AND activity_id = 1", town.lea) }
        #expect(try town.standings()["assurance Léa"] == nil && town.standings()["vaccins Léa"] == .missing)
    }

    @Test func `a document blocks its activity for its child until it is sent, and again when it is refused or over`() async throws {
        let town = try await DocumentTown()
        let desk = try await town.staff(.serviceDesk)
        let bookings = BookingService(town.portal, town.town.catalogue)
        let (wednesday, meal) = (add(town.tom, 1, "2026-11-04"), add(town.tom, 3, "2026-11-05"))
        let refusal =
            "Avant de réserver : la pièce « Attestation d'assurance » pour Tom est à envoyer, dans votre espace, page « Pièces justificatives »."
        #expect(try bookings.review([wednesday, meal], by: town.family).lines.map(\.outcome.plain) == [.refused(refusal), .accepted])
        #expect(try await bookings.confirm([wednesday], key: key(1), by: town.family).lines.map(\.outcome.plain) == [.refused(refusal)])
        let obstacles = try RegulationService(town.portal, town.town.catalogue).obstacles(to: town.family)
        #expect(obstacles.map(\.wayOut) == [.document("assurance", .child(town.tom)), .document("assurance", .child(town.lea))])
        #expect(try await town.service().send([Self.pdf], for: "assurance", of: .child(town.tom), key: key(2), by: town.family.account))
        // Sent is enough, for this child only.
        let both = [wednesday, add(town.lea, 1, "2026-11-04")]
        #expect(try bookings.review(both, by: town.family).lines.map(\.outcome.isAccepted) == [true, false])
        let id = try #require(try town.desk.inbox(nil, for: desk).first).document.id
        let no = try DocumentVerdict(accepting: false, validUntil: "", note: "Illisible.", today: town.portal.clock.today)
        #expect(try await town.desk.judge(id, no, by: desk, link: nil))
        #expect(try bookings.review([wednesday], by: town.family).lines.map(\.outcome.isAccepted) == [false])
        let yes = try DocumentVerdict(accepting: true, validUntil: "2026-10-15", note: "", today: town.portal.clock.today)
        #expect(try await town.desk.judge(id, yes, by: desk, link: nil))
        #expect(try await bookings.confirm([wednesday], key: key(3), by: town.family).lines.map(\.outcome) == [.accepted])
        let later = try town.town.bookings(at: "2026-10-16T09:00:00+02:00")
        let over = try later.review([add(town.tom, 1, "2026-11-18")], by: town.family).lines.map(\.outcome.plain)
        let words = "la pièce « Attestation d'assurance » pour Tom, valable jusqu'au 15/10/2026, est à renouveler"
        #expect(over == [.refused("Avant de réserver : \(words), dans votre espace, page « Pièces justificatives ».")])
    }

    @Test func `files are sealed, joined page after page, sent once, and the staff's readings are noted`() async throws {
        let town = try await DocumentTown()
        let desk = try await town.staff(.serviceDesk)
        let service = town.service()
        for _ in 1...2 { #expect(try await service.send([Self.pdf], for: "domicile", of: home(town), key: key(1), by: town.family.account)) }
        #expect(try await service.send([Self.jpeg, Self.jpeg], for: "domicile", of: home(town), key: key(2), by: town.family.account))
        let file = try #require(try service.file("domicile", of: home(town), for: town.family))
        #expect(file.documents.map(\.files.count) == [3] && file.ask.standing == .sent)
        let sealed = try town.town.database.read { try $0.query("SELECT sealed FROM document_files") { try $0[0] as [UInt8] } }
        #expect(sealed.allSatisfy { $0.firstRange(of: Self.pdf) == nil })
        let document = file.documents[0]
        #expect(try service.read(document.files[0].id, of: document.id, for: town.family)?.bytes == Self.pdf)
        #expect(try await town.desk.read(document.files[1].id, of: document.id, by: desk)?.kind == .jpeg)
        #expect(try town.town.count("SELECT count(*) FROM audit WHERE act = 'document.read'") == 1)
        await #expect(throws: FieldErrors.self) {
            try await service.send([[UInt8]](repeating: Self.pdf, count: 4), for: "domicile", of: home(town), key: key(3), by: town.family.account)
        }
        for wrong in [[], [Array("bonjour".utf8)], [Self.pdf + [UInt8](repeating: 0, count: FileKind.largest)]] as [[[UInt8]]] {
            await #expect(throws: FieldErrors.self) {
                try await service.send(wrong, for: "domicile", of: home(town), key: key(4), by: town.family.account)
            }
        }
        #expect(try await service.withdraw(document.id, by: town.family.account) != nil)
        #expect(try town.town.count("SELECT count(*) FROM document_files") == 0)
        #expect(try town.standings()["domicile foyer Dupont"] == .missing)
    }

    @Test func `a stranger and the child's other household reach nothing of it`() async throws {
        let town = try await DocumentTown()
        let desk = try await town.staff(.serviceDesk)
        let (stranger, other) = (
            try await town.town.family("Martin", children: ["Zoé"]), try await town.town.secondHousehold("Durand", of: [town.tom])
        )
        let service = town.service()
        #expect(try await service.send([Self.pdf], for: "assurance", of: .child(town.tom), key: key(1), by: town.family.account))
        let document = try #require(try service.file("assurance", of: .child(town.tom), for: town.family)?.documents.first)
        for access in [stranger, other] {
            #expect(try service.read(document.files[0].id, of: document.id, for: access) == nil)
            #expect(try await service.withdraw(document.id, by: access.account) == nil)
        }
        #expect(try service.file("assurance", of: .child(town.tom), for: stranger) == nil)
        #expect(try await !service.send([Self.pdf], for: "assurance", of: .child(town.tom), key: key(2), by: stranger.account))
        // The other household sees neither the file nor that it waits, and is not asked again once it is good.
        let seen = try #require(try service.file("assurance", of: .child(town.tom), for: other))
        #expect(seen.documents.isEmpty && seen.ask.standing == .missing)
        let yes = try DocumentVerdict(accepting: true, validUntil: "2027-08-31", note: "", today: town.portal.clock.today)
        #expect(try await town.desk.judge(document.id, yes, by: desk, link: nil))
        #expect(try service.file("assurance", of: .child(town.tom), for: other)?.ask.standing == .given(until: try day("2027-08-31")))
    }

    @Test func `health is for who reads sheets and for who decides for the child`() async throws {
        let town = try await DocumentTown()
        let (office, desk) = (try await town.staff(.cashOffice), try await town.staff(.serviceDesk))
        let service = town.service()
        #expect(try await service.send([Self.pdf], for: "vaccins", of: .child(town.tom), key: key(1), by: town.family.account))
        let document = try #require(try service.file("vaccins", of: .child(town.tom), for: town.family)?.documents.first)
        #expect(try town.desk.inbox(nil, for: office).isEmpty && town.desk.document(document.id, for: office) == nil)
        #expect(try await town.desk.read(document.files[0].id, of: document.id, by: office) == nil)
        #expect(try town.desk.inbox("vaccins", for: desk).count == 1 && town.desk.inbox("domicile", for: desk).isEmpty)
        let household = try #require(town.family.families.first).household.id
        #expect(try town.desk.file(of: household, for: office)?.asks.contains { $0.type.isHealth } == false)
        let relation = ChildRelation(kinship: .stepParent, standing: .none, rights: [.sees, .books])
        try await HouseholdDesk(town.portal).put(relation, of: town.family.adult.id, to: town.tom, in: household, by: desk.id)
        let access = try #require(try town.town.database.read { try HouseholdAccess(account: town.family.account, in: $0) })
        #expect(try service.file("vaccins", of: .child(town.tom), for: access) == nil)
        #expect(try service.read(document.files[0].id, of: document.id, for: access) == nil)
        #expect(try service.file("assurance", of: .child(town.tom), for: access) != nil)
    }

    @Test func `families that lack something are written to once, and not again for some days`() async throws {
        let town = try await DocumentTown()
        let desk = try await town.staff(.serviceDesk)
        let missing = try town.desk.missing(nil, for: desk)
        #expect(missing.count == 1 && missing[0].documents.count == 5 && missing[0].isReachable)
        #expect(try town.desk.missing("domicile", for: desk).map(\.documents) == [["Justificatif de domicile"]])
        #expect(try await town.desk.remind("domicile", by: desk, link: "https://exemple.fr/pieces") == 1)
        #expect(try await town.desk.remind(nil, by: desk, link: nil) == 0)
        let mails = try town.town.database.read { try $0.query("SELECT body FROM outbox") { plainSpaces(try $0[0] as String) } }
        #expect(mails.count == 1 && mails[0].contains("- Vaccins (Tom)") && mails[0].contains("https://exemple.fr/pieces"))
        #expect(try town.desk.missing(nil, for: desk)[0].reminder?.mail == .waiting)
        let household = try #require(town.family.families.first).household.id
        let yes = try DocumentVerdict(accepting: true, validUntil: "", note: "", today: town.portal.clock.today)
        #expect(try await town.desk.takeOnPaper("domicile", of: home(town), in: household, yes, by: desk))
        #expect(try town.desk.missing("domicile", for: desk).isEmpty)
        #expect(try town.standings()["domicile foyer Dupont"] == .valid(until: nil))
    }

    @Test func `nobody opens what the antivirus has not seen, and what it finds is refused and forgotten`() async throws {
        let town = try await DocumentTown()
        let desk = try await town.staff(.serviceDesk)
        let service = town.service(hasAntivirus: true)
        for (number, child) in [town.tom, town.lea].enumerated() {
            #expect(try await service.send([Self.pdf], for: "assurance", of: .child(child), key: key(1 + number), by: town.family.account))
        }
        #expect(try town.desk.inbox(nil, for: desk).isEmpty && town.standings()["assurance Tom"] == .sent)
        let scanning = FileScanning(town.portal)
        let (waiting, settings) = (try scanning.waiting(), town.town.catalogue.settings)
        let first: (Identifier<DocumentFile>, Identifier<SupportingDocument>)? =
            if case .document(let file, let document) = waiting.first { (file, document) } else { nil }
        let (file, document) = try #require(first)
        #expect(try await town.desk.read(file, of: document, by: desk) == nil)
        #expect(try service.read(file, of: document, for: town.family) == nil)
        #expect(try scanning.bytes(of: waiting[0]) == Self.pdf && scanning.backlog() == nil)
        let later = FileScanning(try town.town.portal(at: "2026-10-01T10:10:01+02:00"))
        #expect(try later.backlog()?.count == 2)
        try await scanning.note(.clean, of: waiting[0], settings, link: nil)
        try await scanning.note(.infected("Eicar-Test"), of: waiting[1], settings, link: nil)
        #expect(try scanning.waiting().isEmpty && town.desk.inbox(nil, for: desk).count == 1)
        #expect(try town.standings()["assurance Léa"] == .refused && town.town.count("SELECT count(*) FROM document_files") == 1)
        #expect(try town.town.count("SELECT count(*) FROM outbox") == 1)
    }

    private func home(_ town: DocumentTown) -> DocumentSubject { .household(town.family.families[0].household.id) }
}
