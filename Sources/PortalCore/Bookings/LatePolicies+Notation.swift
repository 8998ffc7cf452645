extension LateAdding {
    /// Reads "refus", "service", "majoration 20 %", "majoration 1,50 € jusqu'à J-2 12:00" or "tarif 6,00 €".
    package init(notation: String) throws(RuleNotationError) {
        var reader = RuleReader(notation)
        if reader.take("refus") {
            self = .refuse
        } else if reader.take("service") {
            self = .askStaff
        } else if reader.next == "majoration" || reader.next == "tarif" {
            let surcharge = try reader.surcharge()
            self = .surcharge(surcharge, until: reader.take("jusqu", "'", "a") ? try reader.deadline() : .none)
        } else {
            throw reader.error(
                "il faut \(quoted("refus")), \(quoted("service")), \(quoted("majoration")) ou \(quoted("tarif"))",
                example: "majoration 20 % jusqu'à J-2 12:00"
            )
        }
        try reader.end()
    }

    /// The one canonical notation; a surcharge until the day itself says no limit.
    package var notation: String {
        switch self {
        case .refuse: "refus"
        case .askStaff: "service"
        case .surcharge(let surcharge, .none): surcharge.notation
        case .surcharge(let surcharge, let until): "\(surcharge.notation) jusqu'à \(until.notation)"
        }
    }
}

extension LateCancelling {
    /// Reads "refus" or "absence".
    package init(notation: String) throws(RuleNotationError) {
        var reader = RuleReader(notation)
        if reader.take("refus") {
            self = .refuse
        } else if reader.take("absence") {
            self = .becomesAbsence
        } else {
            throw reader.error("il faut \(quoted("refus")) ou \(quoted("absence"))", example: "absence")
        }
        try reader.end()
    }

    package var notation: String {
        switch self {
        case .refuse: "refus"
        case .becomesAbsence: "absence"
        }
    }
}

extension LateSurcharge {
    /// Reads "majoration 20 %", "majoration 1,50 €" or "tarif 6,00 €".
    package init(notation: String) throws(RuleNotationError) {
        var reader = RuleReader(notation)
        self = try reader.surcharge()
        try reader.end()
    }

    /// "majoration 20 %", "majoration 1,50 €", "tarif 6,00 €".
    package var notation: String {
        switch self {
        case .percent(let rate): "majoration \(rate) %"
        case .amount(let amount): "majoration \(amount.notation) €"
        case .tariff(let tariff): "tarif \(tariff.notation) €"
        }
    }
}

extension RuleReader {
    fileprivate mutating func surcharge() throws(RuleNotationError) -> LateSurcharge {
        let isTariff = takeOne(of: ["majoration", "tarif"]) == "tarif"
        let failure =
            isTariff
            ? error("il faut un tarif en euros", example: "tarif 6,00 €")
            : error("il faut une majoration en pourcentage ou en euros", example: "majoration 20 %")
        guard let digits = takeDigits() else { throw failure }
        if !isTariff, take("%") {
            guard let rate = Int(digits), (1...1000).contains(rate) else { throw failure }
            return .percent(rate)
        }
        var euros = digits
        if takeOne(of: [",", "."]) != nil, let fraction = takeDigits() { euros += ",\(fraction)" }
        guard takeOne(of: ["€", "euro", "euros"]) != nil, let amount = Cents(euros: euros), amount > .zero else { throw failure }
        return isTariff ? .tariff(amount) : .amount(amount)
    }
}
