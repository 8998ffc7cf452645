import PortalCore
import Testing

/// From when days may be booked, and in what.
struct BookingTermsTests {
    @Test func `a horizon reads, writes and opens as towns say it, clock changes included`() throws {
        let rows: [(String, day: String, session: String?, opens: String)] = [
            // "Formule 6 semaines": bookable from six weeks ahead.
            ("6 semaines avant", "2026-11-23", nil, "2026-10-12T00:00:00+02:00"),
            ("6 semaines avant à 08:00", "2027-05-09", nil, "2027-03-28T08:00:00+02:00"),
            ("6 semaines avant à 02:30", "2027-05-09", nil, "2027-03-28T03:30:00+02:00"),
            ("1 semaine avant à 07:00", "2027-11-07", nil, "2027-10-31T07:00:00+01:00"),
            ("45 jours avant", "2027-03-01", nil, "2027-01-15T00:00:00+01:00"),
            ("6 semaines avant la session", "2027-02-19", "2027-02-08", "2026-12-28T00:00:00+01:00"),
            ("15 jours avant la session à 20:00", "2027-02-19", nil, "2027-02-04T20:00:00+01:00"),
        ]
        for (notation, date, session, opens) in rows {
            let horizon = try #require(BookingHorizon(notation: notation))
            #expect(horizon.notation == notation)
            #expect(horizon.opening(of: try day(date), sessionFirstDay: try session.map(day)).rfc3339 == opens, "\(notation)")
        }
        for wrong in ["", "6 semaines", "0 semaines avant", "six semaines avant", "6 mois avant", "6 semaines avant à 25:00", "avant"] {
            #expect(BookingHorizon(notation: wrong) == nil, "\(wrong)")
        }
    }

    @Test func `any horizon reads back as it is written`() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<500 {
            let horizon = BookingHorizon(
                days: Int.random(in: 1...400, using: &random),
                countsFromSession: Bool.random(using: &random),
                time: CivilTime(minutes: Int.random(in: 0..<1440, using: &random)) ?? .noon
            )
            #expect(BookingHorizon(notation: horizon.notation) == horizon)
        }
    }

    @Test func `a window opens to residents, returning children, working parents and schools before the others, and closes`() async throws {
        // Bègles: Toussaint 2023 from 3 September 20:00 to 24 September; coqsrouges: a week earlier for two schools.
        func moment(_ text: String) throws -> Instant { try #require(Instant(rfc3339: text)) }
        let window = BookingWindow(
            days: try day("2026-10-17")...day("2026-11-01"),
            opensAt: try moment("2026-09-10T20:00:00+02:00"),
            closesAt: try moment("2026-09-24T23:59:00+02:00"),
            priorities: [
                PriorityOpening(kind: .residents, opensAt: try moment("2026-09-08T08:00:00+02:00")),
                PriorityOpening(kind: .marked(.workingParents), opensAt: try moment("2026-09-07T08:00:00+02:00")),
                PriorityOpening(kind: .returning, opensAt: try moment("2026-09-06T08:00:00+02:00")),
                PriorityOpening(kind: .schools, opensAt: try moment("2026-09-03T08:00:00+02:00")),
            ],
            schools: ["Les Tilleuls"]
        )
        let cases: [(residents: [String], schools: [String], mark: Bool, enrolled: Bool, opens: String, words: String)] = [
            ([], [], false, false, "2026-09-10T20:00:00+02:00", "jeudi 10 septembre 2026 à 20 h 00."),
            (["VILLE"], [], false, false, "2026-09-08T08:00:00+02:00", "mardi 8 septembre 2026 à 8 h 00 pour votre famille (résidents)."),
            (
                ["91070"], [], true, false, "2026-09-07T08:00:00+02:00",
                "lundi 7 septembre 2026 à 8 h 00 pour votre famille (parents qui travaillent)."
            ),
            ([], [], false, true, "2026-09-06T08:00:00+02:00", "dimanche 6 septembre 2026 à 8 h 00 pour votre famille (déjà inscrits)."),
            ([], ["Les Tilleuls"], true, true, "2026-09-03T08:00:00+02:00", "jeudi 3 septembre 2026 à 8 h 00 pour votre famille (écoles)."),
        ]
        for (residents, schools, mark, enrolled, opens, words) in cases {
            let own = BookingWindow(
                days: window.days,
                opensAt: window.opensAt,
                closesAt: window.closesAt,
                priorities: window.priorities,
                schools: schools
            )
            let town = try await BookingTown.open(with: .holidayTown(BookingTerms(windows: [own]), residents: residents))
            let family = try await town.family("Dupont", children: ["Léa"])
            let child = family.children[0].id
            try await town.prepare(child, of: family.families[0].household.id, mark: mark, enrolledBefore: enrolled)
            let opening = try moment(opens)
            func outcome(at now: Instant) throws -> BookingOutcome? {
                let lines = try town.bookings(at: now.rfc3339).review([add(child, 4, "2026-10-20")], by: family).lines
                return lines.first?.outcome.plain
            }
            #expect(try outcome(at: opening.adding(seconds: -1)) == .refused("Les réservations du mardi 20 octobre 2026 ouvrent le \(words)"))
            #expect(try outcome(at: opening) == .accepted, "\(words)")
            #expect(try outcome(at: moment("2026-09-24T23:59:00+02:00")) == .accepted)
            #expect(
                try outcome(at: moment("2026-09-24T23:59:01+02:00"))
                    == .refused("Les réservations du mardi 20 octobre 2026 ont fermé le jeudi 24 septembre 2026 à 23 h 59.")
            )
            let early = try town.bookings(at: opening.adding(seconds: -1).rfc3339)
            let planning = try early.planning(try #require(Month(iso: "2026-10")), of: family)
            let cells = planning.weeks.flatMap(\.days).flatMap(\.children).flatMap(\.cells)
            #expect(cells.first { $0.slot.date.iso == "2026-10-20" }?.state == .notYetOpen(opening))
        }
    }
}

extension PortalCatalogue {
    /// The holiday centre of the booking town with other terms and no deadline.
    static func holidayTown(
        _ terms: BookingTerms,
        residents: [String] = [],
        rule: String = "aucun",
        waitingList: WaitingListMode = .noLine
    ) throws -> PortalCatalogue {
        let town = try PortalCatalogue.bookingTown()
        let centre = try Activity.holidayCentre()
        let settings = PortalSettings(
            slug: "ville",
            name: "Ville",
            shortName: "Ville",
            portalName: "Espace famille",
            tagline: "",
            accent: town.settings.accent,
            schoolZone: .c,
            alsaceMoselle: false,
            website: nil,
            texts: [],
            contacts: [],
            news: [],
            residents: residents
        )
        let activity = Activity(
            id: centre.id,
            code: centre.code,
            name: centre.name,
            kind: centre.kind,
            place: centre.place,
            description: "",
            opening: centre.opening,
            rules: BookingRules(
                adding: try BookingDeadline(notation: rule),
                cancellingOverride: nil,
                lateAdding: .refuse,
                lateCancelling: .refuse,
                source: ""
            ),
            terms: terms,
            units: centre.units,
            groups: centre.groups,
            writtenSessions: [],
            waitingList: waitingList
        )
        return PortalCatalogue(settings: settings, closures: [], activities: [activity])
    }
}

extension BookingTown {
    /// Marks a household, and enrols a child in the school year before.
    fileprivate func prepare(
        _ child: Identifier<Child>,
        of household: Identifier<Household>,
        mark: Bool,
        enrolledBefore: Bool
    ) async throws {
        let activity = catalogue.activities[0]
        let (first, last) = (try day("2025-09-01"), try day("2026-08-31"))
        try await database.write { transaction in
            if mark {
                let days = MarkDays(from: first, through: nil)
                try HouseholdMarkStore(transaction).insert(.workingParents, of: household, on: days, document: "", by: nil, at: Instant(seconds: 0))
            }
            guard enrolledBefore else { return }
            try EnrolmentStore(transaction).insert(
                Enrolment(child: child, activity: activity.id, group: activity.groups[0].id, firstDay: first, lastDay: last)
            )
        }
    }
}
