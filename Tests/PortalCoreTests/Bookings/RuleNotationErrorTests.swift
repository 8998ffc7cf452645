import PortalCore
import Testing

struct RuleNotationErrorTests {
    @Test func `what cannot be read is told with its place and an example`() throws {
        for (notation, position, problem) in RuleNotationErrorTests.faults {
            let error = try #require(throws: RuleNotationError.self) { try BookingDeadline(notation: notation) }
            #expect(error.position == position, "\(notation): \(error)")
            #expect(error.problem.contains(problem), "\(notation): \(error)")
            #expect(!error.example.isEmpty)
        }
    }

    @Test func `an error is one sentence in French`() throws {
        let error = try #require(throws: RuleNotationError.self) { try BookingDeadline(notation: "J-x") }
        let words = "Règle « J-x » : au caractère 3, il faut un nombre de jours entre 0 et 400. Exemple : « J-7 12:00 »."
        #expect(error.description.replacing("\u{A0}", with: " ") == words)
        let empty = try #require(throws: RuleNotationError.self) { try BookingDeadline(notation: "") }
        #expect(empty.description.replacing("\u{A0}", with: " ").hasPrefix("Règle vide, il manque une règle. Exemple : « aucun, "))
    }

    @Test func `a late policy's error says which words it knows`() throws {
        for notation in ["", "bidon", "majoration", "majoration 0 %", "majoration 2000 %", "majoration 1,555 €", "majoration 0 €", "refus 2"] {
            #expect(throws: RuleNotationError.self) { try LateAdding(notation: notation) }
        }
        for notation in ["", "service", "absence 3"] { #expect(throws: RuleNotationError.self) { try LateCancelling(notation: notation) } }
        for notation in ["20", "20 $", "€"] { #expect(throws: RuleNotationError.self) { try LateSurcharge(notation: notation) } }
    }

    /// Pieces of rules in any order: each is read, or refused at a place that exists.
    @Test func `no text is too strange to be refused kindly`() {
        let pieces = [
            "J", "-", "7", "12", ":", "h", " ", "lundi", "S", "M", "session", "semaines", "jours", "hors", "fériés", ",", ";", "aucun", "jusqu'au",
            "puis", "30",
            "septembre", "99999999999999999999", "½", "é", "\u{301}", "🙂", "\n", "à", "1er", "2026", "/", "%", "€", "francs", "ouvrés", "\u{0}",
        ]
        var random = RuleDraw(seed: 7)
        for _ in 0..<20_000 {
            let notation = (0..<random.number(0...9)).map { _ in pieces[random.number(0...pieces.count - 1)] }.joined()
            do {
                let rule = try BookingDeadline(notation: notation)
                if try BookingDeadline(notation: rule.notation) != rule { Issue.record("\(notation) is written as \(rule.notation)") }
            } catch {
                if !(1...notation.count + 1).contains(error.position) { Issue.record("\(notation): \(error)") }
            }
        }
    }

    private static let faults = [
        ("", 1, "il manque une règle"), ("   ", 4, "il manque une règle"), ("bidon", 1, "« bidon »"), ("J-", 3, "un nombre de jours"),
        ("J-401", 3, "entre 0 et 400"), ("J-7 12", 5, "« 12 » est de trop"), ("J-7 25:00", 5, "une heure"), ("J-7 12:0", 5, "une heure"),
        ("J-7 à", 6, "une heure"), ("J-7 hors", 9, "quels jours"), ("J-7 hors bidon", 10, "quels jours"),
        ("J-7 hors lundis, mardis, mercredis, jeudis, vendredis, week-ends", 65, "au moins un jour"), ("J-7 12:00 13:00", 11, "de trop"),
        ("72", 1, "ce nombre seul"), ("9001 h", 1, "entre 0 et 9000"), ("32 M-1", 1, "entre 1 et 31"), ("20 M-2", 4, "« M-1 »"),
        ("20 M", 4, "« M-1 »"),
        ("2026-02-30", 1, "une date"), ("2026-09", 1, "une date"), ("jeudi", 6, "« S »"), ("jeudi S-", 9, "un nombre de semaines"),
        ("lundi: S-1", 8, "un jour de la semaine"), ("lundi, mardi", 13, "« : »"), ("lundi: mardi S; bidon", 17, "un jour de la semaine"),
        ("lundi: mardi S; lundi: mardi S", 31, "déjà sa limite"), ("session", 8, "« - »"), ("session-4", 10, "« jours » ou « semaines »"),
        ("session-4 mois", 11, "« jours » ou « semaines »"), ("aucun jusqu'au", 15, "un jour et un mois"),
        ("aucun jusqu'au 31 septembre, puis J", 16, "un jour et un mois"),
        ("aucun jusqu'au 30 septembre", 28, "« puis »"), ("aucun jusqu'au 30 septembre, puis", 34, "il manque une règle"), ("J-7; J-8", 4, "de trop"),
    ].map { ($0.0, $0.1, $0.2.replacing("« ", with: "«\u{A0}").replacing(" »", with: "\u{A0}»")) }
}
