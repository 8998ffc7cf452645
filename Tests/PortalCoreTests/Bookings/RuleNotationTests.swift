import PortalCore
import Testing

struct RuleNotationTests {
    @Test func `a canonical notation is written as it was read`() throws {
        for notation in RuleNotationTests.canonical {
            #expect(try BookingDeadline(notation: notation).notation == notation)
        }
    }

    @Test func `accents, case, spaces and other ways of writing are understood`() throws {
        for (written, canonical) in RuleNotationTests.tolerated {
            #expect(try BookingDeadline(notation: written).notation == canonical)
        }
    }

    private static let canonical = [
        "aucun", "J", "J 10:00", "J-7", "J-7 12:00", "J-2 10:00 hors week-ends, fériés",
        "J-1 11:00 hors mercredis, week-ends, fériés, vacances, fermetures", "J-3 hors dimanches", "0 h", "72 h",
        "jeudi S-1 12:00", "mardi S", "dimanche S-2", "20 M-1 12:00", "31 M-1", "session-4 semaines", "session-1 semaine 09:00",
        "session-15 jours 18:00", "session-1 jour", "2026-09-30 20:00", "2026-09-30",
        "lundi, mardi: vendredi S-1 09:00; jeudi, vendredi: mardi S 09:00", "lundi: vendredi S-1 09:30; mardi: lundi S 09:30",
        "aucun jusqu'au 30 septembre, puis J-14", "aucun jusqu'au 1er octobre, puis lundi: vendredi S-1 09:00; mardi: lundi S",
    ]

    private static let tolerated = [
        ("  AUCUN ", "aucun"),
        ("j-7 12h", "J-7 12:00"),
        ("J–7 à 9h30", "J-7 09:30"),
        ("J-0 10:00", "J 10:00"),
        ("J-7 23:59", "J-7"),
        ("J-7 24:00", "J-7"),
        ("J-2 hors Weekends et jours feries 10\u{A0}h\u{A0}00", "J-2 10:00 hors week-ends, fériés"),
        ("J-2 10:00 hors samedis, dimanches", "J-2 10:00 hors week-ends"),
        ("J-3 jours ouvrés 12:00", "J-3 12:00 hors week-ends, fériés"),
        ("J-3 ouvrables", "J-3 hors dimanches, fériés"),
        ("J-15 jours francs", "J-16"),
        ("session-15 jours francs", "session-16 jours"),
        ("72 heures", "72 h"),
        ("Jeudi s-1 9:00", "jeudi S-1 09:00"),
        ("mardi S-0", "mardi S"),
        ("Session - 4 Semaines", "session-4 semaines"),
        ("30/09/2026 20h", "2026-09-30 20:00"),
        ("1er M-1", "1 M-1"),
        ("lundi et mardi : vendredi S-1 9h ;", "lundi, mardi: vendredi S-1 09:00"),
        ("mardi: vendredi S-1 09:00; lundi: vendredi S-1 09:00", "lundi, mardi: vendredi S-1 09:00"),
        ("Aucun jusqu’au 30 Septembre puis j-14", "aucun jusqu'au 30 septembre, puis J-14"),
    ]
}
