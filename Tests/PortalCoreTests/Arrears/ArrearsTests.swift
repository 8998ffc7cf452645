import PortalCore
import Testing

/// What families owe, and what it keeps them from.
struct ArrearsTests {
    private static let now = "2026-10-01T10:00:00+02:00"

    private struct Home {
        let town: BookingTown
        let family: HouseholdAccess
        let service: ArrearsService
        let member: StaffMember
        var household: Identifier<Household> { family.families[0].household.id }

        init() async throws {
            let plain = try PortalCatalogue.bookingTown()
            var settings = plain.settings
            settings.arrears = ArrearsPolicy(threshold: Cents(5000), message: "Appelez la régie.")
            town = try await BookingTown.open(with: PortalCatalogue(settings: settings, closures: plain.closures, activities: plain.activities))
            family = try await town.family("Dupont", children: ["Tom"])
            service = ArrearsService(try town.portal(at: ArrearsTests.now))
            let login = try #require(Login("regie"))
            let id = try await town.database.write {
                try StaffStore($0).insert(login: login, passwordHash: "", firstName: "Hélène", lastName: "Vasseur", role: .cashOffice)
            }
            member = StaffMember(
                id: id,
                login: "regie",
                firstName: "Hélène",
                lastName: "Vasseur",
                role: .cashOffice,
                scope: .everywhere,
                previousLoginAt: nil
            )
        }

        func answers(at now: String = ArrearsTests.now) throws -> [BookingOutcome] {
            let meal = add(family.children[0].id, 3, "2026-11-05")
            return try town.bookings(at: now).review([meal], by: family).lines.map(\.outcome.plain)
        }
    }

    @Test func `the town's amount keeps a family from booking, an exemption lets it for a time, cancelling is always possible`() async throws {
        let home = try await Home()
        let booked = add(home.family.children[0].id, 3, "2026-11-06")
        try await home.town.bookings(at: Self.now).confirm([booked], key: key(1), by: home.family)
        #expect(try await home.service.record("49,99", of: home.household, by: home.member))
        #expect(try home.answers() == [.accepted])
        #expect(try await home.service.record("50", of: home.household, by: home.member))
        let refusal = "Avant de réserver : 50,00 € sont à régler pour le foyer Dupont, dans votre espace, page « Impayés »."
        #expect(try home.answers() == [.refused(refusal)])
        let back = cancel(home.family.children[0].id, 3, "2026-11-06")
        #expect(try home.town.bookings(at: Self.now).review([back], by: home.family).lines.map(\.outcome.isAccepted) == [true])
        for (reason, day) in [("", "2026-10-31"), ("Échéancier", ""), ("Échéancier", "2026-09-30"), ("Échéancier", "2028-01-01")] {
            await #expect(throws: FieldErrors.self) {
                try await home.service.exempt(home.household, because: reason, until: day, by: home.member)
            }
        }
        #expect(try await home.service.exempt(home.household, because: "Échéancier", until: "2026-10-31", by: home.member))
        #expect(try home.answers() == [.accepted])
        #expect(try home.answers(at: "2026-11-01T10:00:00+01:00") == [.refused(refusal)])
        try await home.service.endExemption(of: home.household, by: home.member)
        #expect(try home.answers() == [.refused(refusal)])
        #expect(try await home.service.record("0", of: home.household, by: home.member))
        #expect(try home.answers() == [.accepted])
        #expect(try home.town.count("SELECT count(*) FROM audit WHERE act LIKE 'arrears.%'") == 5)
        #expect(try await !home.service.record("10", of: Identifier(999), by: home.member))
    }

    @Test func `an account replaces the one before, or says which lines are wrong and changes nothing`() async throws {
        let home = try await Home()
        let other = try await home.town.family("Martin", children: ["Zoé"]).families[0].household.id
        #expect(try await home.service.record("80", of: other, by: home.member))
        let wrong = [
            "", "bonjour", "999;10", "\(home.household.rawValue);10\n\(home.household.rawValue);12", "\(home.household.rawValue);-5",
            "\(home.household.rawValue);10;20",
        ]
        for lines in wrong {
            await #expect(throws: FieldErrors.self, "\(lines)") {
                try await home.service.replace(with: lines, asOf: "2026-09-30", by: home.member)
            }
        }
        for day in ["", "2026-10-02"] {
            await #expect(throws: FieldErrors.self) {
                try await home.service.replace(with: "\(home.household.rawValue);1", asOf: day, by: home.member)
            }
        }
        #expect(try home.service.all().map(\.household) == [other])
        let account = "foyer;montant\n\(home.household.rawValue);1 084,50 €\n"
        #expect(try await home.service.replace(with: account, asOf: "2026-09-30", by: home.member) == 1)
        let all = try home.service.all()
        #expect(all.map(\.household) == [home.household] && all.map(\.amount.amount) == [108_450])
        #expect(all.map(\.asOf) == [try day("2026-09-30")])
    }
}
