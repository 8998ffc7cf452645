import PortalCore
import Testing

@testable import PortalServer

@Suite struct RulePagesTests {
    private let draft = [
        ("reservation", "J-3 12:00"), ("annulation", ""), ("ajout-hors-delai", "refus"), ("annulation-hors-delai", "absence"),
    ]

    @Test func `an administrator tries a rule, publishes it, and takes it back`() async throws {
        let town = try await TestTown()
        let browser = TestBrowser(town)
        try await browser.signInStaff("admin")
        #expect(try await browser.get("agents/regles") == .ok)
        #expect(browser.page.contains("au plus tard 7 jours avant, à 23\u{A0}h\u{A0}59 (J-7)") || browser.page.contains("(J-7)"))
        let trial = "agents/regles/mercredis?mois=2026-12&reservation=J-3%2012:00&ajout-hors-delai=refus&annulation-hors-delai=absence"
        #expect(try await browser.get(trial) == .ok)
        #expect(browser.page.contains("3 jours changent") && browser.page.contains("rejouées"))

        let days = [("du", "2026-12-09"), ("au", ""), ("source", "Règlement du 9 décembre"), ("mois", "2026-12")]
        #expect(try await browser.post("agents/regles/mercredis/publication", draft + days) == .seeOther)
        try await browser.follow()
        #expect(browser.page.contains("La règle est publiée") && browser.page.contains("Règlement du 9 décembre"))
        let wednesdays = try #require(try town.portalSite.catalogue().activity(code: "mercredis"))
        let (before, after) = (try #require(CivilDate(iso: "2026-12-02")), try #require(CivilDate(iso: "2026-12-09")))
        #expect(wednesdays.rules(on: before).adding.notation == "J-7" && wednesdays.rules(on: after).adding.notation == "J-3 12:00")

        #expect(try await browser.post("agents/regles/mercredis/retrait", [("du", "2026-12-09")]) == .seeOther)
        #expect(try await browser.follow() == .ok)
        #expect(try town.portalSite.catalogue().activity(code: "mercredis")?.datedRules.isEmpty == true)
        #expect(try await browser.post("agents/regles/mercredis/retrait", [("du", "2026-12-09")]) == .notFound)
        try await browser.get("agents/journal?acte=rules.published")
        #expect(browser.page.contains("Délais publiés") && browser.page.contains("J-3 12:00"))
    }

    @Test func `what was typed comes back with what is wrong in it`() async throws {
        let browser = TestBrowser(try await TestTown())
        try await browser.signInStaff("admin")
        #expect(try await browser.get("agents/regles/mercredis?reservation=J-x&ajout-hors-delai=refus") == .unprocessableContent)
        #expect(browser.page.contains("champ-reservation-erreur") && browser.page.contains("value=\"J-x\""))
        #expect(browser.page.contains("champ-annulation-hors-delai-erreur"))
        let days = [("du", "2026-11-01"), ("au", "2026-10-01"), ("source", "")]
        #expect(try await browser.post("agents/regles/mercredis/publication", draft + days) == .unprocessableContent)
        for field in ["du", "au", "source"] { #expect(browser.page.contains("champ-\(field)-erreur"), "\(field)") }
        #expect(browser.page.contains("value=\"J-3 12:00\""))
        #expect(try await browser.get("agents/regles/inconnue") == .notFound)
    }

    /// Every règlement found is written in the form, as an administrator types it or picks it, and the bench gives the dates that its town lists.
    /// The portal is in zone C: days of the weeks of 9 to 27 November 2026, and around both changes of the clocks in 2027.
    @Test func `every règlement found is expressed in the bench and gives its town's dates`() async throws {
        let browser = TestBrowser(try await TestTown())
        try await browser.signInStaff("admin")
        for row in RulePagesTests.regulations {
            let (activity, day, answer) = (row.activity, row.day, row.answer)
            try await browser.get(address(activity, [("mois", String(day.prefix(7))), ("reservation", row.rule), ("unite", row.unit)]))
            let cell = try #require(cells(browser.page, on: day).dropFirst().first, "\(row.town): \(day) is not on the bench")
            #expect(cell == answer, "\(row.town): \(row.rule) on \(day)")
            #expect(browser.response.status == .ok, "\(row.town)")
        }
    }

    private struct Row {
        let town: String
        let rule: String
        var activity = "restauration"
        var unit = ""
        let day: String
        let answer: String

        init(_ town: String, _ rule: String, _ day: String, _ answer: String, activity: String = "restauration", unit: String = "") {
            (self.town, self.rule, self.day, self.answer, self.activity, self.unit) = (town, rule, day, answer, activity, unit)
        }
    }

    private static let schoolDayBefore = "J-1 11:00 hors mercredis, week-ends, fériés, vacances"

    private static let regulations = [
        Row("Bondoufle, mercredis", "J-7", "2026-11-25", "jusqu'au mer. 18 nov., 23 h 59", activity: "mercredis"),
        Row("Bondoufle, vacances", "session-4 semaines", "2027-02-10", "jusqu'au lun. 11 janv., 23 h 59", activity: "vacances"),
        Row("Chanteloup, après la rentrée", "aucun jusqu'au 30 septembre, puis J-14", "2026-10-15", "jusqu'au jeu. 1er oct., 23 h 59"),
        Row("Chanteloup, à la rentrée", "aucun jusqu'au 30 septembre, puis J-14", "2026-10-08", "jusqu'au mer. 30 sept., 23 h 59"),
        Row("Chalonnes", "72 h", "2026-11-26", "jusqu'au lun. 23 nov., 11 h 30"),
        Row("Cruas, cantine, lundi", "J-2 12:00 hors week-ends", "2026-11-23", "jusqu'au jeu. 19 nov., 12 h 00"),
        Row("Cruas, cantine, mardi", "J-2 12:00 hors week-ends", "2026-11-24", "jusqu'au ven. 20 nov., 12 h 00"),
        Row("Cruas, mercredis", "jeudi S-1 12:00", "2026-11-25", "jusqu'au jeu. 19 nov., 12 h 00", activity: "mercredis"),
        Row("Villes-Sœurs, lundi", "J-3 jours ouvrés", "2026-11-23", "jusqu'au mer. 18 nov., 23 h 59"),
        Row("Villes-Sœurs, vendredi", "J-3 jours ouvrés", "2026-11-27", "jusqu'au mar. 24 nov., 23 h 59"),
        Row("Villes-Sœurs, sans repas", "J-1", "2026-11-23", "jusqu'au dim. 22 nov., 23 h 59"),
        Row("Veyras, cantine", "mardi S-1", "2026-11-27", "jusqu'au mar. 17 nov., 23 h 59"),
        Row("Veyras, garderie", "J-1 18:00", "2026-11-24", "jusqu'au lun. 23 nov., 18 h 00"),
        Row("Andancette, réservation", "vendredi S-1 12:00", "2026-11-26", "jusqu'au ven. 20 nov., 12 h 00"),
        Row("Andancette, annulation", "J-1 12:00", "2026-11-24", "jusqu'au lun. 23 nov., 12 h 00"),
        Row(
            "Vailhauquès, mardi",
            "lundi, mardi: vendredi S-1 09:00; jeudi, vendredi: mardi S 09:00",
            "2026-11-24",
            "jusqu'au ven. 20 nov., 9 h 00"
        ),
        Row(
            "Vailhauquès, vendredi",
            "lundi, mardi: vendredi S-1 09:00; jeudi, vendredi: mardi S 09:00",
            "2026-11-27",
            "jusqu'au mar. 24 nov., 9 h 00"
        ),
        Row("Rontalon, jour de classe", schoolDayBefore, "2026-11-12", "jusqu'au mar. 10 nov., 11 h 00"),
        Row("Rontalon, rentrée", schoolDayBefore, "2026-11-02", "jusqu'au ven. 16 oct., 11 h 00"),
        Row(
            "Voulangis, jeudi",
            "lundi: vendredi S-1 09:30; mardi: lundi S 09:30; jeudi: mardi S 09:30; vendredi: jeudi S 09:30",
            "2026-11-26",
            "jusqu'au mar. 24 nov., 9 h 30"
        ),
        Row("école Saint-Exupéry", "jeudi S-1 12:00", "2026-11-27", "jusqu'au jeu. 19 nov., 12 h 00"),
        Row("Le Crès", "J-8", "2026-11-23", "jusqu'au dim. 15 nov., 23 h 59"),
        Row("Éragny, 72 heures", "72 h", "2026-11-23", "jusqu'au ven. 20 nov., 11 h 30"),
        Row("Éragny, vacances", "session-15 jours francs", "2027-02-08", "jusqu'au sam. 23 janv., 23 h 59", activity: "vacances"),
        Row("Rovon, réservation", "J-4", "2026-11-27", "jusqu'au lun. 23 nov., 23 h 59"),
        Row("Rovon, annulation", "J-1 12:00 hors mercredis, week-ends, fériés, vacances", "2026-11-26", "jusqu'au mar. 24 nov., 12 h 00"),
        Row("veille à 9 h, le lundi le vendredi", "J-1 09:00 hors week-ends", "2026-11-23", "jusqu'au ven. 20 nov., 9 h 00"),
        Row("fermeture trois semaines avant", "session-3 semaines", "2027-02-10", "jusqu'au lun. 18 janv., 23 h 59", activity: "vacances"),
        Row("Illkirch, réservation", "J-15 jours ouvrés", "2026-11-23", "jusqu'au ven. 30 oct., 23 h 59"),
        Row("Illkirch, annulation", "J-16 jours ouvrés", "2026-11-23", "jusqu'au jeu. 29 oct., 23 h 59"),
        Row(
            "Clermont",
            "lundi, mardi: vendredi S-1 10:00; mercredi: mardi S 10:00; jeudi: mercredi S 10:00; vendredi: jeudi S 10:00",
            "2026-11-24",
            "jusqu'au ven. 20 nov., 10 h 00"
        ),
        Row("Montagnac", "mercredi S-1", "2026-11-27", "jusqu'au mer. 18 nov., 23 h 59"),
        Row("Bègles", "2026-11-20", "2026-11-26", "jusqu'au ven. 20 nov., 23 h 59"),
        Row("Saint-Jean-du-Bois", "lundi, mardi: jeudi S-1 10:00; jeudi, vendredi: mardi S 10:00", "2026-11-24", "jusqu'au jeu. 19 nov., 10 h 00"),
        // Sunday 28 March 2027 has 23 hours, Sunday 31 October 25: days keep their time, hours are counted as they pass.
        Row("72 heures, au printemps", "72 h", "2027-03-30", "jusqu'au sam. 27 mars, 10 h 30"),
        Row("72 heures du matin, au printemps", "72 h", "2027-03-30", "jusqu'au sam. 27 mars, 6 h 00", activity: "periscolaire", unit: "matin"),
        Row("trois jours, au printemps", "J-3 09:00", "2027-03-30", "jusqu'au sam. 27 mars, 9 h 00"),
        Row("la veille à 2 h 30, au printemps", "J-2 02:30", "2027-03-30", "jusqu'au dim. 28 mars, 3 h 30"),
        Row("72 heures, à l'automne", "72 h", "2027-11-02", "jusqu'au sam. 30 oct., 8 h 30", activity: "vacances"),
        Row("trois jours, à l'automne", "J-3 09:00", "2027-11-02", "jusqu'au sam. 30 oct., 9 h 00", activity: "vacances"),
        Row("l'heure qui vient deux fois", "J-2 02:30", "2027-11-02", "jusqu'au dim. 31 oct., 2 h 30", activity: "vacances"),
    ]

    @Test func `a deadline is composed of choices, or taken from an example, without knowing the notation`() async throws {
        let browser = TestBrowser(try await TestTown())
        try await browser.signInStaff("admin")
        let others = [("ajout-hors-delai", "refus"), ("annulation-hors-delai", "absence"), ("reservation", "J-7")]
        let table: [([(String, String)], field: String, String)] = [
            (
                [("forme", "jours"), ("forme-jours", "2"), ("forme-heure", "12:00"), ("hors-week-ends", "oui"), ("hors-feries", "oui")],
                "reservation",
                "J-2 12:00 hors week-ends, fériés"
            ),
            ([("forme", "heures"), ("forme-heures", "48")], "reservation", "48 h"),
            ([("forme", "semaine"), ("forme-jour", "mardi"), ("forme-semaines", "1"), ("forme-heure", "")], "annulation", "mardi S-1"),
            ([("forme", "semaine"), ("forme-jour", "mardi"), ("forme-semaines", "0"), ("forme-heure", "09:00")], "annulation", "mardi S 09:00"),
            ([("forme", "mois"), ("forme-quantieme", "20"), ("forme-heure", "12:00")], "reservation", "20 M-1 12:00"),
            ([("forme", "date"), ("forme-date", "2026-12-01"), ("forme-heure", "18:00")], "reservation", "2026-12-01 18:00"),
            ([("forme", "aucun")], "annulation", "aucun"),
        ]
        for (choices, field, notation) in table {
            #expect(try await browser.get(address("mercredis", others + choices + [("forme-pour", field)])) == .ok, "\(notation)")
            #expect(browser.hidden(field) == notation)
            #expect(browser.page.contains("En clair"))
        }
        let missing = [("forme", "jours"), ("forme-jours", ""), ("forme-pour", "reservation")]
        #expect(try await browser.get(address("mercredis", others + missing)) == .unprocessableContent)
        #expect(browser.page.contains("champ-reservation-erreur"))
        try await browser.get(address("mercredis", others))
        #expect(browser.page.contains("vendredi%20S-1%2009%3A00") && browser.page.contains("tarif%206%2C00%20%E2%82%AC"))
    }

    /// An address of the bench, encoded as a browser does.
    private func address(_ activity: String, _ fields: [(String, String)]) -> String {
        let allowed = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-".utf8)
        let all =
            [("ajout-hors-delai", "refus"), ("annulation-hors-delai", "refus")].filter { known in !fields.contains { $0.0 == known.0 } } + fields
        let query = all.map { name, value in
            "\(name)=" + value.utf8.map { allowed.contains($0) ? String(Unicode.Scalar($0)) : "%" + hexadecimal($0) }.joined()
        }
        return "agents/regles/\(activity)?\(query.joined(separator: "&"))"
    }

    private func hexadecimal(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true) }

    /// The cells of a day's row in the table of the month, with ordinary spaces.
    private func cells(_ page: String, on day: String) -> [String] {
        guard let date = CivilDate(iso: day), let row = page.split(separator: "<tr>").first(where: { $0.contains(">\(date.frenchShort)</th>") })
        else { return [] }
        return row.split(separator: "<td").dropFirst().map { cell in
            let text = cell.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" }
            return String(text).replacing("\u{A0}", with: " ").replacing("&#39;", with: "'")
        }
    }
}
