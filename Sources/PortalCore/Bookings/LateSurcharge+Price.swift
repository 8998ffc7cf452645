extension LateSurcharge {
    /// What is added to a unit's price, rounded to the cent.
    package func surcharge(on price: Cents) -> Cents {
        switch self {
        case .percent(let rate): price.percent(rate)
        case .amount(let amount): amount
        // Being late never makes a unit cheaper.
        case .tariff(let tariff): max(.zero, tariff - price)
        }
    }
}
