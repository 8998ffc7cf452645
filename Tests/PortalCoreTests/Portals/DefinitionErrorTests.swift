import PortalCore
import Testing

/// Every mistake is told with its file, its line and its field.
struct DefinitionErrorTests {
    /// The shortest file that is accepted.
    private static let file = """
        commune:
          nom: Ville de Test
          nom court: Test
          adresse: test
          nom du portail: Espace Famille
          accroche: Bienvenue
          couleur: "#1D6F8A"
          zone scolaire: C
          alsace-moselle: non
          site: https://www.test.fr
        textes:
          accueil:
            titre: Bonjour
            texte: Bonjour
        contacts:
          - nom: Mairie
            téléphone: 01 02 03 04 05
            courriel: mairie@test.fr
        actualités:
          - publiée: il y a 3 jours
            titre: Nouveau
            texte: Nouveau
        fermetures:
          - du: 2026-12-24
            au: 2026-12-31
            motif: Noël
          - du: 2027-08-01
            au: 2027-08-15
            motif: Été
        activités:
          - code: mercredis
            nom: Mercredis
            type: mercredi
            lieu: Centre
            description: Le mercredi
            jours: [mercredi]
            période: scolaire
            sessions: aucune
            délais:
              réservation: J-7
              annulation: 48 h
              ajout hors délai: refus
              annulation hors délai: absence
              source: Règlement
            unités:
              - code: journee
                nom: Journée
                de: 07:30
                à: 18:30
                prix: 12,50
              - code: matin
                nom: Matin
                de: 07:30
                à: 12:00
                prix: 6
            groupes:
              - code: petits
                nom: Petits
                âges: 3-5
                places: 40

        """

    private func issues(_ yaml: String) -> [DefinitionIssue] {
        do {
            _ = try ExampleTowns.read(yaml)
            return []
        } catch {
            return (error as? DefinitionError)?.issues ?? []
        }
    }

    /// The issues after replacing one line's text by another.
    private func issues(_ line: String, _ replacement: String) -> [DefinitionIssue] {
        issues(DefinitionErrorTests.file.replacing(line, with: replacement, maxReplacements: 1))
    }

    @Test func `the shortest file is accepted`() throws {
        let definition = try ExampleTowns.read(DefinitionErrorTests.file)
        #expect(definition.settings.news.first?.publishedOn == ExampleTowns.today.adding(days: -3))
        #expect(definition.activities.first?.rules.cancelling == .hoursBefore(48))
    }

    @Test func `one mistake is one line that names file, line and field`() throws {
        do {
            _ = try ExampleTowns.read(DefinitionErrorTests.file.replacing("réservation: J-7", with: "réservation: J-x"))
            Issue.record("accepted")
        } catch {
            let line = "ville.yaml, ligne 40, activités[1].délais.réservation\u{A0}: "
            #expect("\(error)".hasPrefix(line), "\(error)")
            #expect("\(error)".split(separator: "\n").count == 1)
        }
    }

    @Test func `a value that does not fit is refused where it stands`() {
        let refused: [(String, String, Int, String)] = [
            ("adresse: test", "adresse: Test", 4, "commune.adresse"),
            ("adresse: test", "adresse: a--b", 4, "commune.adresse"),
            ("couleur: \"#1D6F8A\"", "couleur: \"#1D6F8\"", 7, "commune.couleur"),
            ("couleur: \"#1D6F8A\"", "couleur: \"#+D6F8A\"", 7, "commune.couleur"),
            ("couleur: \"#1D6F8A\"", "couleur: #1D6F8A", 7, "commune.couleur"),
            ("zone scolaire: C", "zone scolaire: D", 8, "commune.zone scolaire"),
            ("alsace-moselle: non", "alsace-moselle: no", 9, "commune.alsace-moselle"),
            ("site: https://www.test.fr", "site: javascript:alert(1)", 10, "commune.site"),
            ("téléphone: 01 02 03 04 05", "téléphone: appelez-nous", 17, "contacts[1].téléphone"),
            ("courriel: mairie@test.fr", "courriel: mairie.test.fr", 18, "contacts[1].courriel"),
            ("publiée: il y a 3 jours", "publiée: il y a trois jours", 20, "actualités[1].publiée"),
            ("au: 2026-12-31", "au: 2026-12-32", 25, "fermetures[1].au"),
            ("au: 2026-12-31", "au: 2026-12-23", 25, "fermetures[1].au"),
            ("type: mercredi", "type: mercredis", 33, "activités[1].type"),
            ("jours: [mercredi]", "jours: [mercredi, Mardi]", 36, "activités[1].jours[2]"),
            ("jours: [mercredi]", "jours: [mercredi, mercredi]", 36, "activités[1].jours"),
            ("jours: [mercredi]", "jours: []", 36, "activités[1].jours"),
            ("jours: [mercredi]", "jours: mercredi", 36, "activités[1].jours"),
            ("période: scolaire", "période: été", 37, "activités[1].période"),
            ("sessions: aucune", "sessions: liste", 38, "activités[1].sessions"),
            ("sessions: aucune", "sessions: par semaine", 38, "activités[1].sessions"),
            ("réservation: J-7", "réservation: session-4 semaines", 38, "activités[1].sessions"),
            ("annulation: 48 h", "annulation: 48", 41, "activités[1].délais.annulation"),
            ("ajout hors délai: refus", "ajout hors délai: non", 42, "activités[1].délais.ajout hors délai"),
            ("annulation hors délai: absence", "annulation hors délai: service", 43, "activités[1].délais.annulation hors délai"),
            ("de: 07:30", "de: 25:00", 48, "activités[1].unités[1].de"),
            ("à: 18:30", "à: 07:30", 49, "activités[1].unités[1].à"),
            ("prix: 12,50", "prix: 12,505", 50, "activités[1].unités[1].prix"),
            ("prix: 12,50", "prix: -1", 50, "activités[1].unités[1].prix"),
            ("âges: 3-5", "âges: 5-3", 59, "activités[1].groupes[1].âges"),
            ("âges: 3-5", "âges: 3-99", 59, "activités[1].groupes[1].âges"),
            ("places: 40", "places: 0", 60, "activités[1].groupes[1].places"),
            ("nom court: Test", "nom court: [Test]", 3, "commune.nom court"),
            ("nom court: Test", "nom court:", 3, "commune.nom court"),
            ("nom court: Test", "nom court: \"a\\u202Eb\"", 3, "commune.nom court"),
            ("nom court: Test", "nom court: \"a\\nb\"", 3, "commune.nom court"),
            ("accroche: Bienvenue", "accroche: \(String(repeating: "a", count: 201))", 6, "commune.accroche"),
        ]
        for (line, replacement, number, field) in refused {
            let found = issues(line, replacement)
            #expect(found.map(\.line) == [number] && found.map(\.field) == [field], "\(replacement) -> \(found)")
        }
    }

    @Test func `a key that is unknown, missing or written twice is refused`() {
        let refused: [(String, String, Int, String)] = [
            ("nom court: Test", "nom long: Test", 3, "commune.nom long"),
            ("    titre: Bonjour\n", "    titre: Bonjour\n    titre: Bonsoir\n", 14, "textes.accueil.titre"),
            ("  accueil:", "  accueils:", 12, "textes.accueils"),
            ("      source: Règlement\n", "", 40, "activités[1].délais.source"),
            ("code: petits\n        nom: Petits", "nom: Petits", 57, "activités[1].groupes[1].code"),
            ("code: matin", "code: journee", 51, "activités[1].unités[2].code"),
        ]
        for (line, replacement, number, field) in refused {
            let found = issues(line, replacement)
            #expect(found.contains { $0.line == number && $0.field == field }, "\(replacement) -> \(found)")
        }
    }

    @Test func `closed periods and sessions may not share a day, activities not a code`() {
        #expect(issues("du: 2027-08-01", "du: 2026-12-31").map(\.field) == ["fermetures"])
        let sessions = "sessions:\n      - {nom: A, du: 2027-01-01, au: 2027-01-05}\n      - {nom: B, du: 2027-01-05, au: 2027-01-09}"
        #expect(issues("sessions: aucune", sessions).map(\.field) == ["activités[1].sessions"])
        let file = DefinitionErrorTests.file
        let activity = file[(file.firstRange(of: "  - code: mercredis")?.lowerBound ?? file.endIndex)...]
        #expect(issues(file + activity).map(\.field) == ["activités[2].code"])
    }

    @Test func `all the mistakes of a file are told at once, in order`() {
        let yaml = DefinitionErrorTests.file.replacing("zone scolaire: C", with: "zone scolaire: D")
            .replacing("places: 40", with: "places: beaucoup").replacing("type: mercredi", with: "genre: mercredi")
        #expect(issues(yaml).map(\.line) == [8, 31, 33, 60])
        #expect(issues("- 1\n").map(\.line) == [1])
        #expect(issues("commune: a\n").count >= 2)
    }

    @Test func `written sessions are read`() throws {
        let yaml = DefinitionErrorTests.file.replacing(
            "sessions: aucune",
            with: "sessions:\n      - {nom: B, du: 2027-01-06, au: 2027-01-09}\n      - {nom: A, du: 2027-01-01, au: 2027-01-05}"
        ).replacing("réservation: J-7", with: "réservation: session-3 jours")
        let definition = try ExampleTowns.read(yaml)
        #expect(definition.activities[0].opening.sessions == .written)
        #expect(definition.activities[0].writtenSessions.map(\.name) == ["A", "B"])
        #expect(try ExampleTowns.read(definition.yaml) == definition)
    }
}
