extension LateAdding {
    /// What happens to a booking after its deadline, in words: "hors délai, la réservation est refusée".
    package var frenchDescription: String {
        switch self {
        case .refuse: "hors délai, la réservation est refusée"
        case .askStaff: "hors délai, la réservation se demande au service"
        case .surcharge(let surcharge, .none): "hors délai, la réservation est acceptée \(surcharge.frenchDescription)"
        case .surcharge(let surcharge, let until):
            "hors délai, la réservation est acceptée \(surcharge.frenchDescription), \(until.frenchDescription)"
        }
    }
}

extension LateCancelling {
    /// What happens to a cancellation after its deadline, in words.
    package var frenchDescription: String {
        switch self {
        case .refuse: "hors délai, l'annulation est refusée"
        case .becomesAbsence: "hors délai, l'annulation devient une absence, facturée sauf si elle est justifiée"
        }
    }
}

extension LateSurcharge {
    /// "avec une majoration de 20 %", "avec une majoration de 1,50 €", "au tarif de 6,00 €".
    package var frenchDescription: String {
        switch self {
        case .percent(let rate): "avec une majoration de \(rate)\u{A0}%"
        case .amount(let amount): "avec une majoration de \(amount.french)"
        case .tariff(let tariff): "au tarif de \(tariff.french)"
        }
    }
}
