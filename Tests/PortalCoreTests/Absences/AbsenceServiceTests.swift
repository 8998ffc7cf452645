import PortalCore
import Testing

/// Reporting absences on a database: the canteen (J-2 12:00, a late cancellation becomes an absence) and the Wednesdays (J-7, refused later).
struct AbsenceServiceTests {
    private static let pdf = Array("%PDF-1.4 certificat".utf8)
    /// Thursday 5 November 2026, nine in the morning.
    private static let now = "2026-11-05T09:00:00+01:00"

    private struct Home {
        let town: BookingTown
        let family: HouseholdAccess
        let judge: StaffMember

        init() async throws {
            town = try await BookingTown.open()
            family = try await town.family("Dupont", children: ["Tom", "Léa"])
            let login = try #require(Login("guichet"))
            let id = try await town.database.write {
                try StaffStore($0).insert(login: login, passwordHash: "", firstName: "Nadia", lastName: "Benali", role: .serviceDesk)
            }
            judge = StaffMember(
                id: id,
                login: "guichet",
                firstName: "Nadia",
                lastName: "Benali",
                role: .serviceDesk,
                scope: .everywhere,
                previousLoginAt: nil
            )
            // Thursday, Friday, Monday and Tuesday of canteen.
            let days = ["2026-11-05", "2026-11-06", "2026-11-09", "2026-11-10"]
            let changes = days.map { add(family.children[0].id, 3, $0) }
            try await town.bookings(at: "2026-10-01T10:00:00+02:00").confirm(changes, key: key(900), by: family)
        }

        func absences(at now: String = AbsenceServiceTests.now) throws -> AbsenceService {
            AbsenceService(try town.portal(at: now), town.catalogue, hasAntivirus: false)
        }

        func form(from first: String, to last: String = "", reason: String = "Maladie") -> AbsenceForm {
            AbsenceForm(children: [String(family.children[0].id.rawValue)], firstDay: first, lastDay: last, activities: [], reason: reason)
        }

        func states() throws -> [BookingState] {
            try town.database.read {
                try BookingStore($0).bookings(of: family.children[0].id, from: day("2026-11-01"), through: day("2026-11-30"))
            }.map(\.state)
        }
    }

    @Test func `what is told in time is cancelled, the rest is an absence to justify, each with its date`() async throws {
        let home = try await Home()
        let review = try home.absences().review(home.form(from: "2026-11-05", to: "2026-11-10"), by: home.family)
        let sentences = review.lines.map { plainSpaces($0.sentence) }
        #expect(sentences[0] == "Délai dépassé : 4,20 € restent facturés, sauf justificatif reçu avant le dimanche 8 novembre 2026 à 11 h 30.")
        #expect(sentences[1].hasPrefix("Délai dépassé"))
        #expect(sentences[2].hasPrefix("Signalée dans les délais (jusqu'au samedi 7 novembre 2026 à 12 h 00)"))
        #expect(review.lines.map(\.difference.amount) == [0, 0, -420, -420])
        let request = try await home.absences().report(
            home.form(from: "2026-11-05", to: "2026-11-10"),
            certificate: [],
            key: key(1),
            by: home.family
        )
        #expect(request.kind == .absence && request.lines.map(\.outcome.isAccepted) == [true, true, true, true])
        #expect(try home.states() == [.absent, .absent])
        #expect(try home.town.count("SELECT CAST(sum(taken) AS BIGINT) FROM place_counters") == 2)
        let again = try await home.absences().report(home.form(from: "2026-11-05"), certificate: [], key: key(1), by: home.family)
        #expect(again.id == request.id)
        let absence = try #require(try home.absences().absences(of: home.family).first)
        #expect(absence.state == .waits && absence.times.dueAt == Instant(rfc3339: "2026-11-08T11:30:00+01:00"))
        #expect(try home.town.count("SELECT count(*) FROM outbox") >= 2)
    }

    @Test func `a certificate is sealed, judged, and excuses; who read it is known`() async throws {
        let home = try await Home()
        // One portal, one key: the vault that seals is the one that opens.
        let portal = try home.town.portal(at: Self.now)
        let service = AbsenceService(portal, home.town.catalogue, hasAntivirus: false)
        _ = try await service.report(home.form(from: "2026-11-05"), certificate: Self.pdf, key: key(1), by: home.family)
        let id = try #require(try service.absences(of: home.family).first?.id)
        let file = try #require(try service.absence(id, for: home.judge))
        #expect(file.absence.state == .toJudge && file.certificates.map(\.kind) == [.pdf])
        let stored = try home.town.database.read { try $0.query("SELECT sealed FROM certificates") { try $0[0] as [UInt8] } }
        #expect(stored.count == 1 && stored[0].firstRange(of: Self.pdf) == nil)
        let read = try #require(try await service.read(file.certificates[0].id, of: id, by: home.judge))
        #expect(read.bytes == Self.pdf)
        #expect(try home.town.count("SELECT count(*) FROM audit WHERE act = 'absence.certificateRead'") == 1)
        await #expect(throws: FieldErrors.self) { try await service.judge(id, accepting: false, note: " ", by: home.judge, link: nil) }
        #expect(try await service.judge(id, accepting: true, note: "", by: home.judge, link: nil))
        #expect(try home.states().first == .excused)
        #expect(try service.absence(id, for: home.judge)?.days.map(\.price) == [.nothing])
        let mails = try home.town.database.read { try $0.query("SELECT body FROM outbox") { plainSpaces(try $0[0] as String) } }
        #expect(mails.contains { $0.contains("est accepté") && $0.contains("ne sont pas facturés") })
    }

    @Test func `a refused certificate may be sent again, one that comes too late may not`() async throws {
        let home = try await Home()
        let service = try home.absences()
        _ = try await service.report(home.form(from: "2026-11-05"), certificate: [], key: key(1), by: home.family)
        let id = try #require(try service.absences(of: home.family).first?.id)
        for wrong in [[], Array("bonjour".utf8), Self.pdf + [UInt8](repeating: 0, count: FileKind.largest)] {
            await #expect(throws: FieldErrors.self) { try await service.send(wrong, for: id, by: home.family) }
        }
        #expect(try await service.send(Self.pdf, for: id, by: home.family))
        #expect(try await service.judge(id, accepting: false, note: "illisible", by: home.judge, link: nil))
        #expect(try home.states().first == .absent)
        #expect(try await service.send([0xFF, 0xD8, 0xFF, 0xE0], for: id, by: home.family))
        _ = try await service.judge(id, accepting: false, note: "illisible", by: home.judge, link: nil)
        let late = try home.absences(at: "2026-11-08T11:30:01+01:00")
        await #expect(throws: FieldErrors.self) { try await late.send(Self.pdf, for: id, by: home.family) }
    }

    @Test func `nobody opens a certificate that the antivirus has not seen, and an infected one is forgotten`() async throws {
        let home = try await Home()
        let portal = try home.town.portal(at: Self.now)
        let (service, scanning) = (AbsenceService(portal, home.town.catalogue, hasAntivirus: true), FileScanning(portal))
        let settings = home.town.catalogue.settings
        _ = try await service.report(home.form(from: "2026-11-05"), certificate: Self.pdf, key: key(1), by: home.family)
        let id = try #require(try service.absences(of: home.family).first?.id)
        let certificate = try #require(try service.absence(id, for: home.judge)?.certificates.first)
        #expect(try service.absence(id, of: home.family)?.absence.state == .scanning && !certificate.isScanned)
        #expect(try await service.read(certificate.id, of: id, by: home.judge) == nil)
        #expect(try await service.judge(id, accepting: true, note: "", by: home.judge, link: nil))
        #expect(try home.states().first == .absent)
        await #expect(throws: FieldErrors.self) { try await service.send(Self.pdf, for: id, by: home.family) }
        #expect(try scanning.bytes(of: .certificate(certificate.id, of: id)) == Self.pdf)
        try await scanning.note(.infected("Eicar-Test"), of: .certificate(certificate.id, of: id), settings, link: "https://exemple.fr/absence")
        let refused = try #require(try service.absence(id, of: home.family))
        #expect(try refused.absence.state == .refused && refused.certificates.isEmpty && scanning.waiting().isEmpty)
        #expect(try home.town.count("SELECT count(*) FROM outbox WHERE body LIKE '%antivirus%' AND body LIKE '%exemple.fr/absence%'") == 1)
        #expect(try home.town.count("SELECT count(*) FROM audit WHERE act = 'absence.certificateInfected'") == 1)
        #expect(try await service.send(Self.pdf, for: id, by: home.family))
        // The answer comes days later: what counts is when the certificate was sent.
        let late = FileScanning(try home.town.portal(at: "2026-11-09T09:00:00+01:00"))
        #expect(try late.backlog()?.count == 1)
        for file in try scanning.waiting() { try await late.note(.clean, of: file, settings, link: nil) }
        #expect(try service.absence(id, of: home.family)?.absence.state == .toJudge)
        #expect(try await service.judge(id, accepting: true, note: "", by: home.judge, link: nil))
        #expect(try home.states().first == .excused)
    }

    @Test func `a stranger reaches nobody's absence, and wrong forms say what is wrong`() async throws {
        let home = try await Home()
        let stranger = try await home.town.family("Martin", children: ["Zoé"])
        let service = try home.absences()
        _ = try await service.report(home.form(from: "2026-11-05"), certificate: [], key: key(1), by: home.family)
        let id = try #require(try service.absences(of: home.family).first?.id)
        #expect(try service.absence(id, of: stranger) == nil && service.absences(of: stranger).isEmpty)
        #expect(try await service.send(Self.pdf, for: id, by: stranger) == false)
        #expect(throws: FieldErrors.self) { try service.review(home.form(from: "2026-11-06"), by: stranger) }
        for form in [
            home.form(from: ""), home.form(from: "2026-11-06", to: "2026-11-05"), home.form(from: "2026-11-06", to: "2027-11-06"),
            home.form(from: "2026-01-06"), home.form(from: "2026-11-06", reason: "Parce que"),
        ] { #expect(throws: FieldErrors.self) { try service.review(form, by: home.family) } }
        let twice = try service.review(home.form(from: "2026-11-05"), by: home.family)
        #expect(twice.lines.map(\.outcome.isRefused) == [true])
        await #expect(throws: BookingFailure.nothingAsked) {
            try await service.report(home.form(from: "2026-11-20"), certificate: [], key: key(2), by: home.family)
        }
    }

    @Test func `a parent is reminded once, a day before the certificate is due`() async throws {
        let home = try await Home()
        _ = try await home.absences().report(home.form(from: "2026-11-05"), certificate: [], key: key(1), by: home.family)
        #expect(try await home.absences(at: "2026-11-06T12:00:00+01:00").remind { "lien \($0.rawValue)" } == 0)
        #expect(try await home.absences(at: "2026-11-07T12:00:00+01:00").remind { "lien \($0.rawValue)" } == 1)
        #expect(try await home.absences(at: "2026-11-07T13:00:00+01:00").remind { "lien \($0.rawValue)" } == 0)
    }

    @Test func `a child who came after all stays present`() async throws {
        let home = try await Home()
        let service = try home.absences()
        _ = try await service.report(home.form(from: "2026-11-05"), certificate: Self.pdf, key: key(1), by: home.family)
        let calls = RollCallService(try home.town.portal(at: "2026-11-05T12:00:00+01:00"), home.town.catalogue)
        let slot = try BookingSlot(child: home.family.children[0].id, unit: Identifier(3), date: day("2026-11-05"))
        let entry = RollCallEntry(key: try key(2), .slot(slot), act: .present(since: nil), moment: calls.moment)
        #expect(try await calls.record([entry], by: home.judge) == [.recorded])
        #expect(try home.states().first == .present)
        let list = try #require(try calls.list(of: "cantine", unit: nil, on: day("2026-11-05"), for: home.judge))
        #expect(list.children.first?.reported == .absent)
    }
}
