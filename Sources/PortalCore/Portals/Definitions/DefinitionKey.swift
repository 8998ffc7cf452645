/// The keys of a definition file, in the order in which they are written.
enum DefinitionKey {
    static let file = [
        "commune", "textes", "contacts", "actualités", "fermetures", "écoles", "vérification annuelle", "modifications", "conservation", "règlements",
        "pièces justificatives",
        "impayés", "absences", "activités",
    ]
    static let town = [
        "nom", "nom court", "adresse", "nom du portail", "accroche", "couleur", "zone scolaire", "alsace-moselle", "garde alternée", "clé enfance",
        "résidents", "marques",
        "double authentification des agents", "site",
    ]
    static let check = ["relances"]
    static let school = ["maternelle", "élémentaire"]
    static let text = ["titre", "texte"]
    static let contact = ["nom", "téléphone", "courriel", "adresse", "horaires"]
    static let news = ["publiée", "titre", "texte"]
    static let closure = ["du", "au", "motif", "activités"]
    static let activity = [
        "code", "nom", "type", "lieu", "description", "jours", "période", "sessions", "jours ajoutés", "dates", "rendez-vous", "ouverte à",
        "réservation par",
        "minimum par semaine", "ouverture", "ouvertures datées", "fenêtres", "délais", "délais datés", "liste d'attente", "ordre d'attente", "unités",
        "groupes",
        "absences",
        "accueil régulier", "circuits",
    ]
    static let datedHorizon = ["du", "ouverture"]
    static let window = ["du", "au", "ouvre", "ferme", "priorités", "écoles"]
    static let regulation = ["code", "titre", "version", "texte", "activités"]
    static let document = ["code", "nom", "texte", "par", "validité", "exigence", "activités", "santé", "joindre à"]
    static let session = ["nom", "du", "au"]
    static let rules = ["réservation", "annulation", "ajout hors délai", "annulation hors délai", "source"]
    static let datedRules = ["du", "au"] + rules
    static let unit = ["code", "nom", "de", "à", "prix", "compteurs", "exclut", "demande"] + ExpectedMoment.allCases.map(\.key)
    static let group = ["code", "nom", "âges", "places", "encadrement", "animateurs"]
}
