import PortalCore
import Testing

/// A town, read from a definition, with an outing on two December days: two places, open from 2 November to 6 December.
struct OutingTown {
    let town: BookingTown
    let outing: Activity
    let unit: Int64
    /// The town without the outing: who is enrolled in all of it is not enrolled in the outing.
    private let before: BookingTown

    init(_ yaml: String = OutingTown.yaml(participants: "[mercredis]")) async throws {
        let database = try temporaryDatabase()
        let clock = StoppedClock(try #require(Instant(rfc3339: "2026-10-01T10:00:00+02:00")))
        try await PortalDefinitionService(Portal(slug: "test", database: database, clock: clock)).put(try ExampleTowns.read(yaml))
        let catalogue = try #require(try database.read { try PortalCatalogueStore($0).load() })
        town = BookingTown(database: database, catalogue: catalogue)
        outing = try #require(catalogue.activity(code: "cirque"))
        unit = try #require(outing.units.first).id.rawValue
        let others = catalogue.activities.filter { $0.code == "mercredis" }
        before = BookingTown(database: database, catalogue: PortalCatalogue(settings: catalogue.settings, closures: [], activities: others))
    }

    /// A family whose children, eight years old, go to the Wednesdays.
    func family(_ name: String, children: [String] = ["Léa"]) async throws -> HouseholdAccess {
        try await before.family(name, children: children)
    }

    func enrolled() throws -> Int {
        try #require(
            try town.database.read {
                try $0.first("SELECT count(*) FROM enrolments WHERE activity_id = $1", outing.id, decode: { try $0[0] as Int })
            }
        )
    }
}

extension OutingTown {
    /// - Parameters:
    ///   - participants: the activities whose children may come; nil: all children.
    ///   - ages: those of the outing's group.
    ///   - documents: what stands under "pièces justificatives".
    static func yaml(participants: String?, ages: String = "6-11", documents: String = "") -> String {
        let outing = """
                dates: [2026-12-16, 2026-12-17]
                rendez-vous: À 13 h 15 devant le centre
                fenêtres:
                  - du: 2026-12-16
                    au: 2026-12-17
                    ouvre: 2026-11-02 08:00
                    ferme: 2026-12-06 18:00
                liste d'attente: attribuée
            """
        let invited = participants.map { "\n    ouverte à: \($0)" } ?? ""
        let activities = [
            WrittenActivity("mercredis", "Mercredis", type: "mercredi", "    jours: [mercredi]\n    période: scolaire"),
            WrittenActivity("vacances", "Vacances", type: "vacances", "    jours: [lundi]\n    période: vacances"),
            WrittenActivity("cirque", "Cirque d'hiver", type: "sortie", outing + invited, hours: ("13:15", "18:30"), ages: ages, places: 2),
        ]
        return """
            commune:
              nom: Ville de Test
              nom court: Test
              adresse: test
              nom du portail: Espace Famille
              accroche: Bienvenue
              couleur: "#1D6F8A"
              zone scolaire: C
            \(documents)
            activités:
            \(activities.map(\.yaml).joined(separator: "\n"))

            """
    }
}

/// An activity as a definition has it: what tells it from others, among the lines that every activity needs.
private struct WrittenActivity {
    private let code: String
    private let name: String
    private let type: String
    private let own: String
    private let hours: (from: String, to: String)
    private let ages: String
    private let places: Int

    /// - Parameter own: the lines that only it has.
    init(
        _ code: String,
        _ name: String,
        type: String,
        _ own: String,
        hours: (from: String, to: String) = ("08:00", "18:00"),
        ages: String = "3-11",
        places: Int = 40
    ) {
        self.code = code
        self.name = name
        self.type = type
        self.own = own
        self.hours = hours
        self.ages = ages
        self.places = places
    }

    var yaml: String {
        """
          - code: \(code)
            nom: \(name)
            type: \(type)
            lieu: Paris
            description: Pour les enfants
        \(own)
            délais:
              réservation: J-5
              ajout hors délai: refus
              annulation hors délai: absence
              source: Règlement
            unités:
              - code: tout
                nom: Tout
                de: \(hours.from)
                à: \(hours.to)
                prix: 8,00
            groupes:
              - code: tous
                nom: Tous
                âges: \(ages)
                places: \(places)
        """
    }
}
