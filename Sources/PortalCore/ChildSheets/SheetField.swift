/// One thing that a child's sheet says. The raw value is its name in forms and in the database.
package enum SheetField: String, CaseIterable, Hashable, Sendable, DatabaseConvertible {
    case doctor = "medecin"
    case doctorPhone = "medecin-telephone"
    case allergies
    case excludedFoods = "aliments"
    case dietDetails = "regime"
    case treatments = "traitements"
    case carePlan = "pai"
    case carePlanDetails = "pai-consignes"
    case carePlanEnd = "pai-fin"
    case tetanusDone = "dtp-fait"
    case tetanusDue = "dtp-rappel"
    case measlesDone = "ror-fait"
    case measlesDue = "ror-rappel"
    case otherVaccinations = "vaccins"
    case insurer = "assureur"
    case insurancePolicy = "assurance-contrat"
    case insuranceEnd = "assurance-fin"
    case leavesAlone = "sort-seul"
    case photographs = "photos"
    case hospital = "hopital"
    case bathing = "baignade"
    case transport

    /// How the value is typed and stored.
    package enum Kind: Hashable, Sendable {
        case line, text, phone, day
        /// Ticked or not; who ticked it, and when, is kept with it.
        case consent
        /// Keys of `ExcludedFood`, with spaces between.
        case foods
    }

    package var kind: Kind {
        switch self {
        case .doctor, .insurer, .insurancePolicy: .line
        case .doctorPhone: .phone
        case .allergies, .dietDetails, .treatments, .carePlanDetails, .otherVaccinations: .text
        case .carePlanEnd, .tetanusDone, .tetanusDue, .measlesDone, .measlesDue, .insuranceEnd: .day
        case .carePlan, .leavesAlone, .photographs, .hospital, .bathing, .transport: .consent
        case .excludedFoods: .foods
        }
    }

    package var french: String {
        switch self {
        case .doctor: "Médecin traitant"
        case .doctorPhone: "Téléphone du médecin"
        case .allergies: "Allergies, et ce qu'il faut faire"
        case .excludedFoods: "Aliments que l'enfant ne mange pas"
        case .dietDetails: "Précisions sur les repas"
        case .treatments: "Traitements en cours"
        case .carePlan: "L'enfant a un projet d'accueil individualisé (PAI)"
        case .carePlanDetails: "Consignes du PAI pour le personnel"
        case .carePlanEnd: "PAI valable jusqu'au"
        case .tetanusDone: "Diphtérie, tétanos, poliomyélite\u{A0}: dernier vaccin"
        case .tetanusDue: "Diphtérie, tétanos, poliomyélite\u{A0}: prochain rappel"
        case .measlesDone: "Rougeole, oreillons, rubéole\u{A0}: dernier vaccin"
        case .measlesDue: "Rougeole, oreillons, rubéole\u{A0}: prochain rappel"
        case .otherVaccinations: "Autres vaccins"
        case .insurer: "Assureur"
        case .insurancePolicy: "Numéro de contrat"
        case .insuranceEnd: "Assuré jusqu'au"
        case .leavesAlone: "L'enfant peut partir seul"
        case .photographs: "L'enfant peut être pris en photo"
        case .hospital: "L'enfant peut être conduit à l'hôpital en cas d'urgence"
        case .bathing: "L'enfant peut se baigner"
        case .transport: "L'enfant peut prendre un véhicule de la collectivité"
        }
    }

    /// For a day that ends or comes due: what the staff must be told once it is past; nil for a day that is only a fact.
    package var overdue: String? {
        switch self {
        case .carePlanEnd: "PAI expiré"
        case .tetanusDue, .measlesDue: "Rappel en retard"
        case .insuranceEnd: "Assurance expirée"
        default: nil
        }
    }
}

/// The parts of a sheet, in the order in which it is read.
package enum SheetSection: CaseIterable, Hashable, Sendable {
    case health, meals, carePlan, vaccinations, consents, insurance

    package var title: String {
        switch self {
        case .health: "Santé"
        case .meals: "Repas"
        case .carePlan: "Projet d'accueil individualisé"
        case .vaccinations: "Vaccins"
        case .consents: "Autorisations"
        case .insurance: "Assurance"
        }
    }

    package var fields: [SheetField] {
        switch self {
        case .health: [.allergies, .treatments, .doctor, .doctorPhone]
        case .meals: [.excludedFoods, .dietDetails]
        case .carePlan: [.carePlan, .carePlanDetails, .carePlanEnd]
        case .vaccinations: [.tetanusDone, .tetanusDue, .measlesDone, .measlesDue, .otherVaccinations]
        case .consents: [.leavesAlone, .photographs, .hospital, .bathing, .transport]
        case .insurance: [.insurer, .insurancePolicy, .insuranceEnd]
        }
    }
}

/// A food that the kitchen leaves out for a child. The reason is nobody's business: no sheet asks for a religion.
package enum ExcludedFood: String, CaseIterable, Hashable, Sendable {
    case pork = "porc"
    case meat = "viande"
    case fish = "poisson"
    case eggs = "oeuf"
    case milk = "lait"
    case gluten
    case peanuts = "arachide"
    case nuts = "fruits-a-coque"

    package var french: String {
        switch self {
        case .pork: "Porc"
        case .meat: "Viande"
        case .fish: "Poisson"
        case .eggs: "Œuf"
        case .milk: "Lait"
        case .gluten: "Gluten"
        case .peanuts: "Arachide"
        case .nuts: "Fruits à coque"
        }
    }
}
