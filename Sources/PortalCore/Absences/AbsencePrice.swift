/// What is charged in the place of a unit's price: for an absence that nothing justifies, or for a child who came without booking.
package enum AbsencePrice: Hashable, Sendable {
    /// Percent of the price.
    case percent(Int)
    /// The same for every unit, whatever its price.
    case amount(Cents)

    package static let nothing = AbsencePrice.percent(0)
    package static let whole = AbsencePrice.percent(100)

    /// What it makes of a price.
    package func charge(for price: Cents) -> Cents {
        switch self {
        case .percent(let rate): price.percent(rate)
        case .amount(let amount): amount
        }
    }

    /// Whether nothing is charged, whatever the price.
    package var isNothing: Bool { self == .nothing || self == .amount(.zero) }
}

extension AbsencePrice {
    /// The highest percentage: four times the price.
    private static let highest = 400

    /// Reads "50 %" or "2,99 €"; nil for anything else.
    package init?(notation: some StringProtocol) {
        let words = notation.split(whereSeparator: \.isWhitespace)
        guard words.count == 2 else { return nil }
        switch words[1] {
        case "%":
            guard let rate = Int(words[0]), (0...AbsencePrice.highest).contains(rate) else { return nil }
            self = .percent(rate)
        case "€":
            guard let amount = Cents(euros: words[0]) else { return nil }
            self = .amount(amount)
        default: return nil
        }
    }

    package var notation: String {
        switch self {
        case .percent(let rate): "\(rate) %"
        case .amount(let amount): "\(amount.notation) €"
        }
    }

    /// "à 50 % du prix", "2,99 €", to be put after "facturée"; empty for the whole price.
    package var french: String {
        switch self {
        case .percent(100): ""
        case .percent(let rate): "à \(rate)\u{A0}% du prix"
        case .amount(let amount): amount.french
        }
    }
}
