extension AuditAct {
    /// The act in words, for the staff; its own name where nobody has given it any.
    package var french: String { AuditAct.words[rawValue] ?? rawValue }

    /// What each act is called. The number that a line carries is the one of what the words name.
    private static let words = [
        "account.created": "Espace créé",
        "account.emailConfirmed": "Adresse e-mail confirmée",
        "account.signedIn": "Connexion d'un parent",
        "account.signedOut": "Déconnexion d'un parent",
        "adult.added": "Adulte ajouté",
        "adult.contactsChanged": "Coordonnées d'un adulte modifiées",
        "bookings.changed": "Réservations modifiées",
        "household.invented": "Foyer de démonstration",
        "household.keyIssued": "Clé enfance donnée à un foyer",
        "household.keyRevoked": "Clé enfance d'un foyer annulée",
        "journal.exported": "Journal exporté",
        "journal.read": "Journal consulté",
        "portal.definition.imported": "Définition du portail importée",
        "rules.published": "Délais publiés",
        "rules.withdrawn": "Délais retirés",
        "staff.activated": "Compte d'agent rétabli",
        "staff.deactivated": "Compte d'agent désactivé",
        "staff.invited": "Agent invité",
        "staff.passwordChosen": "Mot de passe choisi par un agent",
        "staff.roleChanged": "Rôle d'un agent modifié",
        "staff.signedIn": "Connexion d'un agent",
        "staff.signedOut": "Déconnexion d'un agent",
    ]
}
