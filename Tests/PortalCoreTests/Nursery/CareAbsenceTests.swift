import Testing

@testable import PortalCore

/// One report of an absence for everything that a child misses: meals of the canteen and days of its contract, on a database.
struct CareAbsenceTests {
    private static let pdf = Array("%PDF-1.4 certificat".utf8)
    /// Tuesday 3 November 2026. The contract has Monday and Wednesday to Friday.
    private static let now = "2026-11-03T09:00:00+01:00"

    private func service(_ home: NurseryTown, at now: String = CareAbsenceTests.now) throws -> AbsenceService {
        AbsenceService(try home.town.portal(at: now), home.town.catalogue, hasAntivirus: false)
    }

    private func form(_ home: NurseryTown, _ first: String, _ last: String = "", reason: String = "Maladie", in activities: [String] = [])
        -> AbsenceForm
    {
        AbsenceForm(
            children: [String(home.family.children[0].id.rawValue)],
            firstDay: first,
            lastDay: last,
            activities: activities,
            reason: reason
        )
    }

    private func states(_ home: NurseryTown, _ id: Identifier<CareContract>) throws -> [Int: CareDay.State] {
        Dictionary(uniqueKeysWithValues: try home.month(id, "2026-11").days.map { ($0.date.day, $0.state) })
    }

    @Test func `one report covers meals and contract days, with one request, one mail and one absence`() async throws {
        let home = try await NurseryTown()
        // Too late for Thursday's meal, in time for Monday's.
        let service = try service(home, at: "2026-11-04T07:00:00+01:00")
        let id = try await home.contract()
        let meals = ["2026-11-05", "2026-11-09"].map { add(home.family.children[0].id, 3, $0) }
        try await home.town.bookings(at: "2026-10-01T10:00:00+02:00").confirm(meals, key: key(900), by: home.family)
        let mails = try home.town.count("SELECT count(*) FROM outbox")
        let review = try service.review(form(home, "2026-11-04", "2026-11-09"), by: home.family)
        #expect(review.lines.map(\.missed.date.day) == [4, 5, 5, 6, 9, 9])
        #expect(review.lines.map(\.unitName) == ["accueil régulier", "accueil régulier", "Repas", "accueil régulier", "accueil régulier", "Repas"])
        let sentences = review.lines.map { plainSpaces($0.sentence) }
        #expect(sentences[0] == "8 h 30 du contrat restent facturées, sauf justificatif reçu avant le samedi 7 novembre 2026 à 8 h 30.")
        #expect(sentences[5].hasPrefix("Signalée dans les délais"))
        #expect(review.deductedMinutes == 0 && review.wantsCertificate)

        let typed = form(home, "2026-11-04", "2026-11-09")
        let request = try await service.report(typed, certificate: [], key: key(1), by: home.family)
        #expect(try await service.report(typed, certificate: [], key: key(1), by: home.family).id == request.id)
        #expect(request.lines.count == 6 && request.lines.filter { $0.care == id }.count == 4)
        #expect(try home.town.count("SELECT count(*) FROM outbox") == mails + 1)
        #expect(try home.town.count("SELECT count(*) FROM absences") == 1)
        #expect(try home.town.count("SELECT count(*) FROM bookings") == 1)
        #expect(try states(home, id)[4] == .absent(.charged, "Maladie"))
        let kept = try #require(try home.town.requests(at: Self.now).request(request.id, of: home.family))
        #expect(kept.lines == request.lines && kept.lines[0].activityName == "Crèche")
        let absence = try #require(try service.absences(of: home.family).first)
        let file = try #require(try service.absence(absence.id, of: home.family))
        #expect(file.days.count == 5 && file.absence.state == .waits && file.absence.times.dueAt == Instant(rfc3339: "2026-11-07T08:30:00+01:00"))

        // What is told is not told twice, and a stranger tells nothing.
        #expect(try service.review(typed, by: home.family).lines.map(\.outcome.isRefused) == [true, true, true, true, true])
        let stranger = try await home.town.family("Martin", children: ["Ali"])
        #expect(throws: FieldErrors.self) { try service.review(typed, by: stranger) }
        #expect(try home.town.requests(at: Self.now).request(request.id, of: stranger) == nil)
        #expect(try service.absence(file.absence.id, of: stranger) == nil)
    }

    @Test func `an accepted certificate takes the hours off beyond the waiting days, in the queue of all certificates`() async throws {
        let policy = AbsencePolicy(certificate: .hours(72), waiting: AbsencePolicy.WaitingDays(1), freeReasons: ["Éviction"])
        let home = try await NurseryTown(absences: policy)
        let id = try await home.contract()
        let service = try service(home)
        let review = try service.review(form(home, "2026-11-04", "2026-11-06"), by: home.family)
        #expect(plainSpaces(review.lines[0].sentence) == "Jour de carence : 8 h 30 du contrat restent facturées, même avec un justificatif.")
        _ = try await service.report(form(home, "2026-11-04", "2026-11-06"), certificate: Self.pdf, key: key(1), by: home.family)
        let absence = try #require(try service.inbox(.toJudge, for: home.member).first)
        #expect(try await service.judge(absence.id, accepting: true, note: "", by: home.member, link: nil))
        #expect(try home.month(id, "2026-11").excusedMinutes == 2 * 510)
        #expect(try states(home, id)[4] == .absent(.charged, "Maladie") && states(home, id)[5] == .absent(.excused, "Maladie"))
        #expect(try service.absence(absence.id, for: home.member)?.days.map(\.price) == [.whole, .nothing, .nothing])
        // A free reason needs no certificate.
        let free = try service.review(form(home, "2026-11-09", reason: "Éviction"), by: home.family)
        #expect(plainSpaces(free.lines[0].sentence) == "8 h 30 du contrat déduites : le règlement le prévoit." && free.deductedMinutes == 510)
        _ = try await service.report(form(home, "2026-11-09", reason: "Éviction"), certificate: [], key: key(2), by: home.family)
        #expect(try home.month(id, "2026-11").excusedMinutes == 3 * 510)
    }

    @Test func `leave, locked days, days that the child came and days without care are told apart`() async throws {
        let home = try await NurseryTown()
        let id = try await home.contract()
        let leave = LeaveForm(firstDay: "2026-11-19", lastDay: "2026-11-19")
        _ = try await home.service(Self.now).announce(leave, for: id, key: key(1), by: home.family, link: nil)
        let monday = try day("2026-11-02")
        _ = try await home.call(id, .correction(home.mark("08:30", "17:00")), on: monday, at: Self.now)
        let service = try service(home)
        // Tuesdays are free, Wednesday 11 is a holiday.
        #expect(try service.review(form(home, "2026-11-10", "2026-11-11"), by: home.family).lines.isEmpty)
        #expect(try service.review(form(home, "2026-11-04", in: ["cantine"]), by: home.family).lines.isEmpty)
        #expect(try service.review(form(home, "2026-11-04", in: ["creche"]), by: home.family).lines.count == 1)
        for (date, words) in [("2026-11-19", "Des congés sont annoncés"), ("2026-11-02", "L'enfant a été pointé présent")] {
            let line = try #require(try service.review(form(home, date), by: home.family).lines.first)
            #expect(line.outcome.isRefused && line.sentence.hasPrefix(words))
        }
        let wednesday = try day("2026-11-04")
        try await home.town.database.write { try BillingLockStore($0).insert(wednesday...wednesday, by: home.member.id, at: Instant(seconds: 0)) }
        let locked = try #require(try service.review(form(home, "2026-11-04"), by: home.family).lines.first)
        #expect(locked.outcome.isRefused && locked.sentence.contains("clos pour la facturation"))
        await #expect(throws: BookingFailure.nothingAsked) {
            try await service.report(form(home, "2026-11-10"), certificate: [], key: key(2), by: home.family)
        }
    }
}
