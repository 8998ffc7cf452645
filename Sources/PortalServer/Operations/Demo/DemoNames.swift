/// Names as the letter boxes of a French town show them, by where a family's name comes from.
struct DemoNames: Sendable {
    let lastNames: [String]
    let mothers: [String]
    let fathers: [String]
    let girls: [String]
    let boys: [String]

    /// How many families in a hundred bear names of each kind.
    static let all: [(weight: Int, item: DemoNames)] = [
        (64, french), (13, maghreb), (9, iberian), (7, westAfrican), (3, turkish), (2, vietnamese), (2, polish),
    ]

    private static let french = DemoNames(
        lastNames: [
            "Martin", "Bernard", "Petit", "Robert", "Richard", "Durand", "Moreau", "Laurent", "Simon", "Michel", "Lefèvre", "Leroy", "Roux", "Morel",
            "Fournier", "Girard", "Bonnet", "Lambert", "Fontaine", "Rousseau", "Vincent", "Muller", "Faure", "Mercier", "Blanc", "Guérin", "Boyer",
            "Garnier", "Chevalier", "François", "Legrand", "Gauthier", "Perrin", "Robin", "Clément", "Morin", "Nicolas", "Henry", "Roussel",
            "Mathieu", "Gautier", "Masson", "Marchand", "Duval", "Denis", "Dumont", "Marie", "Lemaire", "Noël", "Meyer", "Dufour", "Meunier",
            "Brun", "Blanchard", "Giraud", "Joly", "Rivière", "Lucas", "Brunet", "Gaillard", "Barbier", "Arnaud", "Renard", "Roche", "Schmitt",
            "Colin", "Vidal", "Caron", "Picard", "Aubert", "Lemoine", "Le Goff", "Le Gall", "Charpentier", "Baudouin", "Bourgeois", "Prévost",
            "Delorme", "Tessier", "Hamel", "Besnard", "Cordier", "Chauvin", "Grosjean", "Pichon", "Boulanger", "Vasseur", "D'Hondt", "Maréchal",
        ],
        mothers: [
            "Aurélie", "Émilie", "Céline", "Julie", "Stéphanie", "Élodie", "Virginie", "Laëtitia", "Audrey", "Claire", "Camille", "Marion", "Pauline",
            "Mathilde", "Charlotte", "Anne-Sophie", "Delphine", "Hélène", "Caroline", "Amandine", "Mélanie", "Sandrine", "Justine", "Lucie", "Noémie",
        ],
        fathers: [
            "Julien", "Nicolas", "Sébastien", "Guillaume", "Thomas", "Alexandre", "Romain", "Jérôme", "Benoît", "Cédric", "Mathieu", "Vincent",
            "Pierre", "Antoine", "Maxime", "Jean-Baptiste", "Olivier", "Arnaud", "François", "Grégory", "Adrien", "Kévin", "Florian", "Rémy",
        ],
        girls: [
            "Louise", "Jade", "Emma", "Alice", "Rose", "Ambre", "Léna", "Chloé", "Inès", "Juliette", "Agathe", "Zoé", "Léonie", "Éléonore", "Manon",
            "Capucine", "Anna", "Romane", "Apolline", "Maëlys", "Clémence", "Margaux", "Victoire", "Salomé", "Céleste", "Lou", "Adèle", "Iris",
        ],
        boys: [
            "Gabriel", "Léo", "Raphaël", "Louis", "Arthur", "Jules", "Maël", "Hugo", "Lucas", "Noé", "Paul", "Nathan", "Sacha", "Tom", "Eliott",
            "Théo", "Augustin", "Gaspard", "Marius", "Basile", "Timothée", "Côme", "Valentin", "Malo", "Victor", "Oscar", "Robin", "Axel",
        ]
    )

    private static let maghreb = DemoNames(
        lastNames: [
            "Benali", "Haddad", "Mansouri", "Bouzid", "Cherif", "El Amrani", "Belkacem", "Saïdi", "Ben Youssef", "Ziani", "Khelifi", "Amrouche",
            "Berrada", "Hamdi", "Slimani", "Benhamou", "Lahlou", "Trabelsi", "Ouali", "Kaddour",
        ],
        mothers: ["Samira", "Nadia", "Leïla", "Karima", "Soraya", "Fatima", "Yasmina", "Hanane", "Nawal", "Sabrina", "Malika", "Amel"],
        fathers: ["Karim", "Mehdi", "Rachid", "Sofiane", "Nabil", "Farid", "Youssef", "Samir", "Hicham", "Mourad", "Anis", "Tarik"],
        girls: ["Lina", "Inaya", "Sofia", "Yasmine", "Assia", "Nour", "Camélia", "Sarah", "Aya", "Myriam", "Selma", "Louna"],
        boys: ["Adam", "Rayan", "Amir", "Ilyès", "Naïm", "Yanis", "Sami", "Ismaël", "Noham", "Bilal", "Nael", "Idris"]
    )

    private static let iberian = DemoNames(
        lastNames: [
            "Da Silva", "Ferreira", "Pereira", "Dos Santos", "Rodrigues", "Gomes", "Lopes", "Garcia", "Martinez", "Fernandez", "Carvalho", "Ribeiro",
            "Romano", "Esposito", "Moretti",
        ],
        mothers: ["Sandra", "Patricia", "Cristina", "Sónia", "Carla", "Isabel", "Élisa", "Paula", "Vanessa", "Chiara"],
        fathers: ["David", "Carlos", "Paulo", "Miguel", "Bruno", "Filipe", "Antonio", "Marco", "José", "Rui"],
        girls: ["Lara", "Eva", "Clara", "Mia", "Elena", "Alba", "Giulia", "Inès", "Mathilde", "Luna"],
        boys: ["Tiago", "Enzo", "Diego", "Mathéo", "Rafael", "Lorenzo", "Nolan", "Hugo", "Evan", "Leandro"]
    )

    private static let westAfrican = DemoNames(
        lastNames: ["Traoré", "Diallo", "Koné", "Diop", "Sow", "Camara", "N'Diaye", "Coulibaly", "Mendy", "Mbemba", "Kouassi", "Nkounkou", "Fofana"],
        mothers: ["Aminata", "Fatou", "Mariama", "Awa", "Grâce", "Rokia", "Oumou", "Clarisse", "Bintou", "Prisca"],
        fathers: ["Mamadou", "Ibrahima", "Cheikh", "Moussa", "Boubacar", "Serge", "Oumar", "Seydou", "Lamine", "Christian"],
        girls: ["Awa", "Maïmouna", "Aïcha", "Divine", "Kadidia", "Naomi", "Assa", "Ruth", "Inaya", "Océane"],
        boys: ["Issa", "Malik", "Kylian", "Ousmane", "Ibrahim", "Nathanaël", "Yohan", "Mohamed", "Elijah", "Souleymane"]
    )

    private static let turkish = DemoNames(
        lastNames: ["Yilmaz", "Kaya", "Demir", "Öztürk", "Aydın", "Arslan", "Koç"],
        mothers: ["Elif", "Zeynep", "Ayşe", "Derya", "Sevda"],
        fathers: ["Emre", "Murat", "Kemal", "Hakan", "Serkan"],
        girls: ["Defne", "Mina", "Ela", "Lina", "Nisa"],
        boys: ["Kerem", "Deniz", "Eymen", "Emir", "Can"]
    )

    private static let vietnamese = DemoNames(
        lastNames: ["Nguyen", "Tran", "Pham", "Le", "Chen", "Sok"],
        mothers: ["Linh", "Mai", "Thi-Hoa", "Mélanie", "Sophie"],
        fathers: ["Minh", "Tuan", "Éric", "Vincent", "Hai"],
        girls: ["Anaïs", "Lan", "Mei", "Emma", "Chloé"],
        boys: ["Nam", "Léo", "Kim", "Ethan", "Lucas"]
    )

    private static let polish = DemoNames(
        lastNames: ["Kowalski", "Nowak", "Popescu", "Ionescu", "Wójcik", "Petrov"],
        mothers: ["Agnieszka", "Irina", "Elena", "Katarzyna", "Mihaela"],
        fathers: ["Piotr", "Andrei", "Marek", "Stefan", "Ivan"],
        girls: ["Zofia", "Daria", "Maya", "Sofia", "Ana"],
        boys: ["Jakub", "Luca", "David", "Nikola", "Milan"]
    )
}
