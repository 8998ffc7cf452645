import PortalCore
import Testing

/// What the staff note about households, and whom it lets book first.
struct HouseholdMarkTests {
    private static let now = "2026-09-01T10:00:00+02:00"

    /// A town whose Toussaint opens on 10 September, to working parents and to its agents three days before.
    private struct Office {
        let town: BookingTown
        let family: HouseholdAccess
        let member: StaffMember
        var household: Identifier<Household> { family.families[0].household.id }

        init() async throws {
            func moment(_ text: String) throws -> Instant { try #require(Instant(rfc3339: text)) }
            let early = try moment("2026-09-07T08:00:00+02:00")
            let window = BookingWindow(
                days: try day("2026-10-17")...day("2026-11-01"),
                opensAt: try moment("2026-09-10T20:00:00+02:00"),
                closesAt: nil,
                priorities: [PriorityOpening(kind: .marked(.workingParents), opensAt: early)]
            )
            let plain = try PortalCatalogue.holidayTown(BookingTerms(windows: [window]))
            var settings = plain.settings
            settings.marks = [HouseholdMark(rawValue: "agents de la ville")]
            town = try await BookingTown.open(with: PortalCatalogue(settings: settings, closures: [], activities: plain.activities))
            family = try await town.family("Dupont", children: ["Tom"])
            member = try await town.clerk()
        }

        func desk(at now: String = HouseholdMarkTests.now) throws -> HouseholdMarkDesk { HouseholdMarkDesk(try town.portal(at: now), town.catalogue) }

        func noted() throws -> [String] { try desk().marks(of: household).map { "\($0.mark.rawValue) \($0.days.french)" } }

        func answer(on date: String, at now: String) throws -> BookingOutcome? {
            try town.bookings(at: now).review([add(family.children[0].id, 4, date)], by: family).lines.first?.outcome.plain
        }
    }

    private static func form(
        _ first: String,
        _ last: String,
        _ document: String = "attestations",
        mark: String = "parents qui travaillent"
    ) -> HouseholdMarkForm {
        typealias Field = HouseholdMarkForm.Field
        let values: [Field: String] = [.mark: mark, .firstDay: first, .lastDay: last, .document: document]
        return HouseholdMarkForm(Dictionary(uniqueKeysWithValues: values.map { ($0.key.rawValue, $0.value) }))
    }

    @Test func `a mark counts on the days that are booked, not on the day of booking`() async throws {
        let early = "2026-09-07T08:00:00+02:00"
        let everybody = "Les réservations du mardi 20 octobre 2026 ouvrent le jeudi 10 septembre 2026 à 20 h 00."
        func missed(_ days: String) -> String {
            everybody + " Votre priorité « parents qui travaillent » n'est notée que \(days) : adressez-vous au service."
        }
        let rows: [(days: (String, String)?, outcome: BookingOutcome)] = [
            (nil, .refused(everybody)),
            (("2026-09-01", "2027-08-31"), .accepted),
            (("2026-09-01", ""), .accepted),
            // Long after the day of booking, and before it.
            (("2026-10-20", "2026-10-20"), .accepted),
            (("2026-09-01", "2026-10-19"), .refused(missed("du 1er septembre au 19 octobre 2026"))),
            (("2026-10-21", ""), .refused(missed("à partir du 21 octobre 2026"))),
        ]
        for (days, outcome) in rows {
            let office = try await Office()
            if let days { try await office.desk().add(Self.form(days.0, days.1), to: office.household, by: office.member) }
            #expect(try office.answer(on: "2026-10-20", at: early) == outcome, "\(String(describing: days))")
            #expect(try office.answer(on: "2026-10-20", at: "2026-09-10T20:00:00+02:00") == .accepted)
        }
    }

    @Test func `before its turn, a family reads which mark it has and when its turn comes`() async throws {
        let office = try await Office()
        try await office.desk().add(Self.form("2026-09-01", ""), to: office.household, by: office.member)
        let words =
            "Les réservations du mardi 20 octobre 2026 ouvrent le lundi 7 septembre 2026 à 8 h 00 pour votre famille (parents qui travaillent)."
        #expect(try office.answer(on: "2026-10-20", at: "2026-09-07T07:59:59+02:00") == .refused(words))
    }

    @Test func `of a child of two homes, the home of the day counts`() async throws {
        let office = try await Office()
        let child = office.family.children[0].id
        let other = try await office.town.secondHousehold("Autre", of: [child])
        let homes = (office.household, other.families[0].household.id)
        try await office.town.database.write { transaction in
            // 20 October is in an odd week.
            let calendar = CustodyCalendar(evenWeeks: homes.0, oddWeeks: homes.1, changeDay: .monday, firstHalfInEvenYears: nil)
            try CustodyStore(transaction).put(calendar, of: child)
        }
        try await office.desk().add(Self.form("2026-09-01", ""), to: homes.1, by: office.member)
        let early = try office.town.bookings(at: "2026-09-08T08:00:00+02:00")
        let changes = ["2026-10-20", "2026-10-27"].map { add(child, 4, $0) }
        #expect(try early.review([changes[0]], by: other).accepted.count == 1)
        #expect(try early.review([changes[1]], by: office.family).accepted.isEmpty)
    }

    @Test func `what is wrong is said next to its field, and nothing is written`() async throws {
        let office = try await Office()
        try await office.desk().add(Self.form("2026-09-01", "2027-08-31"), to: office.household, by: office.member)
        let rows: [(form: HouseholdMarkForm, fields: [HouseholdMarkForm.Field])] = [
            (Self.form("", "", "", mark: ""), [.mark, .firstDay, .document]),
            (Self.form("2026-09-01", "", mark: "inventée"), [.mark]),
            (Self.form("2026-02-30", ""), [.firstDay]),
            (Self.form("2027-09-01", "2027-02-30"), [.lastDay]),
            (Self.form("2027-09-02", "2027-09-01"), [.lastDay]),
            (Self.form("2027-08-31", ""), [.firstDay]),
            (Self.form("2025-09-01", "2026-09-01"), [.firstDay]),
        ]
        for (form, fields) in rows {
            let errors = await #expect(throws: FieldErrors.self) { try await office.desk().add(form, to: office.household, by: office.member) }
            #expect(errors?.entries.map(\.field) == fields.map(\.rawValue))
        }
        #expect(try office.noted() == ["parents qui travaillent du 1er septembre 2026 au 31 août 2027"])
        // Another mark may hold on the same days, and the same one on others.
        try await office.desk().add(Self.form("2026-09-01", "", mark: "agents de la ville"), to: office.household, by: office.member)
        try await office.desk().add(Self.form("2027-09-01", ""), to: office.household, by: office.member)
        #expect(try office.noted().count == 3)
        await #expect(throws: HouseholdRefusal.self) {
            try await office.desk().add(Self.form("2026-09-01", ""), to: Identifier(999), by: office.member)
        }
    }

    @Test func `a mark is corrected, ended and taken away, each with its line in the journal`() async throws {
        let office = try await Office()
        let desk = try office.desk()
        try await desk.add(Self.form("2026-08-01", ""), to: office.household, by: office.member)
        let mark = try #require(try desk.marks(of: office.household).first)
        #expect(mark.recorder == "Hélène Vasseur" && mark.document == "attestations")
        try await desk.correct(mark.id, of: office.household, Self.form("2026-08-15", "2027-07-31", "contrat"), by: office.member)
        // The same again changes nothing.
        try await desk.correct(mark.id, of: office.household, Self.form("2026-08-15", "2027-07-31", "contrat"), by: office.member)
        #expect(try office.noted() == ["parents qui travaillent du 15 août 2026 au 31 juillet 2027"])
        try await desk.end(mark.id, of: office.household, by: office.member)
        #expect(try office.noted() == ["parents qui travaillent du 15 août au 1er septembre 2026"])
        let later = try office.desk(at: "2026-09-02T10:00:00+02:00")
        await #expect(throws: FieldErrors.self) { try await later.end(mark.id, of: office.household, by: office.member) }
        let other = try await office.town.family("Martin", children: ["Zoé"]).families[0].household.id
        await #expect(throws: HouseholdRefusal.self) { try await desk.remove(mark.id, of: other, by: office.member) }
        try await desk.remove(mark.id, of: office.household, by: office.member)
        #expect(try office.noted().isEmpty)
        let acts = try office.town.database.read {
            try $0.query("SELECT act FROM audit WHERE act LIKE 'mark.%' ORDER BY chain, number") { try $0[0] as String }
        }
        #expect(acts == ["mark.added", "mark.corrected", "mark.ended", "mark.removed"])
    }
}

extension BookingTown {
    /// Somebody of the staff.
    func clerk() async throws -> StaffMember {
        let login = try #require(Login("guichet"))
        let id = try await database.write {
            try StaffStore($0).insert(login: login, passwordHash: "", firstName: "Hélène", lastName: "Vasseur", role: .serviceDesk)
        }
        return StaffMember(
            id: id,
            login: "guichet",
            firstName: "Hélène",
            lastName: "Vasseur",
            role: .serviceDesk,
            scope: .everywhere,
            previousLoginAt: nil
        )
    }
}
