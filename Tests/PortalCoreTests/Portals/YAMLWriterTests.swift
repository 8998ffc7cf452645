import PortalCore
import Testing

struct YAMLWriterTests {
    @Test func `a person's words stand without quotes, the rest between quotes`() {
        let expected = [
            ("Ville de Bondoufle", "Ville de Bondoufle"),
            ("72 h", "72 h"),
            ("07:30", "07:30"),
            ("L'Espace « Familles », n° 1", "L'Espace « Familles », n° 1"),
            ("#00708C", "\"#00708C\""),
            ("Horaires : 9 h", "\"Horaires : 9 h\""),
            ("lundi: mardi S-1", "\"lundi: mardi S-1\""),
            ("a #b", "\"a #b\""),
            ("- a", "\"- a\""),
            ("\"a\\", "\"\\\"a\\\\\""),
            ("fin:", "\"fin:\""),
            ("", "\"\""),
        ]
        for (value, written) in expected { #expect(YAMLWriter.scalar(value) == written) }
    }

    @Test func `any text of a definition comes back as it was`() throws {
        var random = SplitMix(seed: 11)
        let alphabet = Array(" aé0:#-?![]{}&*|>'\"%@`,\\~«»\u{A0}\n€h/🧒\u{301}")
        let town = try ExampleTowns.definition("charost")
        for _ in 0..<300 {
            func words(between separator: String) -> String {
                let typed = (0..<Int.random(in: 0..<30, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "a" }
                let lines = String(typed).split(separator: "\n").map { "\($0.split(separator: " ").joined(separator: " "))a" }
                return FrenchTypography.typeset("a\(lines.joined(separator: separator))")
            }
            let text = PortalText(code: .welcome, title: words(between: "-"), body: words(between: "\n"))
            let settings = PortalSettings(
                slug: town.settings.slug,
                name: text.title,
                shortName: town.settings.shortName,
                portalName: town.settings.portalName,
                tagline: town.settings.tagline,
                accent: town.settings.accent,
                schoolZone: town.settings.schoolZone,
                alsaceMoselle: true,
                website: nil,
                texts: [text],
                contacts: [PortalContact(name: "a", phone: nil, email: nil, address: text.body, hours: text.body)],
                news: []
            )
            let definition = PortalDefinition(settings: settings, closures: [], activities: town.activities)
            let again = try ExampleTowns.read(definition.yaml)
            #expect(again == definition)
        }
    }
}
