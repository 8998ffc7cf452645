import PortalCore
import Testing

/// The deadlines that towns' règlements list day by day. All times are in winter but where the table says otherwise.
struct RegulationDeadlineTests {
    /// A rule, and the deadlines that a town gives for some days.
    private struct Regulation {
        let town: String
        let rule: String
        var calendar = SchoolCalendar(zone: .a)
        var session: String?
        let expected: [(day: String, last: String)]
    }

    @Test func `every règlement found gives the deadlines that its town lists`() throws {
        for regulation in RegulationDeadlineTests.weekly + RegulationDeadlineTests.counted + RegulationDeadlineTests.sessions {
            for (day, last) in regulation.expected {
                let answer = try deadline(regulation.rule, day, session: regulation.session, in: regulation.calendar)
                #expect(answer == last, "\(regulation.town), \(regulation.rule), \(day)")
            }
        }
    }

    /// 16 to 29 November 2026: two weeks without any holiday; the 23rd is a Monday.
    private static let weekly = [
        Regulation(
            town: "Cruas, mercredis",
            rule: "jeudi S-1 12:00",
            expected: [("2026-11-25", "2026-11-19T12:00:00+01:00")]
        ),
        Regulation(
            town: "Veyras, cantine",
            rule: "mardi S-1",
            expected: [("2026-11-23", "2026-11-17T23:59:59+01:00"), ("2026-11-27", "2026-11-17T23:59:59+01:00")]
        ),
        Regulation(
            town: "Andancette, réservation",
            rule: "vendredi S-1 12:00",
            expected: [("2026-11-23", "2026-11-20T12:00:00+01:00"), ("2026-11-27", "2026-11-20T12:00:00+01:00")]
        ),
        Regulation(
            town: "Vailhauquès",
            rule: "lundi, mardi: vendredi S-1 09:00; jeudi, vendredi: mardi S 09:00",
            expected: [
                ("2026-11-23", "2026-11-20T09:00:00+01:00"), ("2026-11-24", "2026-11-20T09:00:00+01:00"),
                ("2026-11-26", "2026-11-24T09:00:00+01:00"), ("2026-11-27", "2026-11-24T09:00:00+01:00"),
                // No row for Wednesdays: Tuesday's holds.
                ("2026-11-25", "2026-11-20T09:00:00+01:00"),
            ]
        ),
        Regulation(
            town: "Voulangis",
            rule: "lundi: vendredi S-1 09:30; mardi: lundi S 09:30; jeudi: mardi S 09:30; vendredi: jeudi S 09:30",
            expected: [
                ("2026-11-23", "2026-11-20T09:30:00+01:00"), ("2026-11-24", "2026-11-23T09:30:00+01:00"),
                ("2026-11-26", "2026-11-24T09:30:00+01:00"), ("2026-11-27", "2026-11-26T09:30:00+01:00"),
            ]
        ),
        Regulation(
            town: "école Saint-Exupéry",
            rule: "jeudi S-1 12:00",
            expected: [("2026-11-23", "2026-11-19T12:00:00+01:00"), ("2026-11-27", "2026-11-19T12:00:00+01:00")]
        ),
        Regulation(
            town: "Clermont",
            rule: "lundi, mardi: vendredi S-1 10:00; mercredi: mardi S 10:00; jeudi: mercredi S 10:00; vendredi: jeudi S 10:00",
            expected: [
                ("2026-11-23", "2026-11-20T10:00:00+01:00"), ("2026-11-24", "2026-11-20T10:00:00+01:00"),
                ("2026-11-25", "2026-11-24T10:00:00+01:00"), ("2026-11-27", "2026-11-26T10:00:00+01:00"),
            ]
        ),
        Regulation(
            town: "Montagnac",
            rule: "mercredi S-1",
            expected: [("2026-11-23", "2026-11-18T23:59:59+01:00"), ("2026-11-27", "2026-11-18T23:59:59+01:00")]
        ),
        Regulation(
            town: "Saint-Jean-du-Bois",
            rule: "lundi, mardi: jeudi S-1 10:00; jeudi, vendredi: mardi S 10:00",
            expected: [
                ("2026-11-23", "2026-11-19T10:00:00+01:00"), ("2026-11-24", "2026-11-19T10:00:00+01:00"),
                ("2026-11-26", "2026-11-24T10:00:00+01:00"), ("2026-11-27", "2026-11-24T10:00:00+01:00"),
            ]
        ),
    ]

    private static let schoolDayBefore = "J-1 11:00 hors mercredis, week-ends, fériés, vacances"

    private static let counted = [
        Regulation(
            town: "Cruas, cantine",
            rule: "J-2 12:00 hors week-ends",
            expected: [
                ("2026-11-23", "2026-11-19T12:00:00+01:00"), ("2026-11-24", "2026-11-20T12:00:00+01:00"),
                ("2026-11-26", "2026-11-24T12:00:00+01:00"), ("2026-11-27", "2026-11-25T12:00:00+01:00"),
            ]
        ),
        Regulation(
            town: "Villes-Sœurs, avec repas",
            rule: "J-3 ouvrés",
            expected: [
                ("2026-11-23", "2026-11-18T23:59:59+01:00"), ("2026-11-24", "2026-11-19T23:59:59+01:00"),
                ("2026-11-25", "2026-11-20T23:59:59+01:00"), ("2026-11-26", "2026-11-23T23:59:59+01:00"),
                ("2026-11-27", "2026-11-24T23:59:59+01:00"),
            ]
        ),
        Regulation(town: "Villes-Sœurs, sans repas", rule: "J-1", expected: [("2026-11-23", "2026-11-22T23:59:59+01:00")]),
        Regulation(town: "Veyras, garderie", rule: "J-1 18:00", expected: [("2026-11-24", "2026-11-23T18:00:00+01:00")]),
        Regulation(town: "Andancette, annulation", rule: "J-1 12:00", expected: [("2026-11-24", "2026-11-23T12:00:00+01:00")]),
        Regulation(
            town: "Rontalon",
            rule: schoolDayBefore,
            expected: [
                ("2026-11-23", "2026-11-20T11:00:00+01:00"), ("2026-11-26", "2026-11-24T11:00:00+01:00"),
                // The Monday after the Toussaint holidays: the Friday before them, in summer time.
                ("2026-11-02", "2026-10-16T11:00:00+02:00"), ("2027-01-04", "2026-12-18T11:00:00+01:00"),
                ("2026-11-12", "2026-11-10T11:00:00+01:00"),
            ]
        ),
        Regulation(town: "Le Crès", rule: "J-8", expected: [("2024-09-02", "2024-08-25T23:59:59+02:00")]),
        Regulation(
            town: "Rovon, annulation",
            rule: "J-1 12:00 hors mercredis, week-ends, fériés, vacances",
            expected: [("2026-11-23", "2026-11-20T12:00:00+01:00"), ("2026-11-26", "2026-11-24T12:00:00+01:00")]
        ),
        Regulation(town: "Rovon, réservation", rule: "J-4", expected: [("2026-11-27", "2026-11-23T23:59:59+01:00")]),
        Regulation(
            town: "veille 9 h, lundi le vendredi",
            rule: "J-1 9:00 hors week-ends",
            expected: [("2026-11-23", "2026-11-20T09:00:00+01:00"), ("2026-11-24", "2026-11-23T09:00:00+01:00")]
        ),
        Regulation(
            town: "Illkirch, réservation",
            rule: "J-15 ouvrés",
            calendar: SchoolCalendar(zone: .b, alsaceMoselle: true),
            expected: [("2026-11-23", "2026-10-30T23:59:59+01:00"), ("2027-04-05", "2027-03-11T23:59:59+01:00")]
        ),
        Regulation(
            town: "Illkirch, annulation",
            rule: "J-16 ouvrés",
            calendar: SchoolCalendar(zone: .b, alsaceMoselle: true),
            expected: [("2026-11-23", "2026-10-29T23:59:59+01:00")]
        ),
    ]

    private static let sessions = [
        Regulation(town: "Éragny, 72 heures", rule: "72 h", expected: [("2026-11-26", "2026-11-23T09:00:00+01:00")]),
        Regulation(
            town: "Éragny, vacances",
            rule: "session-15 jours francs",
            session: "2026-10-19",
            expected: [("2026-10-19", "2026-10-03T23:59:59+02:00"), ("2026-10-23", "2026-10-03T23:59:59+02:00")]
        ),
        Regulation(
            town: "fermeture trois semaines avant les vacances",
            rule: "session-3 semaines",
            session: "2027-02-15",
            expected: [("2027-02-18", "2027-01-25T23:59:59+01:00")]
        ),
        Regulation(town: "Bègles, Toussaint 2023", rule: "2023-09-24", expected: [("2023-10-25", "2023-09-24T23:59:59+02:00")]),
        Regulation(
            town: "le 20 du mois précédent",
            rule: "20 M-1 12:00",
            expected: [
                ("2026-11-02", "2026-10-20T12:00:00+02:00"), ("2026-11-30", "2026-10-20T12:00:00+02:00"), ("2027-01-04", "2026-12-20T12:00:00+01:00"),
            ]
        ),
        Regulation(
            town: "le dernier jour du mois précédent",
            rule: "31 M-1",
            expected: [("2027-03-15", "2027-02-28T23:59:59+01:00"), ("2028-03-15", "2028-02-29T23:59:59+01:00")]
        ),
    ]
}
