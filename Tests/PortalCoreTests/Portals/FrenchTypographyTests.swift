import PortalCore
import Testing

struct FrenchTypographyTests {
    @Test func `spaces that French does not break become no-break spaces`() {
        let expected = [
            ("Besoin d'aide ?", "Besoin d'aide\u{A0}?"),
            ("les mercredis : 15 jours", "les mercredis\u{A0}: 15 jours"),
            ("« Créer mon espace »", "«\u{A0}Créer mon espace\u{A0}»"),
            ("de 9 h à 9 h 30", "de 9\u{A0}h à 9\u{A0}h\u{A0}30"),
            ("moins de 72 h à l'avance", "moins de 72\u{A0}h à l'avance"),
            ("5 heures", "5 heures"),
            ("au 01 69 91 46 56", "au 01\u{A0}69\u{A0}91\u{A0}46\u{A0}56"),
            ("12 000 €", "12\u{A0}000\u{A0}€"),
            ("25 % de 4 €", "25\u{A0}% de 4\u{A0}€"),
            ("9h-12h / 13h30-18h", "9h-12h / 13h30-18h"),
            ("une ligne\n: deux", "une ligne\n: deux"),
        ]
        for (typed, shown) in expected {
            #expect(FrenchTypography.typeset(typed) == shown)
            #expect(FrenchTypography.typeset(shown) == shown)
            #expect(FrenchTypography.plain(shown) == typed)
        }
    }

    @Test func `a no-break space of the author's own is kept`() {
        #expect(FrenchTypography.plain("M.\u{A0}Martin") == "M.\u{A0}Martin")
    }

    @Test func `typesetting twice changes nothing, and a plain text comes back`() {
        var random = SplitMix(seed: 7)
        let alphabet = Array("  \u{A0}:;?!«»%€h09a\n")
        for _ in 0..<5_000 {
            let text = String((0..<Int.random(in: 0..<12, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "a" })
            let typeset = FrenchTypography.typeset(text)
            #expect(FrenchTypography.typeset(typeset) == typeset)
            #expect(FrenchTypography.typeset(FrenchTypography.plain(typeset)) == typeset)
        }
    }
}
