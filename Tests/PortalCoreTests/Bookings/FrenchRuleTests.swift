import PortalCore
import Testing

/// What parents and staff read. Spaces that do not break are checked as plain ones, but for one test.
struct FrenchRuleTests {
    @Test func `a limit says itself`() throws {
        let last = try #require(Instant(rfc3339: "2026-11-03T12:00:00+01:00"))
        let limit = DeadlineLimit.until(last)
        #expect(limit.sentence == "Modifiable jusqu'au mardi 3 novembre 2026 à 12\u{A0}h\u{A0}00")
        #expect(plain(limit.words) == "jusqu'au mardi 3 novembre 2026 à 12 h 00")
        #expect(plain(limit.pastSentence) == "Délai dépassé depuis le mardi 3 novembre 2026 à 12 h 00")
        #expect(plain(limit.short) == "jusqu'au mar. 3 nov., 12 h 00")
        #expect(limit.sentence(at: last) == limit.sentence)
        #expect(limit.sentence(at: last.adding(seconds: 1)) == limit.pastSentence)
    }

    @Test func `no notice says itself`() {
        #expect(DeadlineLimit.none.sentence == "Aucun délai\u{A0}: modifiable jusqu'au jour même")
        #expect(DeadlineLimit.none.short == "jusqu'au jour même")
    }

    @Test func `a rule says itself`() throws {
        for (notation, words) in FrenchRuleTests.rules {
            #expect(plain(try BookingDeadline(notation: notation).frenchDescription) == words)
        }
    }

    @Test func `late policies say themselves`() throws {
        let adding = [
            ("refus", "hors délai, la réservation est refusée"),
            ("service", "hors délai, la réservation se demande au service"),
            ("majoration 20 %", "hors délai, la réservation est acceptée avec une majoration de 20 %"),
            (
                "majoration 1,50 € jusqu'à J-2",
                "hors délai, la réservation est acceptée avec une majoration de 1,50 €, au plus tard 2 jours avant, à 23 h 59"
            ),
        ]
        for (notation, words) in adding { #expect(plain(try LateAdding(notation: notation).frenchDescription) == words) }
        #expect(try LateCancelling(notation: "refus").frenchDescription == "hors délai, l'annulation est refusée")
        #expect(try LateCancelling(notation: "absence").frenchDescription.hasPrefix("hors délai, l'annulation devient une absence"))
    }

    private func plain(_ text: String) -> String { text.replacing("\u{A0}", with: " ") }

    private static let rules = [
        ("aucun", "sans délai, jusqu'au jour même"),
        ("J-7", "au plus tard 7 jours avant, à 23 h 59"),
        ("J-1 12:00", "au plus tard la veille, à 12 h 00"),
        ("J 9:00", "au plus tard le jour même, à 9 h 00"),
        ("J-2 10:00 hors week-ends, fériés", "au plus tard 2 jours avant, à 10 h 00, sans compter les week-ends ni les jours fériés"),
        (
            "J-1 11:00 hors mercredis, week-ends, fériés, vacances, fermetures",
            "au plus tard la veille, à 11 h 00, sans compter les mercredis, les week-ends, les jours fériés, les vacances scolaires ni les jours de fermeture"
        ),
        ("J-3 hors dimanches", "au plus tard 3 jours avant, à 23 h 59, sans compter les dimanches"),
        ("72 h", "au plus tard 72 heures avant le début de l'accueil"),
        ("1 h", "au plus tard 1 heure avant le début de l'accueil"),
        ("0 h", "au plus tard au début de l'accueil"),
        ("mardi S 9:00", "au plus tard le mardi de la même semaine, à 9 h 00"),
        ("jeudi S-1 12:00", "au plus tard le jeudi de la semaine précédente, à 12 h 00"),
        ("jeudi S-2 12:00", "au plus tard le jeudi, 2 semaines avant, à 12 h 00"),
        (
            "lundi, mardi: vendredi S-1 9:00; jeudi: mardi S 9:00",
            "pour le lundi et le mardi, au plus tard le vendredi de la semaine précédente, à 9 h 00 ; pour le jeudi, au plus tard le mardi de la même semaine, à 9 h 00"
        ),
        ("20 M-1 12:00", "au plus tard le 20 du mois précédent, à 12 h 00"),
        ("1 M-1", "au plus tard le 1er du mois précédent, à 23 h 59"),
        ("31 M-1", "au plus tard le 31 du mois précédent (ou son dernier jour), à 23 h 59"),
        ("session-4 semaines", "au plus tard 4 semaines avant le premier jour de la session, à 23 h 59"),
        ("session-1 jour 18:00", "au plus tard 1 jour avant le premier jour de la session, à 18 h 00"),
        ("session-0 jour 9:00", "au plus tard le premier jour de la session, à 9 h 00"),
        ("2026-09-30 20:00", "au plus tard le mercredi 30 septembre 2026 à 20 h 00"),
        ("aucun jusqu'au 30 septembre, puis J-14", "sans délai jusqu'au 30 septembre, puis au plus tard 14 jours avant, à 23 h 59"),
    ]
}
