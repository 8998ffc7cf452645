import HTMLTemplates

extension FailurePages {
    /// What a failure is called and what can be done about it.
    static func explanation(_ failure: PageFailure) -> FailureExplanation {
        switch failure {
        case .notFound, .signInRequired, .passwordChoiceRequired, .secondFactorRequired, .householdRequired:
            FailureExplanation(
                title: "Page introuvable",
                message: "Cette page n'existe pas, ou n'est pas accessible avec votre compte. L'adresse a peut-être été mal recopiée."
            )
        case .methodNotAllowed:
            FailureExplanation(title: "Action impossible", message: "Cette page ne peut pas être demandée de cette façon. Reprenez depuis l'accueil.")
        case .staleForm:
            FailureExplanation(
                title: "Ce formulaire n'est plus valable",
                message: "La page était ouverte depuis trop longtemps, ou vous vous êtes connecté entre-temps. "
                    + "Rien n'a été enregistré\u{A0}: revenez en arrière, rechargez la page et recommencez."
            )
        case .alreadySent:
            FailureExplanation(
                title: "Ce formulaire nous est déjà parvenu",
                message: "Il a été enregistré une seule fois\u{A0}: il n'y a rien à refaire. Retrouvez ce qu'il a changé depuis l'accueil."
            )
        case .badRequest(let sentence):
            FailureExplanation(title: "Demande illisible", message: "\(sentence) Rien n'a été enregistré.")
        case .forbidden(let sentence):
            FailureExplanation(title: "Accès réservé", message: sentence)
        }
    }

    static func status(_ failure: PageFailure) -> HTTPStatus {
        switch failure {
        case .notFound, .signInRequired, .passwordChoiceRequired, .secondFactorRequired, .householdRequired: .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .staleForm, .forbidden: .forbidden
        case .alreadySent: .conflict
        case .badRequest: .badRequest
        }
    }
}

extension PageFailure {
    /// The methods that the address does answer.
    var allowed: [HTTPMethod] {
        if case .methodNotAllowed(let allowed) = self { allowed } else { [] }
    }
}
