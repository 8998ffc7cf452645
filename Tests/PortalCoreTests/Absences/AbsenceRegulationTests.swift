import PortalCore
import Testing

/// The règlements on absences that were found: each is written in a definition file, and costs what the town says.
struct AbsenceRegulationTests {
    /// A meal of 4,20 € missed on the Monday, Tuesday, Thursday and Friday of a week, under `absences` of a file, in cents.
    private struct Row {
        let town: String
        let absences: String
        var reason = "Maladie"
        /// When the certificate comes; nil: none does.
        var sentAt: String?
        let cents: [Int64]
    }

    private static let whole: [Int64] = [420, 420, 420, 420]
    private static let nothing: [Int64] = [0, 0, 0, 0]
    private static let exupery = "justificatif: 72 h\n  au plus tard: 10 jours\n  carence hors délai: 2 jours\n  motifs: [Maladie]"
    private static let cres = """
        justificatif: 48 h
          motifs: [Maladie]
          motifs libres: [Grève, Enseignant absent non remplacé, Départ soudain pendant la classe, Fermeture, Éviction]
          motifs facturés: [Sortie scolaire]
        """

    private static let rows: [Row] = [
        Row(town: "Saint-Exupéry, nothing sent", absences: exupery, cents: whole),
        Row(town: "Saint-Exupéry, within 72 hours", absences: exupery, sentAt: "2026-11-05T11:30:00+01:00", cents: nothing),
        Row(town: "Saint-Exupéry, later: two days stay", absences: exupery, sentAt: "2026-11-05T11:30:01+01:00", cents: [420, 420, 0, 0]),
        Row(town: "Saint-Exupéry, past ten days: refused", absences: exupery, sentAt: "2026-11-13T00:00:00+01:00", cents: whole),
        Row(town: "Le Crès, within 48 hours", absences: cres, sentAt: "2026-11-04T11:30:00+01:00", cents: nothing),
        Row(town: "Le Crès, later", absences: cres, sentAt: "2026-11-04T11:30:01+01:00", cents: whole),
        Row(town: "Le Crès, strike", absences: cres, reason: "Grève", cents: nothing),
        Row(town: "Le Crès, teacher absent", absences: cres, reason: "Enseignant absent non remplacé", cents: nothing),
        Row(town: "Le Crès, sudden departure", absences: cres, reason: "Départ soudain pendant la classe", cents: nothing),
        Row(town: "closure by the town", absences: cres, reason: "Fermeture", cents: nothing),
        Row(town: "éviction", absences: cres, reason: "Éviction", cents: nothing),
        Row(town: "school trip not cancelled in time", absences: cres, reason: "Sortie scolaire", cents: whole),
        Row(town: "school trip, whatever is sent", absences: cres, reason: "Sortie scolaire", sentAt: "2026-11-02T12:00:00+01:00", cents: whole),
        Row(
            town: "Info-jeunesse, on the seventh day",
            absences: "justificatif: 7 jours\n  motifs: [Maladie]",
            sentAt: "2026-11-09T23:59:59+01:00",
            cents: nothing
        ),
        Row(
            town: "Info-jeunesse, on the eighth",
            absences: "justificatif: 7 jours\n  motifs: [Maladie]",
            sentAt: "2026-11-10T00:00:00+01:00",
            cents: whole
        ),
        Row(town: "Bondy, without certificate", absences: "justificatif: 48 h\n  motifs: [Maladie]", cents: whole),
        Row(town: "Saint-Jean-du-Bois", absences: "justificatif: aucun\n  pris en charge: 2 jours\n  motifs: [Maladie]", cents: [0, 0, 420, 420]),
        Row(
            town: "Saint-Jean-du-Bois, one day covered",
            absences: "justificatif: aucun\n  pris en charge: 1 jour\n  motifs: [Maladie]",
            cents: [0, 420, 420, 420]
        ),
        Row(
            town: "carence",
            absences: "justificatif: 72 h\n  carence: 3 jours calendaires\n  motifs: [Maladie]",
            sentAt: "2026-11-02T12:00:00+01:00",
            cents: [420, 420, 0, 0]
        ),
        Row(
            town: "Noethys, a penalty in percent",
            absences: "justificatif: aucun\n  facturation: 50 %\n  motifs: [Maladie]",
            cents: [210, 210, 210, 210]
        ),
        Row(
            town: "Vailhauquès, a fixed amount",
            absences: "justificatif: aucun\n  facturation: 2,99 €\n  motifs: [Maladie]",
            cents: [299, 299, 299, 299]
        ),
        Row(
            town: "Vailhauquès, justified",
            absences: "justificatif: 48 h\n  facturation: 2,99 €\n  motifs: [Maladie]",
            sentAt: "2026-11-02T12:00:00+01:00",
            cents: nothing
        ),
        Row(town: "Publik, absence without type", absences: "justificatif: aucun\n  facturation: 0 %\n  motifs: [Maladie]", cents: nothing),
    ]

    @Test func `every règlement is written in a definition and computed as it says`() throws {
        let monday = try day("2026-11-02")
        for row in Self.rows {
            let policy = try Self.policy(row.absences)
            let times = policy.times(firstDay: monday, startsAt: try #require(CivilTime(clock: "11:30")))
            let cents = try [0, 1, 3, 4].enumerated().map { rank, after in
                let charge = policy.charge(reason: row.reason, rank: rank, daysAfterFirst: after)
                guard let sentAt = row.sentAt else { return charge.price.charge(for: Cents(420)).amount }
                let moment = try #require(Instant(rfc3339: sentAt))
                return policy.priceWhenJustified(reason: row.reason, rank: rank, daysAfterFirst: after, sentAt: moment, times: times)
                    .charge(for: Cents(420)).amount
            }
            #expect(cents == row.cents, "\(row.town)")
        }
    }

    @Test func `a child who comes without booking costs what the town says`() throws {
        let rows: [(String, Int64)] = [("10,00 €", 1000), ("13 €", 1300), ("150 %", 630), ("100 %", 420), ("0 %", 0)]
        for (price, cents) in rows {
            let policy = try Self.policy("justificatif: 48 h\n  présence sans réservation: \(price)\n  motifs: [Maladie]")
            #expect(policy.unbooked.charge(for: Cents(420)).amount == cents, "\(price)")
        }
        #expect(try Self.policy("justificatif: 48 h\n  motifs: [Maladie]").unbooked == .whole)
    }

    @Test func `what a règlement says is told to parents, and written back as it was`() throws {
        for row in Self.rows {
            let town = try ExampleTowns.read(Self.file(row.absences))
            #expect(try ExampleTowns.read(town.yaml).settings.absences == town.settings.absences, "\(row.town)")
            #expect(AbsencePolicy(databaseValue: town.settings.absences.databaseValue) == town.settings.absences, "\(row.town)")
        }
        #expect(plainSpaces(try Self.policy(Self.cres).french).hasSuffix("Facturé même avec un justificatif : sortie scolaire."))
        let fixed = try Self.policy("justificatif: 48 h\n  facturation: 2,99 €\n  présence sans réservation: 10 €\n  motifs: [Maladie]")
        #expect(
            plainSpaces(fixed.french) == "Une absence signalée hors délai est facturée 2,99 €, sauf justificatif reçu dans les 48 heures. "
                + "Un enfant qui vient sans réservation est facturé 10,00 €."
        )
        // Policies that were stored while there were only percentages.
        #expect(AbsencePolicy(databaseValue: .text("justificatif: 72 h\nfacturation: 50\nmotif: Maladie"))?.charge == .percent(50))
    }

    /// Saint-Jean-du-Bois: "les deux premiers jours sont pris en charge ; les troisième et quatrième sont facturés sauf si l'école est prévenue le
    /// jeudi, ou le mardi, avant 10 h".
    @Test func `the first days are the town's, the next ones are free when they are told by Thursday ten o'clock`() async throws {
        let policy = try Self.policy("justificatif: aucun\n  pris en charge: 2 jours\n  motifs: [Maladie]")
        let rule = "lundi, mardi: jeudi S-1 10:00; jeudi, vendredi: mardi S 10:00"
        let town = try await BookingTown.open(with: .canteenTown(policy, rule: rule))
        let family = try await town.family("Dupont", children: ["Tom"])
        let days = ["2026-11-05", "2026-11-06", "2026-11-09", "2026-11-10"]
        try await town.bookings(at: "2026-10-01T10:00:00+02:00").confirm(days.map { add(family.children[0].id, 3, $0) }, key: key(1), by: family)
        let form = AbsenceForm(
            children: [String(family.children[0].id.rawValue)],
            firstDay: days[0],
            lastDay: days[3],
            activities: [],
            reason: "Maladie"
        )
        for (now, differences) in [("2026-11-05T10:00:00+01:00", [-420, -420, -420, -420]), ("2026-11-05T10:00:01+01:00", [-420, -420, 0, 0])] {
            let lines = try AbsenceService(town.portal(at: now), town.catalogue, hasAntivirus: false).review(form, by: family).lines
            #expect(lines.map(\.difference.amount) == differences.map(Int64.init), "\(now)")
        }
    }

    @Test func `a month costs what its absences and its unbooked meals cost`() async throws {
        let policy = try Self.policy("justificatif: aucun\n  facturation: 2,99 €\n  présence sans réservation: 10 €\n  motifs: [Maladie]")
        let town = try await BookingTown.open(with: .canteenTown(policy, rule: "J-2 12:00"))
        let family = try await town.family("Dupont", children: ["Tom"])
        let early = try town.bookings(at: "2026-10-01T10:00:00+02:00")
        let child = family.children[0].id
        try await early.confirm([add(child, 3, "2026-11-05"), add(child, 3, "2026-11-06")], key: key(1), by: family)
        let late = try town.bookings(at: "2026-11-05T09:00:00+01:00")
        let absence = try await late.confirm([cancel(child, 3, "2026-11-05")], key: key(2), by: family)
        guard case .recordedAsAbsence(let words)? = absence.lines.first?.outcome.plain else { throw Unexpected() }
        #expect(words.hasSuffix("L'absence est notée, et la place est facturée 2,99 €."))
        let review = try late.review([add(child, 3, "2026-11-30")], by: family)
        #expect(review.costs.map(\.before) == [Cents(420 + 299)] && review.costs.map(\.after) == [Cents(420 + 299 + 420)])
    }

    private static func policy(_ absences: String) throws -> AbsencePolicy { try ExampleTowns.read(file(absences)).settings.absences }

    private static func file(_ absences: String) -> String {
        """
        commune:
          nom: Ville de Test
          nom court: Test
          adresse: test
          nom du portail: Espace Famille
          accroche: Bienvenue
          couleur: "#1D6F8A"
          zone scolaire: C
        textes:
          accueil:
            titre: Bonjour
            texte: Bonjour
        absences:
          \(absences)
        activités:
          - code: cantine
            nom: Cantine
            type: restauration
            lieu: École
            description: Le repas
            jours: [lundi, mardi, jeudi, vendredi]
            période: scolaire
            délais:
              réservation: J-2 12:00
              ajout hors délai: refus
              annulation hors délai: absence
              source: Règlement
            unités:
              - code: repas
                nom: Repas
                de: 11:30
                à: 13:30
                prix: 4,20
            groupes:
              - code: tous
                nom: Tous
                âges: 3-11
                places: 100

        """
    }
}

extension PortalCatalogue {
    /// The canteen of the booking town alone, with its own absences and one deadline.
    static func canteenTown(_ absences: AbsencePolicy, rule: String) throws -> PortalCatalogue {
        let (town, canteen) = (try PortalCatalogue.bookingTown(), try Activity.canteen())
        let rules = BookingRules(
            adding: try BookingDeadline(notation: rule),
            cancellingOverride: nil,
            lateAdding: .refuse,
            lateCancelling: .becomesAbsence,
            source: ""
        )
        var activity = Activity(
            id: canteen.id,
            code: canteen.code,
            name: canteen.name,
            kind: canteen.kind,
            place: canteen.place,
            description: "",
            opening: canteen.opening,
            rules: rules,
            units: canteen.units,
            groups: canteen.groups,
            writtenSessions: []
        )
        activity.absences = absences
        return PortalCatalogue(settings: town.settings, closures: [], activities: [activity])
    }
}
