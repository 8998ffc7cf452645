import PortalCore
import Testing

/// What days of an absence cost under the règlements that were found (domain, section 2.5).
struct AbsencePolicyTests {
    private let firstDay = CivilDate(iso: "2026-11-02") ?? CivilDate(dayNumber: 0)

    private func at(_ text: String) throws -> Instant { try #require(Instant(rfc3339: text)) }

    /// What four school days cost, in percent, with a certificate that came at a moment.
    private func rates(_ policy: AbsencePolicy, reason: String = "Maladie", sentAt: String?) throws -> [Int64] {
        let times = policy.times(firstDay: firstDay, startsAt: try #require(CivilTime(clock: "11:30")))
        // Monday, Tuesday, Thursday, Friday.
        return try [0, 1, 3, 4].enumerated().map { rank, after in
            guard let sentAt else { return policy.charge(reason: reason, rank: rank, daysAfterFirst: after).price.charge(for: Cents(100)).amount }
            return policy.priceWhenJustified(reason: reason, rank: rank, daysAfterFirst: after, sentAt: try at(sentAt), times: times)
                .charge(for: Cents(100)).amount
        }
    }

    @Test func `the règlements that were found compute what they say`() throws {
        let exupery = AbsencePolicy(certificate: .hours(72), latestDays: 10, lateWaiting: .init(2))
        let cres = AbsencePolicy(certificate: .hours(48), freeReasons: ["Grève", "Enseignant absent"])
        let jeunesse = AbsencePolicy(certificate: .days(7))
        let bois = AbsencePolicy(certificate: nil, coveredDays: 2)
        let nursery = AbsencePolicy(certificate: .hours(72), waiting: .init(3, ofCalendar: true))
        let half = AbsencePolicy(certificate: nil, charge: .percent(50))
        let (all, none): ([Int64], [Int64]) = ([100, 100, 100, 100], [0, 0, 0, 0])
        let rows: [(String, AbsencePolicy, String, String?, [Int64])] = [
            ("Saint-Exupéry, nothing sent", exupery, "Maladie", nil, all),
            ("Saint-Exupéry, at the last second", exupery, "Maladie", "2026-11-05T11:30:00+01:00", none),
            ("Saint-Exupéry, a second later: two days of carence", exupery, "Maladie", "2026-11-05T11:30:01+01:00", [100, 100, 0, 0]),
            ("Saint-Exupéry, on the tenth day", exupery, "Maladie", "2026-11-12T23:59:59+01:00", [100, 100, 0, 0]),
            ("Saint-Exupéry, after the tenth day", exupery, "Maladie", "2026-11-13T00:00:00+01:00", all),
            ("Le Crès, within 48 hours", cres, "Maladie", "2026-11-04T11:00:00+01:00", none),
            ("Le Crès, later", cres, "Maladie", "2026-11-04T12:00:00+01:00", all),
            ("Le Crès, strike", cres, "Grève", nil, none),
            ("Info-jeunesse, the seventh day", jeunesse, "Maladie", "2026-11-09T23:59:59+01:00", none),
            ("Info-jeunesse, the eighth day", jeunesse, "Maladie", "2026-11-10T00:00:00+01:00", all),
            ("Saint-Jean-du-Bois covers the first two days", bois, "Maladie", nil, [0, 0, 100, 100]),
            ("Saint-Jean-du-Bois reads no certificate", bois, "Maladie", "2026-11-02T12:00:00+01:00", [0, 0, 100, 100]),
            ("three calendar days of carence", nursery, "Maladie", "2026-11-03T12:00:00+01:00", [100, 100, 0, 0]),
            ("half the price", half, "Maladie", nil, [50, 50, 50, 50]),
        ]
        for (what, policy, reason, sentAt, expected) in rows {
            #expect(try rates(policy, reason: reason, sentAt: sentAt) == expected, "\(what)")
        }
    }

    @Test func `a policy comes back from its column as it was`() {
        let policies = [
            AbsencePolicy.usual,
            AbsencePolicy(certificate: nil, coveredDays: 2, charge: .percent(50), reasons: ["A"], freeReasons: ["Grève: totale"]),
            AbsencePolicy(certificate: .days(7), latestDays: 10, waiting: .init(1), lateWaiting: .init(3, ofCalendar: true)),
        ]
        for policy in policies { #expect(AbsencePolicy(databaseValue: policy.databaseValue) == policy) }
        #expect(AbsencePolicy(databaseValue: .text("justificatif: demain")) == nil)
    }

    @Test func `a delay across the change of the clocks keeps its hours`() throws {
        // The clocks go forward on 28 March 2027: 72 hours after Friday 11:30 is Monday 12:30.
        let friday = try #require(CivilDate(iso: "2027-03-26"))
        let times = AbsencePolicy(certificate: .hours(72)).times(firstDay: friday, startsAt: try #require(CivilTime(clock: "11:30")))
        #expect(times.dueAt == (try at("2027-03-29T12:30:00+02:00")))
    }
}
