import PortalCore

/// A commune where demo families live, with its schools.
struct DemoPlace: Sendable {
    let city: String
    let postalCode: String
    /// École maternelle, école élémentaire and collège; two places may share one.
    let nurserySchool: String
    let primarySchool: String
    let middleSchool: String
    /// Streets of its own, besides those that every French commune has.
    let streets: [String]

    /// An address that nobody lives at for certain: the street is likely, the number drawn.
    func address(_ random: inout DemoRandom) -> PostalAddress? {
        guard let code = PostalCode(postalCode) else { return nil }
        let number = random.number(1...64)
        let suffix = random.chance(8) ? " bis" : ""
        return PostalAddress(street: "\(number)\(suffix) \(random.pick(streets + DemoPlace.commonStreets))", postalCode: code, city: city)
    }

    private static let commonStreets = [
        "rue des Lilas", "rue des Écoles", "rue Victor-Hugo", "rue Jean-Jaurès", "allée des Tilleuls", "impasse des Acacias", "rue de la Mairie",
        "rue du Moulin", "rue Pasteur", "avenue de la République", "rue Jules-Ferry", "place de l'Église", "rue du Stade", "chemin des Vignes",
        "rue des Jardins", "rue Marie-Curie", "rue du 8-Mai-1945", "allée des Noisetiers", "rue Louise-Michel", "rue de la Fontaine",
        "rue des Coquelicots", "rue Simone-Veil", "chemin du Lavoir", "rue Aimé-Césaire",
    ]

    /// The communes of a portal; the town's own name alone when it is none of the five.
    static func places(of slug: String, named name: String) -> [DemoPlace] {
        all[slug] ?? [
            DemoPlace(
                city: name,
                postalCode: "01000",
                nurserySchool: "École maternelle du Centre",
                primarySchool: "École élémentaire du Centre",
                middleSchool: "Collège",
                streets: ["rue du Centre"]
            )
        ]
    }
}
