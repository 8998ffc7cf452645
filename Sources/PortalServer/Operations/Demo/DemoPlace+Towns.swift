extension DemoPlace {
    /// The communes of each example portal. Schools and streets are invented.
    static let all: [String: [DemoPlace]] = [
        "bondoufle": [
            place("Bondoufle", "91070", school: "Mermoz", middle: "Collège du Parc", ["rue des Trois-Parts", "allée du Bois", "rue de la Plaine"]),
            place("Bondoufle", "91070", school: "Saint-Exupéry", middle: "Collège du Parc", ["rue du Verger", "avenue des Sports"]),
        ],
        "chanteloup-les-vignes": [
            place(
                "Chanteloup-les-Vignes",
                "78570",
                school: "Roland-Dorgelès",
                middle: "Collège des Coteaux",
                ["rue des Coteaux", "rue du Pressoir"]
            ),
            place("Chanteloup-les-Vignes", "78570", school: "Dorothy-Vaughan", middle: "Collège des Coteaux", ["place des Arts", "rue des Pierres"]),
        ],
        "chalonnes-sur-loire": [
            place("Chalonnes-sur-Loire", "49290", school: "Les Petits Pas", middle: "Collège des Îles", ["quai de Loire", "rue du Vieux-Pont"]),
            place("Chalonnes-sur-Loire", "49290", school: "Joseph-Vernet", middle: "Collège des Îles", ["rue des Mariniers", "chemin des Îles"]),
        ],
        "charost": [
            place("Chârost", "18290", school: "de Chârost", middle: "Collège du Canal", ["rue de l'Arnon", "route de Bourges", "rue du Château"])
        ],
        "gevrey-nuits": [
            place("Gevrey-Chambertin", "21220", school: "des Climats", middle: "Collège de la Côte", ["rue du Chêne", "rue de la Combe"]),
            place("Nuits-Saint-Georges", "21700", school: "Henri-Challand", middle: "Collège des Vignerons", ["rue du Beffroi", "quai du Meuzin"]),
            place("Brochon", "21220", school: "de Brochon", middle: "Collège de la Côte", ["rue du Clos"]),
            place("Fixin", "21220", school: "de Fixin", middle: "Collège de la Côte", ["rue des Hervelets"]),
            place("Couchey", "21160", school: "de Couchey", middle: "Collège de la Côte", ["rue du Puits"]),
            place("Comblanchien", "21700", school: "de Comblanchien", middle: "Collège des Vignerons", ["rue des Carrières"]),
        ],
    ]

    private static func place(_ city: String, _ code: String, school: String, middle: String, _ streets: [String]) -> DemoPlace {
        DemoPlace(
            city: city,
            postalCode: code,
            nurserySchool: "École maternelle \(school)",
            primarySchool: "École élémentaire \(school)",
            middleSchool: middle,
            streets: streets
        )
    }
}
